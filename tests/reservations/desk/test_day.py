"""The day at the desk: what stands in which list, and one tap in and out."""

from datetime import UTC, datetime, time
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from core.testing.factories import factory_of
from reservations.selectors.desk_day import desk_day
from tests.reservations.desk.conftest import day

pytestmark = pytest.mark.django_db
NOON = datetime(2027, 3, 6, 22, 30, tzinfo=UTC)  # half past noon on Maui, on day(5)


def tap(client, stay, deed):
    address = reverse("admin:desk_deed", args=[stay.pk, deed])
    return client.post(address, {"day": day(5)}, follow=True)


def test_lists_turns_and_what_is_not_ready(superuser, home, book):
    other = factory_of("property.Property").create(property_code="B-2", check_out_time=time(11))
    leaves = book(home, 1, 5, status="checked_in")
    comes = book(home, 5, 9, expected_arrival_time=time(13), amount_due=Decimal("120.00"))
    stays = book(other, 3, 7, status="checked_in")
    book(other, 7, 9)
    book(home, 9, 12, status="cancelled")
    make = factory_of("property.Clean").create
    clean = make(property=home, scheduled_date=day(5), status="assigned")
    make(property=home, scheduled_date=day(5), status="cancelled")
    found = desk_day(superuser, day(5))
    assert [one.stay for one in found.arrivals] == [comes]
    assert [one.stay for one in found.departures] == [leaves]
    assert [one.stay for one in found.in_house] == [stays]
    (arrival,) = found.turns
    assert (arrival.turn, arrival.time, arrival.is_expected) == (leaves, time(13), True)
    assert arrival.balance == Decimal("120.00")
    assert arrival.missing == ["Clean assigned"]
    assert [one.stay for one in found.not_ready] == [comes]
    type(clean)._base_manager.filter(pk=clean.pk).delete()
    make(property=home, scheduled_date=day(5), status="scheduled")
    assert found.departures[0].time == home.check_out_time


def test_work_left_over_keeps_a_home_from_being_ready(superuser, home, book):
    book(home, 5, 9)
    make = factory_of("property.Clean").create
    make(property=home, scheduled_date=day(3), status="scheduled")
    check = factory_of("property.Inspection").create
    check(property=home, scheduled_date=day(4), status="scheduled")
    (arrival,) = desk_day(superuser, day(5)).not_ready
    assert arrival.missing == ["Clean scheduled", "Inspection not done"]


def test_the_day_is_the_persons_own(lead, home, book):
    ours = factory_of("property.Property").create(primary_team=lead.team_member.team)
    mine = book(ours, 5, 9)
    book(home, 5, 9)
    assert [one.stay for one in desk_day(lead, day(5)).arrivals] == [mine]


def test_statements_do_not_grow(superuser, home, book, django_assert_num_queries):
    for number in range(5):
        more = factory_of("property.Property").create(property_code=f"C-{number}")
        book(more, 1, 5)
        book(more, 5, 8)
    with django_assert_num_queries(3):
        found = desk_day(superuser, day(5))
        assert [one.name for one in found.arrivals]


def test_one_tap_in_and_back(browser, manager, home, book, time_machine):
    time_machine.move_to(NOON, tick=False)
    stay = book(home, 5, 9)
    client = browser(manager)
    page = client.get(reverse("admin:desk"), {"day": day(5)}).content.decode()
    assert "Check in" in page
    assert client.get(reverse("admin:desk_deed", args=[stay.pk, "check-in"])).status_code == 405
    page = tap(client, stay, "check-in").content.decode()
    stay.refresh_from_db()
    assert (stay.status, stay.actual_check_in_at) == ("checked_in", NOON)
    assert "in since 12:30 p.m." in page  # on the clock of the home
    tap(client, stay, "undo-check-in")
    stay.refresh_from_db()
    assert stay.status == "confirmed"


def test_undone_departure_keeps_the_time_of_arrival(browser, manager, home, book, time_machine):
    time_machine.move_to(NOON, tick=False)
    came = datetime(2027, 3, 3, 2, tzinfo=UTC)
    stay = book(home, 1, 5, status="checked_in", actual_check_in_at=came)
    client = browser(manager)
    tap(client, stay, "check-out")
    stay.refresh_from_db()
    assert (stay.status, stay.actual_check_out_at) == ("checked_out", NOON)
    tap(client, stay, "undo-check-out")
    stay.refresh_from_db()
    assert (stay.status, stay.actual_check_in_at) == ("checked_in", came)


def test_refusals_are_said_and_strangers_find_nothing(browser, manager, lead, staff, home, book):
    stay = book(home, 5, 9)
    assert b"can only become" in tap(browser(manager), stay, "check-out").content
    assert tap(browser(manager), stay, "paint").status_code == 404
    assert tap(browser(lead), stay, "check-in").status_code == 404
    assert tap(browser(staff), stay, "check-in").status_code == 403
    assert browser(staff).get(reverse("admin:desk")).status_code == 403
    checked = Client(enforce_csrf_checks=True)
    checked.force_login(manager)
    assert tap(checked, stay, "check-in").status_code == 403
    stay.refresh_from_db()
    assert stay.status == "confirmed"


def test_a_day_that_is_none_is_today(browser, manager):
    for text in ("", "31.12.", "2027-02-30", "soon", "0001-01-01", "9999-12-31"):
        assert browser(manager).get(reverse("admin:desk"), {"day": text}).status_code == 200
