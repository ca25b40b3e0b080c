"""A spreadsheet comes in and is taken back, in a browser; a thread stands for the worker."""

import threading
from contextlib import contextmanager

import pytest
from django.db import connection

from property.models import Property
from staging.selectors.batches import left_behind
from staging.services import batch_run

pytestmark = pytest.mark.django_db(transaction=True)
SHEET = """Palms of Kihei,,
Property code,Property name,Bedrooms
KP-1,"Palm <i>One</i>",2
KP-2,Palm Two,two
KP-3,Palm Three,3
TOTAL,,5
"""


@contextmanager
def working():
    """A worker that does what is asked of batches until the block ends."""
    done = threading.Event()

    def work():
        while not done.wait(0.2):
            for key in left_behind():
                batch_run(batch_id=key)
        connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def test_a_sheet_is_looked_at_applied_and_undone(window):
    page = window.open("/console/property/property/")
    page.get_by_role("link", name="Import", exact=True).first.wait_for()
    page.locator(".export-link", has_text="Import").click()
    assert page.get_by_label("Properties").is_checked()
    page.locator("input[type=file]").set_input_files(
        {"name": "kihei.csv", "mimeType": "text/csv", "buffer": SHEET.encode()}
    )
    page.get_by_role("button", name="Upload and look").click()
    page.get_by_text("Waiting for a worker").wait_for()
    with working():
        page.get_by_role("button", name="Apply 2 rows").wait_for()
        assert window.overflow == 0
        page.get_by_text("Palm <i>One</i>").first.wait_for()
        page.locator(".imp-tile", has_text="refused").click()
        page.locator(".imp-refusal", has_text="Bedrooms").wait_for()
        assert page.locator(".imp-rows tbody tr").count() == 1
        for part in ("Columns", "Values", "Matching", "Sheet"):
            page.locator(".imp-tabs").get_by_role("link", name=part).click()
            page.locator(".imp-tabs a[aria-current]", has_text=part).wait_for()
            assert window.overflow == 0
        page.get_by_text("Total").first.wait_for()

        page.get_by_role("button", name="Apply 2 rows").click()
        page.get_by_role("dialog").get_by_role("button", name="Apply").click()
        page.get_by_role("button", name="Undo this import").wait_for()
        assert set(Property.objects.values_list("property_code", flat=True)) == {"KP-1", "KP-3"}

        page.get_by_role("button", name="Undo this import").click()
        page.get_by_role("dialog").get_by_role("button", name="Undo").click()
        page.get_by_text("2 rows taken back, 0 left.").wait_for()
    assert not Property.objects.exists()
