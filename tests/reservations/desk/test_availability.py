"""Free homes, against an oracle that walks the nights one by one."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings, strategies as st

from core.testing.factories import factory_of
from property.models import Property
from reservations.models import Reservation
from reservations.selectors.availability import Wanted, available, spans_in, spans_of
from tests.reservations.desk.conftest import FIRST, day

pytestmark = pytest.mark.django_db
API = "/api/v1/reservations/availability/"
BLOCKING = ("pending", "confirmed", "checked_in", "checked_out")
LAST = 20

spans = st.tuples(st.integers(0, LAST - 1), st.integers(1, 6)).map(
    lambda one: (one[0], one[0] + one[1])
)
stays = st.lists(st.tuples(spans, st.sampled_from([*BLOCKING, "cancelled", "inquiry"])), max_size=6)


def taken(rows) -> set[int]:
    """The nights that blocking stays have, by their number."""
    return {
        night for first, end, status in rows if status in BLOCKING for night in range(first, end)
    }


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(calendars=st.lists(stays, min_size=1, max_size=3), span=spans, nights=st.integers(0, 7))
def test_free_is_what_nobody_has(superuser, calendars, span, nights):
    first, end = span
    nights = nights if 0 < nights <= end - first else None
    Reservation._base_manager.all()._raw_delete("default")
    expected = set()
    homes = list(Property.objects.order_by("property_code"))
    make = factory_of("property.Property").create
    while len(homes) < 3:
        homes.append(
            make(property_code=f"H-{len(homes)}", status="active", management_status="managed")
        )
    for home, rows in zip(homes, calendars, strict=False):
        kept: list[tuple[int, int, str]] = []
        for (start, stop), status in rows:
            if status in BLOCKING and taken(kept) & set(range(start, stop)):
                continue
            kept.append((start, stop, status))
            factory_of("reservations.Reservation").create(
                property=home, check_in_date=day(start), check_out_date=day(stop), status=status
            )
        busy = taken(kept)
        long = nights or end - first
        if any(
            not busy & set(range(start, start + long)) for start in range(first, end - long + 1)
        ):
            expected.add(home.pk)
    expected |= {home.pk for home in homes[len(calendars) :]}
    wanted = Wanted(day(first), day(end), nights)
    found = available(superuser, wanted)
    assert {home.pk for home in found} == expected
    for home in spans_of(found, wanted):
        inside = list(spans_in(home.free_spans))
        assert any((stop - start).days >= wanted.length for start, stop in inside)
        assert all(day(first) <= start < stop <= day(end) for start, stop in inside)


@pytest.fixture
def row(db):
    def made(code, **values):
        kept = {"status": "active", "management_status": "managed", **values}
        return factory_of("property.Property").create(property_code=code, **kept)

    return made


def codes(user, **asked):
    found = available(user, Wanted(day(1), day(4), **asked))
    return [home.property_code for home in found.order_by("property_code")]


def test_wishes(superuser, row):
    area, resort = factory_of("geo.Area").create(), factory_of("property.Resort").create()
    row("A", bedrooms=0, sleeps=2, pet_policy="no_pets")
    large = row("B", bedrooms=3, sleeps=8, area=area, pet_policy="dogs_ok")
    row("C", bedrooms=2, sleeps=4, resort=resort, pet_policy="service_animals_only")
    row("D", bedrooms=5, status="churned")
    row("E", bedrooms=5, management_status="terminated")
    offer = factory_of("property.PropertyAmenity").create
    offer(property=large, amenity_type_code="POOL")
    offer(property=large, amenity_type_code="WIFI", is_available=False)
    assert codes(superuser) == ["A", "B", "C"]
    assert codes(superuser, bedrooms=2) == ["B", "C"]
    assert codes(superuser, guests=5) == ["B"]
    assert codes(superuser, area=area.pk) == ["B"]
    assert codes(superuser, resort=resort.pk) == ["C"]
    assert codes(superuser, pets=1) == ["B"]
    assert codes(superuser, amenities=("POOL",)) == ["B"]
    assert codes(superuser, amenities=("POOL", "WIFI")) == []


def test_only_homes_and_calendars_in_reach(lead, staff, row):
    row("X")
    row("Y", primary_team=lead.team_member.team)
    assert codes(lead) == ["Y"]
    assert codes(staff) == []


def test_the_console_page(browser, manager, staff, row, book):
    free, other = row("FREE-1", min_stay_nights=5), row("FULL-1")
    book(other, 1, 4)
    address = reverse("admin:availability")
    assert browser(staff).get(address).status_code == 403
    client = browser(manager)
    assert client.get(address).status_code == 200
    page = client.get(address, {"check_in": day(1), "check_out": day(4)}).content.decode()
    assert free.property_code in page
    assert "FULL-1" not in page
    assert "The house minimum is 5 nights." in page
    page = client.get(address, {"check_in": day(4), "check_out": day(4)}).content.decode()
    assert "That is not after the first day." in page
    wide = {"check_in": day(1), "check_out": day(10), "nights": 4}
    assert "FULL-1" in client.get(address, wide).content.decode()


def test_the_api(browser, manager, staff, row, book):
    row("FREE-1")
    book(row("FULL-1"), 1, 4)
    client = browser(manager)
    asked = {"check_in": day(1), "check_out": day(4)}
    told = client.get(API, asked).json()
    assert told["count"] == 1
    assert told["results"][0]["property_code"] == "FREE-1"
    assert told["results"][0]["free"] == [{"check_in": str(day(1)), "check_out": str(day(4))}]
    later = client.get(API, {"check_in": day(1), "check_out": day(9), "nights": 5}).json()
    assert {one["property_code"]: one["free"][0]["check_in"] for one in later["results"]} == {
        "FREE-1": str(day(1)),
        "FULL-1": str(day(4)),
    }
    assert client.get(API, {**asked, "limit": 1, "nights": 1}).json()["count"] == 1
    assert browser(staff).get(API, asked).status_code == 403
    assert browser().get(API, asked).status_code in (401, 403)


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"check_in": "x", "check_out": "2027-01-02"},
        {"check_in": FIRST, "check_out": FIRST},
        {"check_in": FIRST, "check_out": FIRST + timedelta(days=500)},
        {"check_in": FIRST, "check_out": FIRST + timedelta(days=2), "nights": 3},
        {"check_in": FIRST, "check_out": date(2027, 3, 3), "area": "x"},
        {"check_in": FIRST, "check_out": date(2027, 3, 3), "limit": 0},
        {"check_in": FIRST, "check_out": date(2027, 3, 3), "amenities": "a\0"},
    ],
)
def test_what_cannot_be_asked(browser, manager, asked):
    got = browser(manager).get(API, asked)
    assert got.status_code == 400
    assert got["Content-Type"] == "application/problem+json"
