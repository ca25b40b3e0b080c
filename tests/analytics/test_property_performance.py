"""Unit results by month, against figures computed by hand."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from analytics.models import PropertyPerformance
from analytics.services import views_refresh
from core.testing.factories import factory_of

pytestmark = pytest.mark.django_db
MAUI = ZoneInfo("Pacific/Honolulu")
FEBRUARY = date(2025, 2, 1)


def make(label, **values):
    return factory_of(label).create(**values)


@pytest.fixture
def unit():
    """Let from New Year to the end of February 2025."""
    return make(
        "property.Property", onboarding_date=date(2025, 1, 1), offboarding_date=date(2025, 3, 1)
    )


@pytest.fixture
def stays(unit):
    """Five nights over the turn of the month, four in February, and stays that are not sold."""

    def stay(start, end, status="checked_out", **values):
        return make(
            "reservations.Reservation",
            property=unit,
            check_in_date=date(2025, *start),
            check_out_date=date(2025, *end),
            status=status,
            **values,
        )

    direct = stay(
        (1, 30),
        (2, 4),
        booking_source_code="DIRECT",
        # Still the ninth in London's and the tenth in Maui's evening.
        booked_at=datetime(2025, 1, 10, 22, 0, tzinfo=MAUI),
    )
    make(
        "reservations.ReservationFinancials",
        reservation=direct,
        accommodation_revenue=Decimal("1000.01"),
        gross_revenue=1300,
        net_revenue=1200,
        owner_payout=700,
        management_fee=250,
    )
    stay((2, 10), (2, 14), accommodation_total=800, gross_total=1000, net_total=900)
    stay((2, 15), (2, 18), status="cancelled", gross_total=5000, accommodation_total=5000)
    stay((2, 16), (2, 18), status="no_show", accommodation_total=5000)
    stay((2, 17), (2, 19), status="inquiry", accommodation_total=5000)
    stay((2, 20), (2, 22), reservation_type="owner", guest=None)
    stay((2, 24), (2, 25), reservation_type="maintenance", guest=None)


def row(unit, month=FEBRUARY):
    views_refresh(names=["property_performance_mv"])
    return PropertyPerformance.objects.get(property_id=unit.pk, period_month=month)


def test_nights_are_half_open_and_told_apart(unit, stays):
    listing = make("property_listings.Listing", property=unit)
    make(  # the 21st is the owner's, so this closes the 22nd and the 23rd
        "property_listings.ListingAvailability",
        listing=listing,
        start_date=date(2025, 2, 21),
        end_date=date(2025, 2, 24),
        block_type="hold",
    )
    make(
        "property_listings.ListingAvailability",
        listing=listing,
        start_date=date(2025, 2, 1),
        end_date=date(2025, 3, 1),
        block_type="booking_window",
    )
    february = row(unit)
    assert february.available_nights == 28
    assert february.booked_nights == 3 + 4
    assert (february.owner_nights, february.blocked_nights) == (2, 1 + 2)
    assert february.occupancy_rate == Decimal("0.2500")


def test_money_falls_on_the_nights(unit, stays):
    january, february = row(unit, date(2025, 1, 1)), row(unit)
    # 1000.01 over five nights: 200.00 200.00 200.01 200.00 200.00
    assert (january.booked_nights, january.adr) == (2, Decimal("200.00"))
    assert (january.revpar, january.gross_revenue) == (Decimal("12.90"), Decimal("520.00"))
    assert february.adr == Decimal("200.00")  # (600.01 + 800) / 7
    assert february.revpar == Decimal("50.00")  # 1400.01 / 28
    assert february.gross_revenue == Decimal("1780.00")  # 780 + 1000
    assert february.net_revenue == Decimal("1620.00")
    assert (february.owner_net, february.management_fee) == (Decimal("420.00"), Decimal("150.00"))


def test_arrivals_count_in_their_month(unit, stays):
    january, february = row(unit, date(2025, 1, 1)), row(unit)
    assert (january.reservation_count, january.cancellation_count) == (1, 0)
    assert (january.average_stay_nights, january.average_lead_days) == (5, Decimal("20.0"))
    assert (february.reservation_count, february.cancellation_count) == (1, 1)
    assert (february.average_stay_nights, february.average_lead_days) == (4, None)
    assert (january.direct_share, february.direct_share) == (1, Decimal("0.4286"))


def test_what_was_done_at_the_unit(unit):
    for rating in (
        {"overall_rating": 8, "rating_max": 10},
        {"overall_rating": 5, "normalized_rating": 5},
        {"overall_rating": 1, "normalized_rating": 1, "status": "removed"},
    ):
        make("reservations.Review", property=unit, review_date=date(2025, 2, 7), **rating)
    for status in ("completed", "verified", "cancelled"):
        make("property.Clean", property=unit, scheduled_date=date(2025, 2, 4), status=status)
    make(
        "property.Inspection",
        property=unit,
        status="completed",
        scheduled_date=date(2025, 1, 31),
        completed_at=datetime(2025, 2, 1, 9, 0, tzinfo=MAUI),
        overall_score=91,
    )
    ticket = make("service.Ticket", property=unit)
    closed = make("service.Ticket", property=unit, status="CANCELLED")
    for opened in (ticket, closed):  # on the last evening of February, which is March in UTC
        type(opened).objects.filter(pk=opened.pk).update(
            created_at=datetime(2025, 2, 28, 23, 0, tzinfo=MAUI)
        )
    make(
        "service.TicketCost",
        ticket=ticket,
        amount=Decimal("80.50"),
        incurred_date=date(2025, 2, 28),
    )
    bought = {"property": unit, "expense_date": date(2025, 2, 3)}
    make("finance.Expense", amount=Decimal("19.50"), status="approved", **bought)
    make("finance.Expense", amount=7, status="draft", **bought)
    make("finance.Expense", amount=7, status="approved", ticket=ticket, **bought)
    make("finance.Expense", amount=7, expense_category_code="OFFICE", status="posted", **bought)

    february = row(unit)
    assert (february.average_rating, february.review_count) == (Decimal("4.50"), 2)
    assert february.clean_count == 2
    assert february.inspection_score_average == 91
    assert (february.ticket_count, february.open_ticket_count) == (2, 1)
    assert february.maintenance_cost == Decimal("100.00")


def test_shares_of_nothing_are_unknown(unit):
    february = row(unit)
    assert (february.occupancy_rate, february.revpar, february.booked_nights) == (0, 0, 0)
    assert february.adr is None
    assert february.direct_share is None
    assert february.average_rating is None
    assert february.average_stay_nights is None


def test_months_end_with_the_unit(unit, stays):
    row(unit)
    months = PropertyPerformance.objects.filter(property_id=unit.pk)
    assert list(months.order_by("period_month").values_list("period_month", flat=True)) == [
        date(2025, 1, 1),
        FEBRUARY,
    ]


def test_a_unit_is_there_from_its_first_stay_even_before_onboarding():
    unit = make(
        "property.Property", onboarding_date=date(2025, 2, 10), offboarding_date=date(2025, 2, 20)
    )
    make(
        "reservations.Reservation",
        property=unit,
        check_in_date=date(2025, 2, 6),
        check_out_date=date(2025, 2, 8),
        status="checked_out",
    )
    assert row(unit).available_nights == 14


def test_the_year_ahead_is_on_the_books():
    unit = make("property.Property", onboarding_date=date(2026, 1, 15))
    views_refresh(names=["property_performance_mv"])
    months = PropertyPerformance.objects.filter(property_id=unit.pk).order_by("period_month")
    assert months.first().available_nights == 17
    today = timezone.localdate()
    assert months.last().period_month == date(today.year + 1, today.month, 1)
