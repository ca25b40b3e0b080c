"""What people do all day, in a browser of desktop and tablet width.

Each window must end without an error in its console and without a request to anywhere else
(see ``window``).
"""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from core.models import RowChange
from service.models import Ticket
from tests.browser.conftest import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)
TICKETS = "/console/service/ticket/"


def test_wrong_password_is_said_so(chromium, live_server, manager):
    page = chromium.new_page()
    page.goto(f"{live_server.url}/console/")
    page.get_by_label("E-mail address").fill(manager.email)
    page.get_by_label("Password").fill("not it")
    page.keyboard.press("Enter")
    page.get_by_text("This e-mail address and password open no account").wait_for()
    page.close()


def test_dashboard_draws_its_charts(window, make):
    today = timezone.localdate()
    unit = make("property.Property", status="active")
    make(
        "reservations.Reservation",
        property=unit,
        check_in_date=today,
        check_out_date=today + timedelta(days=3),
        status="confirmed",
        net_total=1200,
    )
    page = window.open("/console/")
    page.get_by_role("heading", name="Arriving today").wait_for()
    assert page.locator("canvas.chart").count() == 4
    drawn = page.evaluate(
        """[...document.querySelectorAll("canvas.chart")].map(canvas => {
            const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            return data.data.some(value => value !== 0);
        })"""
    )
    assert drawn == [True] * 4
    assert window.overflow == 0
    page.get_by_role("link", name=re.compile("Arriving today")).click()
    page.get_by_role("link", name="Arriving today").wait_for()
    assert page.locator("#result_list tbody tr").count() == 1


def test_control_k_finds_a_property(window, make):
    unit = make("property.Property", property_name="Hale Kōkeʻe", property_code="KOK-1")
    page = window.open("/console/")
    page.keyboard.press("Control+k")
    page.get_by_placeholder("Type to search").press_sequentially("kokee", delay=30)
    page.locator("#command-results").get_by_text("Hale Kōkeʻe").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/property/property/{unit.pk}/change/")


def test_columns_are_chosen_and_ordered(window, make):
    make("service.Ticket", title="Door sticks")
    page = window.open(TICKETS)
    page.locator("summary", has_text="Columns").click()
    page.get_by_placeholder("Find a column").fill("created")
    page.get_by_label("Created", exact=True).check()
    page.get_by_placeholder("Find a column").fill("")
    page.get_by_label("Status", exact=True).uncheck()
    page.get_by_role("button", name="Move Title up").click()
    page.get_by_role("button", name="Show these").click()
    page.wait_for_load_state()
    texts = [text.strip() for text in page.locator("#result_list thead th").all_inner_texts()]
    shown = [text.split("\n")[0] for text in texts if text]  # a sorted one has its icons too
    assert shown[:2] == ["Title", "Number"]
    assert "Created" in shown
    assert "Status" not in shown


def test_a_list_is_saved_as_a_view_and_deleted(window, make):
    make("service.Ticket", title="Door sticks")
    make("service.Ticket", title="Tap drips")
    page = window.open(f"{TICKETS}?q=door")
    page.locator("summary", has_text="Save view").click()
    page.get_by_label("Name", exact=True).fill("Doors")
    page.get_by_label("Share with my team").check()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Saved as “Doors”.").wait_for()
    window.open(TICKETS)
    page.get_by_role("link", name="Doors").click()
    page.wait_for_url("**_view=**")
    assert page.locator("#result_list tbody tr").count() == 1
    page.get_by_role("button", name="Delete the view Doors").click()
    page.get_by_text("“Doors” is gone from your views.").wait_for()


def test_rows_are_changed_in_bulk_and_their_history_tells(window, make, manager):
    rows = [make("service.Ticket", title=f"Tap {number}") for number in range(3)]
    page = window.open(TICKETS)
    for row in rows[:2]:
        page.locator(f"input.action-select[value='{row.pk}']").check()
    page.locator("select[name=action]").select_option("change_selected")
    page.get_by_role("button", name="Run").click()
    page.get_by_role("heading", name="Change 2 tickets").wait_for()
    page.locator("select[name=set-source]").select_option("OWNER")
    assert page.locator("#field-source .hk-pick").is_checked()
    page.get_by_role("button", name="Preview").click()
    assert page.locator("#will-change").inner_text() == "2"
    page.get_by_role("button", name="Change 2").click()
    page.get_by_text("2 tickets changed.").wait_for()
    assert Ticket.objects.filter(source="OWNER").count() == 2
    change = RowChange.objects.get(row_id=rows[0].pk, action="U")
    assert change.actor_id == manager.pk
    window.open(f"{TICKETS}{rows[0].pk}/history/")
    page.locator("#content").get_by_text("Owner").first.wait_for()
    assert manager.email in page.locator("#content").inner_text()


def test_tables_are_filtered_by_name_and_purpose(window):
    page = window.open("/console/tables/")
    page.get_by_placeholder("Filter by name or purpose").fill("lock fitted")
    assert page.locator(".hk-tables > li:visible").count() == 1
    assert page.locator(".hk-group:visible").count() == 1
    assert window.overflow == 0


def test_keyboard_alone_reaches_page_and_menu(window):
    page = window.open("/console/tables/housekeeping/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the page"
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
    menu = page.get_by_role("button", name="Show or hide the menu")
    menu.focus()
    was_open = page.locator("#nav-sidebar").is_visible()
    page.keyboard.press("Enter")
    page.wait_for_timeout(400)
    assert page.locator("#nav-sidebar").is_visible() != was_open


def test_search_page_works_without_scripts(chromium, live_server, manager, make):
    make("service.Ticket", title="Door sticks")
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/console/search/?q=sticks")
    page.locator("#id_email").fill(manager.email)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("#login-form button[type=submit]").click()
    assert page.locator(".hk-lines a").inner_text().endswith("Door sticks")
    context.close()


def test_dark_theme_is_dark(chromium, live_server, manager):
    context = chromium.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{live_server.url}/console/login/")
    color = page.evaluate("getComputedStyle(document.querySelector('#page')).backgroundColor")
    assert color not in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    context.close()
