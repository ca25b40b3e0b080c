"""Journeys follow their stays: one each, planned by the rules, advanced by clock and events."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, transaction

from comms.models import ChannelSetting, MessageTemplate
from core.models import RowChange
from core.testing.factories import factory_of
from ref.models import StageTouchpoint, TouchpointType
from reservations.choices.journeys import OPEN
from reservations.models import GuestJourney, Reservation, Touchpoint
from reservations.selectors.journey_plans import (
    NEVER_ARRIVED,
    NOT_ARRIVED,
    TOO_SHORT,
    UNCONFIRMED,
    outside,
    quiet_span,
)
from reservations.services.journeys import drafts_renew, follow, journeys_advance

pytestmark = pytest.mark.django_db

MAUI = ZoneInfo("Pacific/Honolulu")
ARRIVAL, NIGHTS = date(2027, 3, 20), 7
BOOKED = datetime(2027, 1, 10, 20, 0, tzinfo=UTC)  # ten in the morning there, 69 days before
ALWAYS = (date(2000, 1, 1), date(2100, 1, 1))


def on(day: date, hour: int = 0, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), MAUI)


def before(days: int, hour: int = 0) -> datetime:
    return on(ARRIVAL - timedelta(days=days), hour)


@pytest.fixture
def home():
    return factory_of("property.Property")(timezone_code="Pacific/Honolulu", property_name="Hale")


@pytest.fixture
def guest():
    contact = factory_of("directory.Contact")(
        first_name="Kai", last_name="Mahoe", email="kai@example.com", phone="+18085550123"
    )
    return factory_of("directory.Guest")(contact=contact)


@pytest.fixture
def book(home, guest):
    def make(booked_at=BOOKED, arrival=ARRIVAL, nights=NIGHTS, **values):
        values = {"status": "confirmed", "booking_source_code": "DIRECT", **values}
        stay = factory_of("reservations.Reservation")(
            property=home,
            guest=guest,
            check_in_date=arrival,
            check_out_date=arrival + timedelta(days=nights),
            booked_at=booked_at,
            **values,
        )
        settle(stay, booked_at)
        return stay

    return make


def settle(stay, now, **changes):
    """Write the stay as plain SQL would, then let its journey follow."""
    if changes:
        Reservation._base_manager.filter(pk=stay.pk).update(**changes)
    stay.refresh_from_db()
    follow(home=stay.property, windows=[ALWAYS], actor=None, now=now)


def journey_of(stay) -> GuestJourney:
    return GuestJourney.objects.get(reservation=stay)


def touchpoints(stay) -> dict[str, Touchpoint]:
    rows = Touchpoint.objects.filter(journey__reservation=stay, rule__isnull=False)
    return {row.touchpoint_type.code: row for row in rows.select_related("touchpoint_type")}


def test_a_booking_brings_a_journey_with_all_that_the_rules_ask(book):
    stay = book()
    journey, found = journey_of(stay), touchpoints(stay)
    assert journey.current_stage.code == "booking_new"
    assert journey.stage_entered_at == BOOKED
    assert journey.next_stage_at == before(30)
    assert len(found) == StageTouchpoint.objects.count() == 22
    assert {row.status for row in found.values()} == {"scheduled"}
    assert found["booking_confirmation"].due_at == BOOKED
    assert found["welcome_email"].due_at == BOOKED + timedelta(hours=2)
    assert found["pre_arrival_7"].due_at == before(7, 9)
    assert found["payment_reminder"].due_at == before(30, 10)
    assert found["welcome_message"].due_at == on(ARRIVAL, 17)
    assert found["welcome_message"].hold_reason == NOT_ARRIVED
    assert found["post_stay_survey"].due_at == on(ARRIVAL + timedelta(days=NIGHTS + 3), 11)


def test_following_again_changes_nothing(book):
    stay = book()
    before_ = RowChange.objects.count()
    settle(stay, BOOKED + timedelta(minutes=5))
    drafts_renew(now=BOOKED)
    assert RowChange.objects.count() == before_


def test_a_late_booking_skips_what_is_past_and_catches_up_with_what_matters(book):
    stay = book(booked_at=before(5, 14))
    found = touchpoints(stay)
    skipped = {code: row.skipped_reason for code, row in found.items() if row.status == "skipped"}
    assert set(skipped) == {
        "pre_arrival_survey", "payment_reminder", "pre_arrival_14", "itinerary_offer",
        "pre_arrival_7",
    }  # fmt: skip
    assert set(skipped.values()) == {"Booked 5 days before arrival."}
    journey = journey_of(stay)
    assert journey.current_stage.code == "days_7"
    assert journey.stage_entered_at == stay.booked_at
    assert journey.touchpoints_total == 22 - 5

    today = on(ARRIVAL, 11)
    late = touchpoints(book(booked_at=today, arrival=ARRIVAL + timedelta(days=30)))
    assert late["check_in_instructions"].status == "scheduled"
    now = book(booked_at=on(ARRIVAL + timedelta(days=50), 11), arrival=ARRIVAL + timedelta(days=50))
    rows = touchpoints(now)
    assert rows["check_in_instructions"].due_at == now.booked_at
    assert rows["pre_arrival_3"].skipped_reason == "Booked on the day of arrival."


def test_a_moved_stay_is_planned_anew_but_what_was_sent_stays(book):
    stay = book()
    found = touchpoints(stay)
    Touchpoint.objects.filter(pk=found["booking_confirmation"].pk).update(
        status="sent", sent_at=BOOKED
    )
    Touchpoint.objects.filter(pk=found["pre_arrival_3"].pk).update(
        body="Mine.", due_at=before(2, 9), pinned_fields=["body", "due_at"]
    )
    later = ARRIVAL + timedelta(days=10)
    settle(stay, before(20), check_in_date=later, check_out_date=later + timedelta(days=NIGHTS))
    moved = touchpoints(stay)
    assert moved["booking_confirmation"].status == "sent"
    assert moved["booking_confirmation"].due_at == found["booking_confirmation"].due_at
    assert moved["pre_arrival_7"].due_at == found["pre_arrival_7"].due_at + timedelta(days=10)
    assert "March 30" in (moved["pre_arrival_7"].body or "March 30")
    assert (moved["pre_arrival_3"].body, moved["pre_arrival_3"].due_at) == ("Mine.", before(2, 9))
    assert moved["pre_arrival_3"].scheduled_at == on(later - timedelta(days=3), 9)

    settle(stay, before(20), check_in_date=before(14).date(), check_out_date=ARRIVAL)
    nearer = touchpoints(stay)
    assert nearer["pre_arrival_14"].status == "skipped"
    assert nearer["pre_arrival_survey"].status == "skipped"
    settle(stay, before(20), check_in_date=later, check_out_date=later + timedelta(days=NIGHTS))
    assert touchpoints(stay)["pre_arrival_14"].status == "scheduled"


def test_a_cancelled_stay_ends_its_journey_and_a_restored_one_takes_it_up(book):
    stay = book()
    settle(stay, before(10), status="cancelled")
    journey = journey_of(stay)
    assert journey.journey_status == "cancelled"
    assert journey.next_stage_at is None
    assert journey.next_touchpoint_due_at is None
    assert {row.status for row in touchpoints(stay).values()} == {"skipped"}
    settle(stay, before(5), status="confirmed")
    journey, found = journey_of(stay), touchpoints(stay)
    assert journey.journey_status == "active"
    assert journey.current_stage.code == "days_7"
    assert found["pre_arrival_7"].status == "skipped"
    assert found["pre_arrival_3"].status == "scheduled"
    assert found["pre_arrival_3"].skipped_reason is None


@pytest.mark.parametrize("kind", ["owner", "owner_guest", "maintenance", "hold"])
def test_other_stays_have_no_journey(book, kind):
    stay = book(reservation_type=kind)
    assert not GuestJourney.objects.filter(reservation=stay).exists()


def test_an_inquiry_has_none_and_a_pending_stay_waits_with_its_messages(book):
    stay = book(status="inquiry")
    assert not GuestJourney.objects.exists()
    settle(stay, BOOKED, status="pending")
    assert {row.hold_reason for row in touchpoints(stay).values()} == {UNCONFIRMED}
    settle(stay, before(14, 8), status="confirmed", confirmed_at=before(14, 8))
    found = touchpoints(stay)
    assert found["booking_confirmation"].due_at == before(14, 8)
    assert found["pre_arrival_survey"].status == "skipped"
    assert found["pre_arrival_14"].status == "scheduled"


def test_stages_come_with_the_clock_and_with_events(book):
    stay = book()
    passed = []
    for days, code in (
        (30, "days_30"),
        (14, "days_14"),
        (7, "days_7"),
        (3, "days_3"),
        (1, "day_1"),
    ):
        assert journeys_advance(now=before(days) - timedelta(seconds=1)) == 0
        assert journeys_advance(now=before(days)) == 1
        journey = journey_of(stay)
        passed.append(journey.previous_stage.code)
        assert (journey.current_stage.code, journey.stage_entered_at) == (code, before(days))
    assert passed == ["booking_new", "days_30", "days_14", "days_7", "days_3"]
    journeys_advance(now=before(0))
    arrived = on(ARRIVAL, 16)
    settle(stay, arrived, status="checked_in", actual_check_in_at=arrived)
    journey = journey_of(stay)
    assert (journey.current_stage.code, journey.stage_entered_at) == ("in_stay", arrived)
    welcome = touchpoints(stay)["welcome_message"]
    assert welcome.due_at == arrived + timedelta(hours=2)
    assert welcome.hold_reason != NOT_ARRIVED
    out = ARRIVAL + timedelta(days=NIGHTS)
    journeys_advance(now=on(out))
    assert journey_of(stay).current_stage.code == "check_out_day"
    settle(stay, on(out, 10), status="checked_out", actual_check_out_at=on(out, 10))
    journeys_advance(now=on(out + timedelta(days=30)))
    assert journey_of(stay).current_stage.code == "post_stay_30"
    journeys_advance(now=on(out + timedelta(days=37)))
    journey = journey_of(stay)
    assert (journey.current_stage.code, journey.journey_status) == ("completed", "completed")
    assert not Touchpoint.objects.filter(journey=journey, status__in=OPEN).exists()
    assert journeys_advance(now=on(out + timedelta(days=400))) == 0


def test_nobody_came_and_one_night_is_too_short(book):
    stay = book(nights=1)
    assert touchpoints(stay)["mid_stay_check"].skipped_reason == TOO_SHORT
    journeys_advance(now=on(ARRIVAL + timedelta(days=1)))
    assert touchpoints(stay)["welcome_message"].skipped_reason == NEVER_ARRIVED


def test_stays_of_long_ago_have_a_closed_journey_without_messages(book, home):
    stay = book()
    GuestJourney.objects.all().delete()
    settle(stay, on(ARRIVAL + timedelta(days=90)))
    journey = journey_of(stay)
    assert (journey.journey_status, journey.current_stage.code) == ("completed", "completed")
    assert not journey.touchpoints.exists()


def test_templates_become_drafts_and_gaps_hold_the_message(book, home):
    kind = TouchpointType.objects.get(code="pre_arrival_7")
    kind.template = factory_of(MessageTemplate)(
        template_type_code="EMAIL",
        subject="See you on {{ check_in }}",
        body="Aloha {{ first_name }}, stall {{ stall }}. {{ shoe_size }}",
    )
    kind.save()
    row = touchpoints(book())["pre_arrival_7"]
    assert row.subject == "See you on Saturday, March 20"
    assert row.body == "Aloha Kai, stall {{ stall }}. {{ shoe_size }}"
    assert "parking stall numbers" in row.hold_reason
    assert "shoe_size" in row.hold_reason
    MessageTemplate.objects.update(body="Aloha {{first_name}}, stall {{ stall }}.")
    type(home).objects.update(parking_stall_numbers=["12", "13"])
    drafts_renew(now=before(7, 0))
    row.refresh_from_db()
    assert (row.body, row.hold_reason) == ("Aloha Kai, stall 12, 13.", None)
    row.journey.reservation.guest.contact.__class__.objects.update(do_not_email=True)
    drafts_renew(now=before(7, 0))
    row.refresh_from_db()
    assert row.hold_reason == "The guest wants no e-mail."


@pytest.mark.parametrize(
    ("span", "at", "end"),
    [
        ("21:00-08:00", (22, 30), (1, 8)),
        ("21:00-08:00", (7, 59), (0, 8)),
        ("21:00-08:00", (8, 0), (0, 8)),
        ("12:00-13:00", (12, 1), (0, 13)),
        ("off", (3, 0), (0, 3)),
    ],
)
def test_quiet_hours_shift(span, at, end):
    days, hour = end
    moved = outside(on(ARRIVAL, *at), quiet_span(span), MAUI)
    assert moved == on(ARRIVAL + timedelta(days=days), hour)


def test_quiet_hours_of_a_channel_count_in_the_zone_of_the_property(book):
    factory_of(ChannelSetting)(
        channel=factory_of("comms.MessageChannel")(channel_type_code="EMAIL"),
        config_key="quiet_hours",
        config_value="18:00-10:00",
    )
    stay = book(booked_at=on(date(2027, 1, 10), 19))
    found = touchpoints(stay)
    assert found["booking_confirmation"].due_at == on(date(2027, 1, 11), 10)
    assert found["pre_arrival_7"].due_at == before(7, 10)
    assert found["pre_arrival_7"].scheduled_at == before(7, 9)
    assert found["check_in_instructions"].due_at == before(1, 9)


def test_the_database_keeps_the_counts_and_what_was_sent(book):
    stay = book()
    rows = list(touchpoints(stay).values())
    Touchpoint.objects.filter(pk__in=[r.pk for r in rows[:3]]).update(status="sent", body="Sent.")
    Touchpoint.objects.filter(pk=rows[3].pk).update(status="skipped", skipped_reason="No.")
    journey = journey_of(stay)
    assert (journey.touchpoints_total, journey.touchpoints_completed) == (21, 3)
    assert journey.completion_percentage == Decimal("14.2857")
    assert journey.touchpoint_count == 3
    assert journey.next_touchpoint_due_at == min(r.due_at for r in rows[4:])
    for change in ({"body": "Other"}, {"due_at": BOOKED}, {"subject": "x"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Touchpoint.objects.filter(pk=rows[0].pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        Touchpoint.objects.filter(pk=rows[0].pk).update(status="scheduled")


def test_a_cancelled_stay_that_is_restored_when_all_is_over_is_closed(book):
    stay = book()
    settle(stay, before(10), status="cancelled")
    settle(stay, on(ARRIVAL + timedelta(days=90)), status="confirmed")
    journey = journey_of(stay)
    assert (journey.journey_status, journey.current_stage.code) == ("completed", "completed")
    assert {row.status for row in touchpoints(stay).values()} == {"skipped"}
