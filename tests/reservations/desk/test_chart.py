"""What the tape chart is made of: windows, scope, gaps, and how many statements that takes."""

from datetime import timedelta

import pytest

from core.testing.factories import factory_of
from reservations.selectors.chart import (
    CLEAN_COLUMNS,
    HOME_COLUMNS,
    STAY_COLUMNS,
    Asked,
    chart,
)
from tests.reservations.desk.conftest import FIRST, day

pytestmark = pytest.mark.django_db


def rows(found, kind, columns):
    return [dict(zip(columns, row, strict=True)) for row in found[kind]]


def stays_of(user, first=0, days=14, **asked):
    found = chart(user, Asked(first=day(first), days=days, **asked), FIRST)
    return {row["number"]: row for row in rows(found, "stays", STAY_COLUMNS)}


def test_a_window_has_the_stays_that_touch_its_days(superuser, home, book):
    before = book(home, -5, -1)
    leaves = book(home, -1, 0)  # half a cell on the first day
    across = book(home, 0, 5)
    turns = book(home, 5, 8)
    runs_on = book(home, 12, 20)
    after = book(home, 20, 22)
    off = book(home, 8, 11, status="cancelled")
    asked_for = book(home, 8, 11, status="inquiry")
    found = stays_of(superuser)
    shown = {leaves, across, turns, runs_on, asked_for}
    assert set(found) == {stay.number for stay in shown}
    assert not set(found) & {before.number, after.number, off.number}
    one = found[turns.number]
    assert (one["check_in"], one["check_out"]) == (day(5), day(8))
    turns.guest.contact.refresh_from_db()
    assert one["guest"] == turns.guest.contact.full_name


def test_filters_and_the_order_of_homes(superuser, book):
    make = factory_of("property.Property").create
    resort = factory_of("property.Resort").create(resort_name="Alpha Cove")
    zone = factory_of("geo.Area").create()
    area = factory_of("geo.Area").create(parent_area=zone)
    alone = make(property_code="A-9", status="active", bedrooms=0)
    inner = make(property_code="B-1", status="active", resort=resort, bedrooms=2, area=area)
    make(property_code="B-0", status="active", resort=resort, bedrooms=3)
    make(property_code="Z-1", status="churned")

    def codes(**asked):
        found = chart(superuser, Asked(first=FIRST, **asked), FIRST)
        return [row["code"] for row in rows(found, "homes", HOME_COLUMNS)]

    assert codes() == ["B-0", "B-1", "A-9"]
    assert codes(resort=resort.pk) == ["B-0", "B-1"]
    assert codes(area=area.pk) == codes(area=zone.pk) == ["B-1"]
    assert codes(bedrooms=0) == ["A-9"]
    assert codes(text=inner.property_name) == ["B-1"]
    assert alone.pk not in {
        row[0] for row in chart(superuser, Asked(FIRST, resort=resort.pk), FIRST)["homes"]
    }


def test_only_what_the_person_reads(lead, home, book):
    ours = factory_of("property.Property").create(
        property_code="T-1", status="active", primary_team=lead.team_member.team
    )
    mine, theirs = book(ours, 1, 4), book(home, 1, 4)
    found = chart(lead, Asked(FIRST), FIRST)
    assert {row[0] for row in found["homes"]} == {ours.pk}
    assert {row[0] for row in found["stays"]} == {mine.pk}
    assert [row[0] for row in found["calendars"]] == [ours.pk]
    assert theirs.pk not in {row[0] for row in found["stays"]}


def test_cleans_and_calendars_of_the_window(superuser, home, book):
    stay = book(home, 1, 4)
    make = factory_of("property.Clean").create
    clean = make(property=home, reservation=stay, scheduled_date=day(4))
    make(property=home, scheduled_date=day(4), status="cancelled")
    make(property=home, scheduled_date=day(40))
    found = chart(superuser, Asked(FIRST, days=14), FIRST)
    (row,) = rows(found, "cleans", CLEAN_COLUMNS)
    assert (row["id"], row["day"], row["stay"]) == (clean.pk, day(4), stay.pk)
    assert found["calendars"] == [(home.pk, f"{{[{day(1)},{day(4)})}}")]


def test_statements_do_not_grow_with_homes(superuser, book, django_assert_num_queries):
    def grown(count):
        for number in range(count):
            home = factory_of("property.Property").create(status="active")
            stay = book(home, 1, 4)
            factory_of("property.Clean").create(
                property=home, reservation=stay, scheduled_date=day(4)
            )
            assert number < count

    asked = Asked(FIRST, with_gaps=True)
    grown(2)
    with django_assert_num_queries(7):
        chart(superuser, asked, FIRST)
    grown(6)
    with django_assert_num_queries(7):
        chart(superuser, asked, FIRST)


def test_gaps_and_orphans(superuser, home, book):
    for first, end in ((-9, -5), (-1, 2), (4, 8), (11, 13), (20, 22)):
        book(home, first, end)
    found = chart(superuser, Asked(FIRST, days=30, with_gaps=True), FIRST)
    assert found["gaps"] == [
        (home.pk, day(2), day(4), True),  # two nights
        (home.pk, day(8), day(11), False),  # three, the house minimum
        (home.pk, day(13), day(20), False),
    ]
    home.min_stay_nights = 5
    home.save(update_fields=["min_stay_nights"])
    found = chart(superuser, Asked(FIRST, days=30, with_gaps=True), FIRST)
    assert [gap[3] for gap in found["gaps"]] == [True, True, False]
    later = chart(superuser, Asked(FIRST, days=30, with_gaps=True), day(14))
    assert later["gaps"][0] == (
        home.pk,
        day(14),
        day(20),
        False,
    )  # nights that are over are not sold
    assert (
        chart(superuser, Asked(FIRST, days=7, with_gaps=True), FIRST + timedelta(days=9))["gaps"]
        == []
    )
