"""The list of every table: it answers, filters, sorts and exports; its queries do not grow with the
rows; reading writes nothing; it stays shut for those without a role."""

import csv
from urllib.parse import parse_qs

import pytest
from django.contrib import admin
from django.urls import reverse

from core.admin.shell.mixin import keeper, list_label
from core.permissions.policies import policy_of
from core.testing.factories import factory_of
from core.testing.pages import address
from tests.conformance.console import admin_of, asked_by, make, read, same_queries
from tests.conformance.registry import MODELS, VIEWS, for_each

pytestmark = pytest.mark.django_db


@for_each([*MODELS, *VIEWS])
def test_table_is_in_the_console(model):
    assert admin.site.is_registered(model)


@for_each([*MODELS, *VIEWS])
def test_list_shows_all_columns_in_as_many_queries_however_long(model, browser, superuser):
    model_admin, client, request = admin_of(model), browser(superuser), asked_by(superuser)
    columns = model_admin.possible_columns(request)
    keeper().list_columns_keep(actor=superuser, label=list_label(model_admin), columns=columns)
    model_admin.get_list_display(request)  # the chosen columns are remembered for a minute
    make(model, 3)
    page, few = read(client, address(model, "changelist"))
    assert page.status_code == 200
    make(model, 9)
    page, many = read(client, address(model, "changelist"))
    assert page.status_code == 200
    assert same_queries(few, many)
    change_list, rows = page.context["cl"], model._base_manager.all()
    assert change_list.result_count == len(rows)
    assert [name for name in change_list.list_display if name != "action_checkbox"] == columns

    page, _ = read(client, address(model, "export"))
    assert page.status_code == 200
    names = [name for name, _ in page.context["form"].fields["columns"].choices]
    file = client.post(address(model, "export"), {"kind": "csv", "columns": names})
    lines = csv.reader(file.getvalue().decode("utf-8-sig").splitlines(keepends=True))
    keys = {line[names.index("id")] for line in lines}
    there = model._base_manager.values_list("pk", flat=True)  # that of the file's own trail too
    assert keys == {"id", *map(str, there)}

    def shown(**query):
        found = model_admin.get_changelist_instance(asked_by(superuser, **query))
        list(found.result_list)
        return found

    plain = shown()
    if model_admin.search_fields:
        assert shown(q="no such words").result_count == 0
    sorts = [n for n, name in enumerate(plain.list_display) if plain.get_ordering_field(name)]
    for sign in ("", "-"):
        shown(o=".".join(f"{sign}{position}" for position in sorts))
    for number, spec in enumerate(plain.filter_specs):
        *_, last = [{"query_string": "?"}, *spec.choices(plain)]
        query = parse_qs(last.get("query_string", "?")[1:])
        assert not query or shown(**query).has_active_filters, (number, spec)


def assert_shut(response, page):
    """Forbidden; a row out of reach is answered like a row that is not there."""
    assert response.status_code in (403, 404), page


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
