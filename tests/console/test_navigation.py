"""The way to the tables: total, by permission, and of a size that does not grow with them."""

import time

import pytest
from django.contrib import admin
from django.urls import reverse

from config import navigation
from core.checks import house_models

pytestmark = pytest.mark.django_db


def test_every_table_is_in_exactly_one_group():
    assert navigation.every_table_has_its_group(None) == []
    listed = [label for group in navigation.placed().values() for label in group]
    assert sorted(listed) == sorted(model._meta.label for model in admin.site._registry)


def test_every_model_of_the_house_is_in_the_console():
    shown = {model for model in house_models() if model._meta.app_label != "core"}
    assert shown <= set(admin.site._registry)


def test_a_table_in_no_group_fails_the_check(monkeypatch):
    rest = tuple(group for group in navigation.GROUPS if group.slug != "marketing")
    monkeypatch.setattr(navigation, "GROUPS", rest)
    problems = navigation.every_table_has_its_group(None)
    assert any("brand_marketing.SocialPost is in no group" in p.msg for p in problems)


def test_a_table_in_two_groups_fails_the_check(monkeypatch):
    twice = navigation.Group("twice", "Twice", "x", (), ("brand_marketing",))
    monkeypatch.setattr(navigation, "GROUPS", (*navigation.GROUPS, twice))
    problems = navigation.every_table_has_its_group(None)
    assert any("in Marketing and Twice" in p.msg for p in problems)


def test_main_entries_are_registered_and_about_sixty_to_ninety():
    registered = {model._meta.label for model in admin.site._registry}
    main = [label for group in navigation.GROUPS for label in group.main]
    assert [label for label in main if label not in registered] == []
    assert len(main) == len(set(main)) <= 90


def test_sidebar_shows_what_the_roles_open(manager, member, browse):
    page = browse(manager).get("/console/tables/").content.decode()
    assert 'href="/console/service/ticket/"' in page
    own = browse(member).get("/console/tables/").content.decode()
    assert 'href="/console/service/ticket/"' in own
    assert "/console/finance/payrollrun/" not in own


def test_sidebar_marks_the_place_of_the_page(manager, browse):
    page = browse(manager).get("/console/service/ticket/").content.decode()
    assert 'href="/console/service/ticket/" aria-current="page"' in page
    assert 'data-group="maintenance" open' in page
    assert page.count(" aria-current=") == 2  # the sidebar's entry and the tab "All"


def test_a_table_outside_the_sidebar_marks_its_group(manager, browse):
    page = browse(manager).get("/console/service/ticketcost/").content.decode()
    assert 'href="/console/tables/maintenance/" aria-current="page"' in page


def test_group_page_lists_every_table_with_its_purpose(manager, browse):
    response = browse(manager).get(reverse("admin:tables", args=["housekeeping"]))
    tables = response.context["groups"][0].tables
    assert {"property.Clean", "property.InspectionAnswer"} <= {table.label for table in tables}
    assert all(table.purpose for table in tables)
    assert "Scheduled or performed cleaning of a unit." in response.content.decode()


def test_an_unknown_group_is_not_found(manager, browse):
    assert browse(manager).get("/console/tables/nothing/").status_code == 404


def test_the_page_of_an_app_leads_to_its_group(manager, browse):
    response = browse(manager).get("/console/concierge/")
    assert response.url == "/console/tables/guest-experience/"


def test_strangers_are_sent_to_sign_in(client):
    assert client.get("/console/tables/").url.startswith("/console/login/?next=")


def test_a_page_does_not_carry_all_tables(manager, browse):
    client = browse(manager)
    page = client.get("/console/password_change/")
    assert page.content.count(b'href="/console/') < 130
    assert len(page.content) < 90_000
    start = time.perf_counter()
    for _ in range(5):
        client.get("/console/password_change/")
    assert (time.perf_counter() - start) / 5 < 0.5  # stock: +80 ms for 361 tables, on any machine
