"""The API's own pages: from our files alone, and quick enough to be of use."""

import pytest

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_part_of_the_description_can_be_read(window):
    page = window.open("/api/v1/docs/")
    page.get_by_role("link", name="reservations").click()
    page.locator(".opblock-get", has_text="/api/v1/reservations/reservations/").first.wait_for()
    page.locator(".opblock-summary-path", has_text="/reservations/reservations/").first.click()
    page.get_by_text("check_in_date__gte").first.wait_for()
    # Swagger UI remarks that it draws formats it has no field for as plain text.
    window.faults[:] = [fault for fault in window.faults if "JsonSchema_" not in fault]
