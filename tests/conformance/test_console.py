"""Every page of every table in the console: it answers, it keeps count of its queries, it writes
nothing when it is only read, and it stays shut for those without a role."""

import csv
from contextlib import contextmanager
from urllib.parse import parse_qs

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from analytics.services import views_refresh
from core.admin.shell.mixin import keeper, list_label
from core.permissions.policies import policy_of
from core.testing.factories import DAY, Days, factory_of
from core.testing.pages import address
from tests.conformance.registry import MODELS, VIEWS, for_each

pytestmark = pytest.mark.django_db


@contextmanager
def only_reading():
    """The database itself refuses whatever is written inside."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        yield


def read(client, url, **query):
    """GET the page; return it with its queries. A write on the way is an error."""
    with only_reading(), CaptureQueriesContext(connection) as queries:
        response = client.get(url, query)
        if hasattr(response, "render") and not response.is_rendered:
            response.render()
    return response, [query["sql"] for query in queries]


def assert_shut(response, page):
    """Forbidden; a row out of reach is answered like a row that is not there."""
    if response.status_code == 302:
        assert response.url == reverse("admin:index"), page
    else:
        assert response.status_code in (403, 404), page


@for_each([*MODELS, *VIEWS])
def test_table_is_in_the_console(model):
    assert admin.site.is_registered(model)


def make(model, count):
    """Rows of the table; those of a view of figures come from stays and work on several days."""
    if model._meta.managed:
        factory_of(model).create_batch(count)
    else:
        factory_of("reservations.Reservation").create_batch(
            count,
            status="checked_out",
            property__status="active",
            property__onboarding_date=DAY,
        )
        team = factory_of("team.Team").create()
        factory_of("team.TimeEntry").create_batch(count, member__team=team, work_date=Days())
        views_refresh()


@for_each([*MODELS, *VIEWS])
def test_pages_answer_and_their_queries_do_not_grow_with_the_rows(model, browser, superuser):
    make(model, 3)
    client, model_admin = browser(superuser), admin.site.get_model_admin(model)
    request = RequestFactory().get("/")
    request.user = superuser
    columns = model_admin.possible_columns(request)
    keeper().list_columns_keep(actor=superuser, label=list_label(model_admin), columns=columns)
    row = model._base_manager.order_by("pk").last()
    pages = {page: address(model, page) for page in ("changelist", "export")}
    pages |= {page: address(model, page, row.pk) for page in ("change", "history")}
    if model_admin.has_add_permission(request):
        pages["add"] = address(model, "add")
    ContentType.objects.get_for_model(model)  # remembered by Django from here on
    model_admin.get_list_display(request)  # the chosen columns are remembered for a minute
    shown, few = {}, {}
    for page, url in pages.items():
        shown[page], few[page] = read(client, url)
        assert shown[page].status_code == 200, page
    before = model._base_manager.count()
    make(model, 9)
    after = model._base_manager.count()
    assert after > before or not model._meta.managed
    for page in ("changelist", "change"):
        shown[page], many = read(client, pages[page])
        assert shown[page].status_code == 200
        assert len(many) == len(few[page]), "\n".join([page, *(sql[:200] for sql in many)])
    change_list = shown["changelist"].context["cl"]
    assert change_list.result_count == after
    assert [name for name in change_list.list_display if name != "action_checkbox"] == columns
    names = [name for name, _ in shown["export"].context["form"].fields["columns"].choices]
    file = client.post(pages["export"], {"kind": "csv", "columns": names})
    lines = list(csv.reader(file.getvalue().decode("utf-8-sig").splitlines(keepends=True)))
    assert len(lines) == 1 + after
    assert str(row.pk) in {line[names.index("id")] for line in lines[1:]}


@for_each([*MODELS, *VIEWS])
def test_lists_can_be_searched_filtered_and_sorted(model, superuser):
    make(model, 2)
    model_admin = admin.site.get_model_admin(model)

    def shown(**query):
        request = RequestFactory().get("/", query)
        request.user = superuser
        change_list = model_admin.get_changelist_instance(request)
        list(change_list.result_list)
        return change_list

    plain = shown()
    assert plain.result_count >= 2
    if model_admin.search_fields:
        assert shown(q="no such words").result_count == 0
    for position, name in enumerate(plain.list_display):
        if plain.get_ordering_field(name):
            for sign in ("", "-"):
                shown(o=f"{sign}{position}")
    for number, spec in enumerate(plain.filter_specs):
        *_, last = [{"query_string": "?"}, *spec.choices(plain)]
        query = parse_qs(last.get("query_string", "?")[1:])
        narrowed = shown(**query)
        assert not query or narrowed.has_active_filters, (number, spec)


@for_each()
def test_pages_stay_shut_for_staff_without_a_role(model, browser, staff):
    row, client = factory_of(model).create(), browser(staff)
    may_read = policy_of(model) is not None and policy_of(model).public
    pages = [("changelist",), ("change", row.pk), ("history", row.pk)]
    for page, *args in [*pages, ("add",), ("export",), ("delete", row.pk)]:
        response, _ = read(client, address(model, page, *args))
        if may_read and (page, *args) in pages:
            assert response.status_code == 200, page
        else:
            assert_shut(response, page)
    for page, *args in [("add",), ("export",), ("change", row.pk), ("delete", row.pk)]:
        response = client.post(address(model, page, *args), {"post": "yes"})
        assert_shut(response, page)
    assert model._base_manager.filter(pk=row.pk).exists()


@for_each([*MODELS, *VIEWS])
def test_lists_ask_strangers_to_sign_in(model, browser):
    response, queries = read(browser(), address(model, "changelist"))
    assert response.status_code == 302
    assert response.url.startswith(reverse("admin:login"))
    assert queries == []
