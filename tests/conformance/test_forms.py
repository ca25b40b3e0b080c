"""Every form of the console: the smallest valid row goes in; an untouched form changes nothing."""

import pytest
from django.contrib import admin
from django.test import RequestFactory

from core.models import RowChange
from core.testing.factories import factory_of, prepared
from core.testing.pages import address, fields_of
from tests.conformance.registry import MODELS, for_each

#: What a person types that is no column of the row.
TYPED = {"portal.User": {"password1": "a heron at low tide", "password2": "a heron at low tide"}}
pytestmark = pytest.mark.django_db


def offers(model, permission):
    """Whether the console offers that to anybody at all."""

    class Superuser:
        is_active = is_authenticated = is_superuser = is_staff = True
        pk = None

        def has_perm(self, *args):
            return True

    request = RequestFactory().get("/")
    request.user = Superuser()
    return getattr(admin.site.get_model_admin(model), f"has_{permission}_permission")(request)


def complaints(response):
    """Why a form came back."""
    form = response.context["adminform"].form
    below = [formset.errors for formset in response.context["inline_admin_formsets"]]
    return form.errors.as_data(), [errors for errors in below if any(errors)]


@for_each(model for model in MODELS if offers(model, "add"))
def test_the_smallest_row_can_be_typed_in(model, browser, superuser):
    client, url = browser(superuser), address(model, "add")
    page = client.get(url)
    form = page.context["adminform"].form
    wanted = fields_of(type(form)(instance=prepared(model)).as_div())
    data = fields_of(page.content.decode(), f"{model._meta.model_name}_form")
    data |= {name: value for name, value in wanted.items() if name in data or value}
    data |= TYPED.get(model._meta.label, {})
    before = model._base_manager.count()
    response = client.post(url, data)
    assert response.status_code == 302, complaints(response)
    assert model._base_manager.count() == before + 1


@for_each(model for model in MODELS if offers(model, "change"))
def test_an_untouched_form_changes_nothing(model, browser, superuser):
    row = factory_of(model).create()
    client, url = browser(superuser), address(model, "change", row.pk)
    data = fields_of(client.get(url).content.decode(), f"{model._meta.model_name}_form")
    last = RowChange.objects.order_by("id").last()
    response = client.post(url, data)
    assert response.status_code == 302, complaints(response)
    later = RowChange.objects.filter(id__gt=last.id if last else 0)
    assert list(later.values_list("table_name", "action", "changed")) == []
