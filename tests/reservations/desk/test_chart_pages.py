"""The chart's addresses: who may, what is said of a conflict, that nothing is written unasked."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from core.testing.factories import factory_of
from reservations.models import Reservation
from tests.reservations.desk.conftest import FIRST, day

pytestmark = pytest.mark.django_db


def post(client, name, values, *args, **headers):
    address = reverse(f"admin:{name}", args=args)
    body = json.dumps(values, default=str)
    return client.post(address, body, content_type="application/json", headers=headers)


def span(home, first, end, **more):
    return {"home": home.pk, "check_in": day(first), "check_out": day(end), **more}


def test_the_page_and_its_rows(browser, manager, home, book):
    stay = book(home, 1, 4)
    client = browser(manager)
    page = client.get(reverse("admin:chart"))
    assert b"data-chart" in page.content
    assert b'aria-current="page"' in page.content
    found = client.get(reverse("admin:chart_data"), {"first": FIRST, "days": 14}).json()
    assert [row[0] for row in found["stays"]] == [str(stay.pk)]
    assert found["columns"]["stays"][0] == "id"
    nonsense = {"first": "x", "days": "31", "resort": "y", "bedrooms": "-4", "gaps": "true"}
    assert client.get(reverse("admin:chart_data"), nonsense).json()["days"] == 30
    for far in ("0001-01-01", "9999-12-31"):
        assert client.get(reverse("admin:chart_data"), {"first": far}).status_code == 200
        asked = {"home": home.pk, "check_in": far, "check_out": far}
        assert client.get(reverse("admin:chart_look"), asked).status_code == 400
        asked = {"check_in": "0001-01-01", "check_out": "0001-01-04"}
        assert client.get(reverse("admin:availability"), asked).status_code == 200


def test_shut_to_those_without_stays(browser, staff, home):
    for name in ("chart", "chart_data", "chart_look"):
        assert browser(staff).get(reverse(f"admin:{name}")).status_code == 403
        assert browser().get(reverse(f"admin:{name}")).status_code == 302
    assert post(browser(staff), "chart_book", span(home, 1, 4)).status_code == 403


def test_a_move_needs_its_token(manager, home, book):
    stay = book(home, 1, 4)
    client = Client(enforce_csrf_checks=True)
    client.force_login(manager)
    assert post(client, "chart_change", span(home, 2, 5), stay.pk).status_code == 403
    assert client.get(reverse("admin:chart_change", args=[stay.pk])).status_code == 405
    stay.refresh_from_db()
    assert stay.check_in_date == day(1)


def test_moving_and_its_conflict_names_the_other(browser, manager, home, book):
    stay, other = book(home, 1, 4), book(home, 8, 12)
    client = browser(manager)
    refused = post(client, "chart_change", span(home, 6, 9), stay.pk)
    assert refused.status_code == 409
    assert other.number in " ".join(refused.json()["said"])
    moved = post(client, "chart_change", span(home, 4, 8, despite=["turn"]), stay.pk)
    assert moved.status_code == 200, moved.content
    stay.refresh_from_db()
    assert (stay.check_in_date, stay.check_out_date) == (day(4), day(8))


def test_looking_writes_nothing(browser, manager, home, book):
    stay, other = book(home, 1, 4), book(home, 8, 12)
    client = browser(manager)
    ask = reverse("admin:chart_look")
    found = client.get(ask, span(home, 7, 9, stay=stay.pk)).json()
    assert not found["is_possible"]
    assert [one["number"] for one in found["conflicts"]] == [other.number]
    found = client.get(ask, span(home, 2, 4, stay=stay.pk)).json()
    assert found["is_possible"]
    assert [one["topic"] for one in found["remarks"]] == ["minimum"]
    assert client.get(ask, span(home, 4, 4)).status_code == 400
    stay.refresh_from_db()
    assert stay.check_in_date == day(1)


def test_a_warning_is_taken_on_by_name(browser, manager, home, book):
    stay = book(home, 1, 5)
    client = browser(manager)
    refused = post(client, "chart_change", span(home, 1, 3), stay.pk)
    assert refused.status_code == 400
    assert "home asks for 3" in " ".join(refused.json()["said"])
    assert (
        post(client, "chart_change", span(home, 1, 3, despite=["minimum"]), stay.pk).status_code
        == 200
    )


def test_a_stay_out_of_reach_is_not_there(browser, lead, home, book):
    stay = book(home, 1, 4)
    ours = factory_of("property.Property").create(
        status="active", primary_team=lead.team_member.team
    )
    client = browser(lead)
    assert post(client, "chart_change", span(ours, 2, 5), stay.pk).status_code in (403, 404)
    assert client.get(reverse("admin:chart_look"), span(home, 1, 4)).status_code == 400
    mine = book(ours, 1, 4)
    assert post(client, "chart_change", span(home, 2, 5), mine.pk).status_code in (400, 403, 404)
    stay.refresh_from_db()
    assert stay.check_in_date == day(1)


def test_booking_each_kind(browser, manager, home):
    client = browser(manager)
    guest = factory_of("directory.Guest").create()
    nobody = post(client, "chart_book", span(home, 1, 4, kind="guest"))
    assert nobody.status_code == 400
    assert "guest" in nobody.json()["fields"]
    for start, kind, more in (
        (1, "guest", {"guest": guest.pk, "adults": "3", "notes": "Cot"}),
        (10, "owner", {}),
        (20, "maintenance", {"guest": guest.pk}),
        (30, "hold", {"hold_hours": 24}),
    ):
        made = post(client, "chart_book", span(home, start, start + 4, kind=kind, **more))
        assert made.status_code == 200, made.content
        stay = Reservation.objects.get(pk=made.json()["id"])
        assert (stay.reservation_type, stay.check_in_date) == (kind, day(start))
        assert stay.guest == (guest if kind == "guest" else None)
        assert (stay.hold_expires_at is not None) == (kind == "hold")
    assert post(client, "chart_book", span(home, 2, 6, kind="hold")).status_code == 409


def test_sent_twice_it_is_one_stay(browser, manager, home):
    values = span(home, 1, 4, kind="maintenance", key="019c0d5e-0000-7000-8000-000000000001")
    client = browser(manager)
    first, again = (post(client, "chart_book", values).json() for _ in range(2))
    assert first == again
    assert Reservation.objects.count() == 1


def test_what_is_no_json_is_refused(browser, manager, home):
    address = reverse("admin:chart_book")
    for body in ("", "[1]", "{", '"x"', '{"home": {"a": 1}, "check_in": []}'):
        got = browser(manager).post(address, body, content_type="application/json")
        assert got.status_code == 400, body
        assert got.json()["said"]
