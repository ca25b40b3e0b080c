"""A secret in the browser: entered, kept from view, revealed for a reason."""

import re

import pytest

from secure.models import AuditLog

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_door_code_is_typed_kept_and_revealed(window, make):
    home = make("property.Property", property_name="Hale Moana")
    page = window.open(f"/console/property/property/{home.pk}/change/")
    page.get_by_role("button", name="Access", exact=True).click()
    page.locator("input[name=door_code]").fill("4711#")
    page.get_by_role("button", name=re.compile("^Save$")).first.click()
    page.goto(f"{window.address}/console/property/property/{home.pk}/change/")
    secrets = page.get_by_role("group", name="Secrets")
    assert "••••" in secrets.inner_text()
    assert "4711" not in page.content()
    secrets.get_by_role("button", name="Reveal").click()
    dialog = page.get_by_role("dialog", name="Reveal: Door code")
    dialog.get_by_role("textbox").fill("The guest stands before the door")
    dialog.get_by_role("button", name="Reveal").click()
    shown = page.locator("[data-revealed]")
    assert shown.inner_text() == "4711#"
    assert window.overflow <= 0
    entry = AuditLog.objects.get(event_type="data_access")
    assert entry.access_reason == "The guest stands before the door"
