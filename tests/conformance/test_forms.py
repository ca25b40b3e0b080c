"""The form of every table: the smallest valid row goes in; saved untouched it changes nothing; its
queries do not grow with the rows, and reading writes nothing."""

import pytest
from django.contrib.contenttypes.models import ContentType

from core.models import RowChange
from core.models.sealed import typed_fields
from core.testing.factories import prepared
from core.testing.pages import address, fields_of
from tests.conformance.console import admin_of, asked_by, make, read, same_queries
from tests.conformance.registry import MODELS, VIEWS, for_each

pytestmark = pytest.mark.django_db


def form_on(page, model):
    """The form of the row as a browser holds it."""
    return fields_of(page.content.decode(), f"{model._meta.model_name}_form")


def complaints(response):
    """Why a form came back."""
    form = response.context["adminform"].form
    below = [formset.errors for formset in response.context["inline_admin_formsets"]]
    return form.errors.as_data(), [errors for errors in below if any(errors)]


@for_each()
def test_the_smallest_row_can_be_typed_in(model, browser, superuser):
    client, url = browser(superuser), address(model, "add")
    page, _ = read(client, url)
    if not admin_of(model).has_add_permission(asked_by(superuser)):
        assert page.status_code == 403
        return
    form = page.context["adminform"].form
    row = prepared(model)
    wanted = fields_of(type(form)(instance=row).as_div())
    # What is secret is never filled in: as it is typed.
    wanted |= {f.name: f.value_from_object(row) or "" for f in typed_fields(model)}
    data = form_on(page, model)
    data |= {name: value for name, value in wanted.items() if name in data or value}
    before = model._base_manager.count()
    response = client.post(url, data)
    assert response.status_code == 302, complaints(response)
    assert model._base_manager.count() == before + 1


@for_each([*MODELS, *VIEWS])
def test_a_row_opens_with_its_history_and_saved_untouched_stays_as_it_is(model, browser, superuser):
    make(model, 1)
    row, client = model._base_manager.order_by("pk").last(), browser(superuser)
    ContentType.objects.get_for_model(model)  # remembered by Django from here on
    url = address(model, "change", row.pk)
    page, few = read(client, url)
    assert page.status_code == 200
    if model._meta.managed:
        make(model, 4)
    page, many = read(client, url)
    assert same_queries(few, many)
    past, _ = read(client, address(model, "history", row.pk))
    assert past.status_code == 200

    last = RowChange.objects.order_by("id").last()
    response = client.post(url, form_on(page, model))
    if admin_of(model).has_change_permission(asked_by(superuser), row):
        assert response.status_code == 302, complaints(response)
    else:
        assert response.status_code == 403
    later = RowChange.objects.filter(id__gt=last.id if last else 0)
    assert list(later.values_list("table_name", "action", "changed")) == []
