"""Stays: booked, moved, cut, and what stands in their way."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from core.services import record_save
from core.spans import merged
from core.testing.factories import DAY, NOON, factory_of
from reservations.models import PropertyCalendar, Reservation, StayChange
from reservations.selectors.what_if import what_if
from reservations.services import following
from reservations.services.stays import (
    stay_book,
    stay_cancel,
    stay_change,
    stay_check_in,
    stay_check_out,
    stay_confirm,
    stay_no_show,
    stay_restore,
    stay_revise,
    stay_split,
)
from reservations.services.upkeep import calendars_catch_up, hold_expire, holds_expire

pytestmark = pytest.mark.django_db


def day(number: int) -> date:
    """A day of the stays below."""
    return DAY + timedelta(days=number)


@pytest.fixture
def home():
    """A home that takes short stays."""
    return factory_of("property.Property").create(min_stay_nights=1, sleeps=4)


@pytest.fixture
def other_home():
    """Another one."""
    return factory_of("property.Property").create(min_stay_nights=1)


@pytest.fixture
def guest():
    """Somebody who books."""
    return factory_of("directory.Guest").create()


def booked(home, guest, first=0, end=5, **more) -> Reservation:
    """A confirmed stay."""
    return stay_book(
        home=home,
        check_in_date=day(first),
        check_out_date=day(end),
        guest=guest,
        actor=None,
        **more,
    )


def busy(home) -> list[tuple[date, date]]:
    """Nights that the home's calendar has as taken."""
    row = PropertyCalendar.objects.get(property=home)
    assert row.unfollowed_since is None
    return [(span.lower, span.upper) for span in row.busy]


class TestBooking:
    def test_takes_the_nights(self, home, guest):
        stay = booked(home, guest)
        assert stay.number.startswith("RES-")
        assert stay.booked_at is not None
        assert stay.confirmed_at == stay.booked_at
        assert stay.nights == 5
        assert busy(home) == [(day(0), day(5))]

    def test_names_the_stay_in_the_way(self, home, guest):
        first = booked(home, guest)
        with pytest.raises(ValidationError) as refused:
            booked(home, guest, 4, 8)
        assert refused.value.code == "conflict"
        assert first.number in refused.value.message
        assert f"{day(0)} to {day(5)}" in refused.value.message
        assert str(guest.contact) not in refused.value.message

    def test_lets_a_turn_be(self, home, guest):
        booked(home, guest)
        booked(home, guest, 5, 8)
        assert busy(home) == [(day(0), day(8))]

    def test_an_inquiry_takes_no_nights_and_meets_none(self, home, guest):
        booked(home, guest)
        inquiry = booked(home, guest, 1, 3, status="inquiry")
        assert inquiry.booked_at is None
        assert busy(home) == [(day(0), day(5))]

    def test_twice_with_one_key_is_one_stay(self, home, guest):
        key = uuid4()
        assert booked(home, guest, key=key) == booked(home, guest, key=key)
        assert Reservation.objects.count() == 1

    def test_dates_refuse(self, home, guest):
        with pytest.raises(ValidationError, match="not after the day of arrival"):
            booked(home, guest, 3, 3)

    def test_the_law_refuses_and_the_house_asks(self, home, guest):
        home.legal_min_nights, home.min_stay_nights = 2, 4
        with pytest.raises(ValidationError, match="the law") as refused:
            booked(home, guest, 0, 1, despite=["minimum"])
        assert refused.value.error_dict["check_out_date"][0].code == "legal"
        with pytest.raises(ValidationError) as asked:
            booked(home, guest, 0, 3)
        assert [e.code for e in asked.value.error_dict["despite"]] == ["minimum"]
        assert booked(home, guest, 0, 3, despite=["minimum"]).nights == 3

    def test_what_comes_from_elsewhere_is_a_fact(self, home, guest):
        home.legal_min_nights, home.min_stay_nights = 30, 30
        assert booked(home, guest, 0, 1, source="job").nights == 1

    def test_needs_its_guest(self, home):
        with pytest.raises(ValidationError) as refused:
            booked(home, None)
        assert "guest" in refused.value.error_dict
        assert booked(home, None, kind="maintenance").guest is None

    def test_a_raw_save_is_told_too(self, home, guest):
        first = booked(home, guest)
        row = factory_of("reservations.Reservation").build(
            property=home, guest=guest, status="confirmed", check_in_date=day(2)
        )
        with pytest.raises(ValidationError, match=first.number) as refused:
            record_save(instance=row, actor=None)
        assert refused.value.error_dict["__all__"][0].code == "conflict"


class TestChanging:
    def test_stretches_over_its_own_nights(self, home, guest):
        stay = booked(home, guest)
        moved = stay_change(stay=stay, check_in_date=day(3), check_out_date=day(9), actor=None)
        assert (moved.check_in_date, moved.check_out_date) == (day(3), day(9))
        assert busy(home) == [(day(3), day(9))]
        change = StayChange.objects.get(reservation=stay)
        assert (change.old_check_in_date, change.new_check_in_date) == (day(0), day(3))

    def test_moves_to_another_home(self, home, other_home, guest):
        stay = stay_change(stay=booked(home, guest), home=other_home, actor=None, reason="Leak.")
        assert stay.property == other_home
        assert busy(home) == []
        assert busy(other_home) == [(day(0), day(5))]
        change = StayChange.objects.get(reservation=stay)
        assert (change.old_property, change.new_property) == (home, other_home)
        assert change.reason == "Leak."

    def test_onto_another_is_refused_whole(self, home, other_home, guest):
        there = booked(other_home, guest, 2, 4)
        stay = booked(home, guest)
        with pytest.raises(ValidationError, match=there.number):
            stay_change(stay=stay, home=other_home, actor=None, source="job")
        assert busy(home) == [(day(0), day(5))]

    def test_nothing_new_writes_nothing(self, home, guest):
        stay = booked(home, guest)
        assert stay_change(stay=stay, check_out_date=day(5), actor=None) == stay
        assert not StayChange.objects.exists()

    def test_a_stay_that_began_keeps_its_arrival(self, home, other_home, guest):
        stay = stay_check_in(stay=booked(home, guest), at=at(day(0)), actor=None)
        with pytest.raises(ValidationError, match="has arrived"):
            stay_change(stay=stay, check_in_date=day(1), actor=None)
        with pytest.raises(ValidationError, match="split"):
            stay_change(stay=stay, home=other_home, actor=None)
        assert stay_change(stay=stay, check_out_date=day(2), actor=None).nights == 2

    def test_a_cancelled_stay_is_restored_first(self, home, guest):
        stay = stay_cancel(stay=booked(home, guest), reason="Ill.", actor=None)
        with pytest.raises(ValidationError, match="restore"):
            stay_change(stay=stay, check_out_date=day(9), actor=None)


class TestSplitting:
    def test_cuts_in_two(self, home, other_home, guest):
        whole = stay_check_in(stay=booked(home, guest), at=at(day(0)), actor=None)
        first, second = stay_split(stay=whole, at=day(2), home=other_home, actor=None)
        assert (first.status, second.status) == ("checked_in", "confirmed")
        assert (first.nights, second.nights) == (2, 3)
        assert second.previous_reservation == first
        assert second.booked_at == whole.booked_at
        assert busy(home) == [(day(0), day(2))]
        assert busy(other_home) == [(day(2), day(5))]

    def test_needs_a_free_home_and_a_day_between(self, home, other_home, guest):
        there = booked(other_home, guest, 4, 8)
        stay = booked(home, guest)
        with pytest.raises(ValidationError, match=there.number):
            stay_split(stay=stay, at=day(2), home=other_home, actor=None)
        with pytest.raises(ValidationError, match="between"):
            stay_split(stay=stay, at=day(0), home=other_home, actor=None)
        assert Reservation.objects.count() == 2


class TestLife:
    def test_cancelled_and_back(self, home, guest):
        stay = booked(home, guest)
        off = stay_cancel(stay=stay, reason="Flight.", cancelled_by="guest", refund=100, actor=None)
        assert off.cancelled_at is not None
        assert (off.cancellation_reason, off.refund_total) == ("Flight.", 100)
        assert busy(home) == []
        back = stay_restore(stay=off, reason="Flies after all.", actor=None)
        assert (back.status, back.cancelled_at, back.booked_at) == (
            "confirmed",
            None,
            stay.booked_at,
        )
        assert busy(home) == [(day(0), day(5))]
        kept = list(StayChange.objects.filter(reservation=stay).values_list("new_status", "reason"))
        assert sorted(kept) == [("cancelled", "Flight."), ("confirmed", "Flies after all.")]

    def test_comes_not_back_onto_another(self, home, guest):
        off = stay_cancel(stay=booked(home, guest), reason="Ill.", actor=None)
        there = booked(home, guest, 4, 6)
        with pytest.raises(ValidationError, match=there.number) as refused:
            stay_restore(stay=off, reason="Well again.", actor=None)
        assert refused.value.code == "conflict"

    def test_no_show_gives_the_nights_back(self, home, guest):
        stay_no_show(stay=booked(home, guest), reason="Nobody came.", actor=None)
        assert busy(home) == []

    def test_early_departure_frees_nights_when_asked(self, home, guest):
        stay = stay_check_in(stay=booked(home, guest), at=at(day(0)), actor=None)
        gone = stay_check_out(stay=stay, at=at(day(3)), frees_nights=True, actor=None)
        assert gone.check_out_date == day(3)
        assert busy(home) == [(day(0), day(3))]

    def test_not_checked_in_before_the_day(self, home, guest):
        with pytest.raises(ValidationError, match="change its dates"):
            stay_check_in(stay=booked(home, guest), at=at(day(-1)), actor=None)

    def test_cancelling_asks_why(self, home, guest):
        with pytest.raises(ValidationError, match="reason"):
            stay_cancel(stay=booked(home, guest), reason=" ", actor=None)


class TestWhatIf:
    def test_turns_in_minutes(self, home, guest):
        home.turnover_minutes, home.inspection_minutes = 300, 30
        before = booked(home, guest)
        seen = what_if(home=home, check_in_date=day(5), check_out_date=day(8), guests=6)
        assert seen.is_possible
        assert (seen.turn_before.stay.number, seen.turn_before.available) == (before.number, 300)
        assert not seen.turn_before.is_ok
        assert seen.turn_after is None
        assert [remark.topic for remark in seen.warnings] == ["occupancy", "turn"]

    def test_seasons_have_minimums_and_days(self, home):
        factory_of("revenue.SeasonalRate").create(
            property=home,
            season_name="Whales",
            start_date=day(0),
            end_date=day(30),
            min_stay=7,
            arrival_days=[6],
        )
        seen = what_if(home=home, check_in_date=day(0), check_out_date=day(3))
        assert seen.minimums["house"] == 7
        assert [r.topic for r in seen.warnings] == ["minimum", "arrival_day"]
        assert "Saturdays" in " ".join(seen.sentences)

    def test_ignores_the_stay_that_is_changed(self, home, guest, django_assert_num_queries):
        stay = booked(home, guest)
        with django_assert_num_queries(2):
            seen = what_if(home=home, check_in_date=day(1), check_out_date=day(6), ignore=stay)
        assert seen.conflicts == []


def at(day_of: date) -> datetime:
    """Noon of a day on Maui."""
    return datetime(day_of.year, day_of.month, day_of.day, 22, tzinfo=UTC)


def test_a_form_does_not_bring_back_what_was_cancelled_meanwhile(home, guest):
    stay = booked(home, guest)
    typed_in = Reservation.objects.get(pk=stay.pk)
    stay_cancel(stay=stay, reason="Ill.", actor=None)
    typed_in.guest_notes = "Late."
    with pytest.raises(ValidationError) as refused:
        stay_revise(stay=typed_in, actor=None)
    assert refused.value.code == "conflict"
    stay.refresh_from_db()
    assert (stay.status, stay.guest_notes) == ("cancelled", None)


def test_losers_ask_once(home, guest, django_assert_num_queries):
    booked(home, guest)
    with django_assert_num_queries(1), pytest.raises(ValidationError):
        booked(home, guest)


class TestUpkeep:
    def test_holds_expire_by_themselves(self, home):
        over = booked(home, None, kind="hold", hold_expires_at=NOON)
        kept = booked(home, None, 5, 8, kind="hold", hold_expires_at=NOON + timedelta(hours=1))
        assert holds_expire(at=NOON) == 1
        over.refresh_from_db()
        assert (over.status, over.cancelled_by, over.cancellation_reason) == (
            "cancelled",
            "system",
            "Hold expired",
        )
        assert busy(home) == [(kept.check_in_date, kept.check_out_date)]
        assert holds_expire(at=NOON) == 0

    def test_what_was_confirmed_meanwhile_does_not_expire(self, home, guest):
        stay = booked(home, guest, status="pending", hold_expires_at=NOON)
        seen_before = Reservation.objects.get(pk=stay.pk)
        stay_confirm(stay=stay, actor=None)
        assert not hold_expire(stay=seen_before, at=NOON)
        seen_before.refresh_from_db()
        assert seen_before.status == "confirmed"

    def test_a_hold_that_was_prolonged_meanwhile_does_not_expire(self, home):
        stay = booked(home, None, kind="hold", hold_expires_at=NOON)
        Reservation.objects.filter(pk=stay.pk).update(hold_expires_at=NOON + timedelta(hours=1))
        assert not hold_expire(stay=stay, at=NOON)
        assert hold_expire(stay=stay, at=NOON + timedelta(hours=1))

    def test_stays_that_came_otherwise_are_followed(self, home, guest, monkeypatch):
        seen = []
        monkeypatch.setattr(
            following, "FOLLOWERS", (lambda *, home, windows, **who: seen.append((home, windows)),)
        )
        stay = factory_of("reservations.Reservation").create(property=home, status="confirmed")
        assert calendars_catch_up() == 1
        nights = (stay.check_in_date, stay.check_out_date)
        assert seen == [(home, [nights])]
        assert calendars_catch_up() == 0
        Reservation.objects.filter(pk=stay.pk).update(check_in_date=day(20), check_out_date=day(22))
        assert calendars_catch_up() == 1
        assert seen[1:] == [(home, [nights, (day(20), day(22))])]

    def test_windows_are_few(self):
        assert merged(
            [(day(5), day(7)), (day(0), day(2)), (day(3), day(4)), (day(9), day(10))],
            gap=timedelta(days=1),
        ) == [
            (day(0), day(7)),
            (day(9), day(10)),
        ]
