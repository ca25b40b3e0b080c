"""The tape chart by hand: a stay is made, held off a conflict, moved, and looked at by keys."""

import re
from datetime import timedelta

import pytest
from django.db.models import Max
from django.utils import timezone

from property.models import Clean
from reservations.models import GuestJourney, Reservation, Touchpoint

pytestmark = pytest.mark.django_db(transaction=True)
CHART = "/console/desk/chart/"


@pytest.fixture
def house(make):
    """Two homes; a guest stands in the first of them from the eighth day on."""
    today = timezone.localdate()
    kept = {"status": "active", "min_stay_nights": 2}
    homes = [make("property.Property", property_code=code, **kept) for code in ("A-1", "A-2")]
    person = make("directory.Contact", first_name="Keola", last_name="Kahale")
    other = make(
        "reservations.Reservation",
        property=homes[0],
        guest=make("directory.Guest", contact=person),
        check_in_date=today + timedelta(days=8),
        check_out_date=today + timedelta(days=12),
        status="confirmed",
    )
    make("directory.Guest", contact=make("directory.Contact", first_name="Malia", last_name="Nalu"))
    return homes, other


class Chart:
    """The page by homes and days."""

    def __init__(self, page):
        self.page = page
        page.locator(".tc-row").first.wait_for()

    def point(self, home, day, down=20):
        """The middle of a day's cell in a home's row; day 0 is today."""
        row = self.page.locator(f".tc-row[data-home='{home.pk}']").bounding_box()
        name, column = self.page.locator("[data-scroll]").evaluate(
            "one => [parseFloat(one.style.getPropertyValue('--name')),"
            " parseFloat(one.style.getPropertyValue('--col'))]"
        )
        before = 2  # days before today with which the chart begins
        return row["x"] + name + (day + before + 0.5) * column, row["y"] + down

    def drag(self, start, end):
        mouse = self.page.mouse
        mouse.move(*start)
        mouse.down()
        mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, steps=4)
        mouse.move(*end, steps=4)
        mouse.up()

    def pips(self, home, day):
        """How many cleans and inspections are marked below a day."""
        x, _ = self.point(home, day)
        marks = self.page.locator(f".tc-row[data-home='{home.pk}'] .tc-pip").all()
        boxes = [mark.bounding_box() for mark in marks]
        return sum(abs(box["x"] + box["width"] / 2 - x) < 12 for box in boxes)

    def bar(self, stay):
        return self.page.locator(f"[data-stay='{stay.pk}']")


def last_touch(stay):
    """When the last message of a stay's journey is planned for."""
    touches = Touchpoint.objects.filter(journey__reservation=stay)
    return touches.aggregate(last=Max("scheduled_at"))["last"]


def test_a_stay_is_made_refused_moved_and_undone(window, house):
    (first, second), other = house
    today = timezone.localdate()
    page = window.open(f"{CHART}?days=30")
    chart = Chart(page)
    assert window.overflow == 0
    assert page.locator(".tc-stay").count() == 1

    chart.drag(chart.point(first, 1), chart.point(first, 4))
    dialog = page.locator("dialog[data-book]")
    dialog.get_by_text("Nothing stands in the way.").wait_for()
    dialog.get_by_role("button", name="Make it").click()
    dialog.get_by_text("Whose stay is it?").wait_for()
    dialog.get_by_role("combobox", name="Guest").press_sequentially("nalu", delay=20)
    dialog.get_by_role("option", name=re.compile("Malia Nalu")).click()
    dialog.get_by_label("Adults").fill("3")
    dialog.get_by_role("button", name="Make it").click()
    page.get_by_text("stands on the calendar").wait_for()
    stay = Reservation.objects.get(guest__contact__last_name="Nalu")
    assert (stay.property, stay.adults, stay.status) == (first, 3, "confirmed")
    assert stay.check_in_date == today + timedelta(days=1)
    assert stay.check_out_date == today + timedelta(days=4)
    clean = Clean.objects.get(reservation=stay)
    assert (clean.property, clean.scheduled_date) == (first, stay.check_out_date)
    assert chart.pips(first, 4) == 1
    assert GuestJourney.objects.filter(reservation=stay).count() == 1
    thanks = last_touch(stay)

    chart.drag(chart.point(first, 2), chart.point(first, 9))
    page.get_by_text(f"These nights are taken: {other.number}").wait_for()
    assert not page.locator("dialog[open]").count()
    stay.refresh_from_db()
    assert stay.check_in_date == today + timedelta(days=1)

    chart.drag(chart.point(first, 2), chart.point(second, 4))
    dialog = page.locator("dialog[data-change]")
    dialog.get_by_text("Nothing stands in the way.").wait_for()
    dialog.get_by_label("Why").fill("Broken air conditioning")
    dialog.get_by_role("button", name="Change it").click()
    page.get_by_text("now stands in A-2").wait_for()
    stay.refresh_from_db()
    assert (stay.property, stay.check_in_date) == (second, today + timedelta(days=3))
    assert stay.changes.first().reason == "Broken air conditioning"
    clean = Clean.objects.exclude(status="cancelled").get(reservation=stay)
    assert (clean.property, clean.scheduled_date) == (second, stay.check_out_date)
    assert (chart.pips(first, 4), chart.pips(second, 6)) == (0, 1)
    assert last_touch(stay) - thanks == timedelta(days=2)
    assert GuestJourney.objects.filter(reservation=stay).count() == 1

    edge = chart.bar(stay).bounding_box()
    end = (edge["x"] + edge["width"] - 3, edge["y"] + 10)
    chart.drag(end, chart.point(second, 8))
    dialog.get_by_role("button", name="Change it").click()
    page.get_by_text("5 nights").last.wait_for()
    page.get_by_role("button", name="Undo").last.click()
    page.get_by_text("stands where it stood").wait_for()
    stay.refresh_from_db()
    assert (stay.check_out_date - stay.check_in_date).days == 3

    window.open(f"/console/reservations/reservation/{stay.pk}/change/")
    page.get_by_role("link", name="Change, split, cancel").click()
    form = page.locator("form#cancel")
    form.get_by_text("To be given back").wait_for()
    form.get_by_label("Reason").fill("The flight was cancelled")
    form.get_by_role("button").click()
    page.get_by_text("is cancelled.").wait_for()
    stay.refresh_from_db()
    assert (stay.status, stay.cancelled_by) == ("cancelled", "guest")
    assert not Clean.objects.exclude(status="cancelled").filter(reservation=stay).exists()
    window.open(f"{CHART}?days=30")
    chart = Chart(page)
    assert not chart.bar(stay).count()


def test_keys_walk_over_the_chart_and_make_a_hold(window, house):
    (first, _), other = house
    page = window.open(f"{CHART}?days=30")
    Chart(page)
    said = page.locator("[data-said]")
    page.locator("[data-scroll]").focus()
    page.keyboard.press("ArrowRight")  # tomorrow, in the first row
    assert "A-1" in said.inner_text()
    assert "free" in said.inner_text()
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("n")
    dialog = page.locator("dialog[data-book]")
    dialog.get_by_text("Hold", exact=True).click()
    dialog.get_by_text("Nothing stands in the way.").wait_for()
    dialog.get_by_role("button", name="Make it").click()
    page.get_by_text("stands on the calendar").wait_for()
    hold = Reservation.objects.get(reservation_type="hold")
    assert hold.property == first
    assert (hold.check_out_date - hold.check_in_date).days == 2
    page.locator("[data-scroll]").focus()
    for _ in range(7):
        page.keyboard.press("ArrowRight")
    assert "Keola Kahale" in said.inner_text()
    assert page.locator("[data-card]").get_by_text("Keola Kahale").is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/reservations/reservation/{other.pk}/change/")


def test_gaps_filters_and_the_search(window, house, make):
    (first, second), other = house
    make(
        "reservations.Reservation",
        property=first,
        check_in_date=other.check_out_date + timedelta(days=1),
        check_out_date=other.check_out_date + timedelta(days=5),
        status="pending",
    )
    page = window.open(f"{CHART}?days=30")
    Chart(page)
    page.locator("[name=gaps]").check()
    page.locator(".tc-orphan").wait_for()
    assert page.locator(".tc-gap").count() == 1
    page.locator("summary", has_text="Status").click()
    page.get_by_role("checkbox", name="Pending").check()
    assert page.locator(".tc-pale").count() == 1
    assert page.locator(".tc-row").count() == 1
    page.get_by_role("checkbox", name="Pending").uncheck()
    page.get_by_placeholder("Home, guest or number").fill(second.property_code)
    page.locator(f".tc-row[data-home='{first.pk}']").wait_for(state="detached")
    assert page.locator(".tc-row").count() == 1
    assert window.overflow == 0


def test_one_tap_at_the_desk(window, make):
    today = timezone.localdate()
    stay = make(
        "reservations.Reservation",
        property=make("property.Property", property_code="A-1", timezone_code="Pacific/Honolulu"),
        check_in_date=today,
        check_out_date=today + timedelta(days=3),
        status="confirmed",
    )
    page = window.open("/console/desk/today/")
    page.get_by_role("button", name=re.compile("Check in")).click()
    page.get_by_text("is checked in.").wait_for()
    stay.refresh_from_db()
    assert stay.status == "checked_in"
    assert window.overflow == 0
    page.get_by_role("button", name=re.compile("Undo")).click()
    page.get_by_text("is expected again.").wait_for()
    page.emulate_media(media="print")
    assert not page.get_by_role("button", name="Print").is_visible()
    assert not page.locator("#nav-sidebar").is_visible()
