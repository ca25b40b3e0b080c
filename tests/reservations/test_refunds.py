"""What a guest who cancels gets back."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from core.testing.factories import factory_of
from ref.models import CancellationPolicy, FeeType
from reservations.selectors.refunds import refund_preview

pytestmark = pytest.mark.django_db

HONOLULU = ZoneInfo("Pacific/Honolulu")
FIRST = date(2027, 6, 10)
ARRIVAL = datetime(2027, 6, 10, 15, tzinfo=HONOLULU)


def make(label, **values):
    return factory_of(label).create(**values)


@pytest.fixture
def stay():
    """Five nights at $200.00, cleaning $150.00, waiver $50.00, taxes $200.00; booked in January."""
    made = make(
        "reservations.Reservation", check_in_date=FIRST, check_out_date=FIRST + timedelta(days=5),
        booking_source_code="AIRBNB", booked_at=datetime(2027, 1, 5, 20, tzinfo=UTC),
        accommodation_total=Decimal(1000), fees_total=Decimal(200), taxes_total=Decimal(200),
        tat_tax_amount=Decimal(150), get_tax_amount=Decimal(50), gross_total=Decimal(1400),
        amount_paid=Decimal(1400), status="confirmed", cancellation_policy="firm",
    )  # fmt: skip
    made.property.timezone_code = "Pacific/Honolulu"
    made.property.save()
    fee = {"reservation": made, "is_taxable": True}
    make("reservations.ReservationFee", amount=Decimal(150), fee_name="Cleaning", **fee)
    make(
        "reservations.ReservationFee", amount=Decimal(50), fee_name="Waiver",
        fee_type=FeeType.objects.get(code="DAMAGE_WAIVER"), is_refundable=False, reservation=made,
    )  # fmt: skip
    return made


def back(stay, at):
    found = refund_preview(stay=stay, at=at)
    return {line.name: line.refunded for line in found.lines}


def test_the_steps_by_whole_days(stay):
    days = timedelta(days=1)
    full = refund_preview(stay=stay, at=ARRIVAL - 30 * days)
    assert full.policy.code == "AIRBNB_FIRM"
    # All but the waiver: rent, cleaning, taxes.
    assert full.amount == full.refundable == Decimal(1350)
    assert full.kept == 50
    half = back(stay, ARRIVAL - 30 * days + timedelta(minutes=1))
    assert half["Rent"] == 500
    assert half["Cleaning"] == 150
    # Of 1,150.00 that was taxed 650.00 goes back: 150 × 650 / 1150 = 84.78.
    assert half["Accommodations tax of the state"] == Decimal("84.78")
    assert back(stay, ARRIVAL - 7 * days)["Rent"] == 500
    assert back(stay, ARRIVAL - 7 * days + timedelta(seconds=1))["Rent"] == 0


def test_the_days_are_those_of_the_propertys_clock(stay):
    stay.property.timezone_code = "Europe/Berlin"
    at = datetime(2027, 6, 3, 15, tzinfo=ZoneInfo("Europe/Berlin"))
    assert back(stay, at)["Rent"] == 500
    assert back(stay, at + timedelta(hours=1))["Rent"] == 0


def test_grace_goes_first(stay):
    stay.booked_at = ARRIVAL - timedelta(days=7)
    inside = refund_preview(stay=stay, at=stay.booked_at + timedelta(hours=24))
    assert inside.is_grace
    assert inside.amount == 1400
    assert back(stay, stay.booked_at + timedelta(hours=24, seconds=1))["Rent"] == 0
    stay.booked_at += timedelta(minutes=1)  # less than 7 days ahead: no grace
    assert not refund_preview(stay=stay, at=stay.booked_at + timedelta(hours=1)).is_grace
    stay.check_out_date = FIRST + timedelta(days=28)
    stay.booked_at = ARRIVAL - timedelta(days=8)
    assert not refund_preview(stay=stay, at=stay.booked_at + timedelta(hours=1)).is_grace


@pytest.mark.parametrize(
    ("kind", "hours", "rent", "cleaning"),
    [
        ("flexible", -24, 1000, 150),
        ("flexible", -23, 800, 150),  # one night is kept
        ("flexible", 20, 600, 0),  # the night stayed and one more
        ("moderate", -24 * 5, 1000, 150),
        ("moderate", -24, 400, 150),  # one night, and half of the rest
        ("moderate", 20, 300, 0),
        ("non_refundable", -24 * 90, 0, 150),
        ("firm", 24 * 10, 0, 0),
    ],
)
def test_late_and_after_arrival(stay, kind, hours, rent, cleaning):
    stay.cancellation_policy = kind
    found = back(stay, ARRIVAL + timedelta(hours=hours))
    assert (found["Rent"], found["Cleaning"]) == (rent, cleaning)


def test_the_platforms_default_the_house_and_none(stay):
    at = ARRIVAL - timedelta(days=40)
    stay.cancellation_policy, stay.booking_source_code = None, "VRBO"
    assert refund_preview(stay=stay, at=at).policy.code == "VRBO_FIRM"
    assert back(stay, at)["Rent"] == 500
    stay.booking_source_code = "DIRECT"
    assert refund_preview(stay=stay, at=at).policy.code == "HOUSE_FIRM"
    CancellationPolicy.objects.filter(code="HOUSE_FIRM").update(effective_date=date(2027, 1, 6))
    found = refund_preview(stay=stay, at=at)  # not in force yet when it was booked
    assert found.policy is None
    assert found.amount == 0
    assert "agree on a refund" in found.sentence


def test_only_what_was_paid_goes_back(stay):
    stay.amount_paid = Decimal(700)
    found = refund_preview(stay=stay, at=ARRIVAL - timedelta(days=10))
    assert found.amount == max(Decimal(0), 700 - found.kept)
    assert found.kept + found.refundable == found.charged == 1400
    stay.amount_paid = Decimal(0)
    found = refund_preview(stay=stay, at=ARRIVAL - timedelta(days=10))
    assert found.amount == 0
    assert found.still_due == found.kept
