"""Occupancy by night, area and size, against figures computed by hand."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from analytics.models import OccupancyTrend
from analytics.services import views_refresh
from core.testing.factories import factory_of
from geo.models import Area

pytestmark = pytest.mark.django_db


def make(label, **values):
    return factory_of(label).create(**values)


@pytest.fixture
def day():
    """A night a month ahead."""
    return timezone.localdate() + timedelta(days=30)


@pytest.fixture
def wailea():
    return Area.objects.get(slug="wailea")


@pytest.fixture
def units(wailea, day):
    return [
        make(
            "property.Property",
            area=wailea,
            bedrooms=2,
            onboarding_date=day - timedelta(days=500),
        )
        for _ in range(2)
    ]


def stay(unit, start, nights, rent, booked_days_ago=None, **values):
    booked = (
        datetime.now(UTC) - timedelta(days=booked_days_ago) if booked_days_ago is not None else None
    )
    return make(
        "reservations.Reservation",
        property=unit,
        check_in_date=start,
        check_out_date=start + timedelta(days=nights),
        accommodation_total=rent,
        booked_at=booked,
        **{"status": "confirmed", **values},
    )


def row(day, area, bedrooms=2):
    views_refresh(names=["occupancy_trends_mv"])
    return OccupancyTrend.objects.get(stay_date=day, area_id=area.pk, bedrooms=bedrooms)


def test_a_night_of_an_area(units, wailea, day):
    one, two = units
    stay(one, day - timedelta(days=1), 2, 600, booked_days_ago=3)
    stay(one, day + timedelta(days=1), 2, 900, booked_days_ago=20)
    stay(two, day, 1, 5000, status="cancelled", booked_days_ago=1)
    year_ago = day - timedelta(days=364)
    for unit in units:
        stay(unit, year_ago, 1, 250, status="checked_out")

    night = row(day, wailea)
    assert (night.available_units, night.occupied_units) == (2, 1)
    assert (night.occupancy_rate, night.adr) == (Decimal("0.5000"), 300)
    assert (night.occupancy_last_year, night.adr_last_year) == (1, 250)
    assert (night.arrivals, night.departures) == (0, 0)
    assert (night.pickup_7d, night.pickup_30d) == (1, 1)
    assert night.average_lead_days == 29 + 3  # checked in the day before, booked three days ago
    assert night.area_name == "Wailea"
    assert night.is_weekend is (day.isoweekday() in (5, 6))

    turn = row(day + timedelta(days=1), wailea)
    assert (turn.arrivals, turn.departures, turn.occupied_units) == (1, 1, 1)
    assert (turn.pickup_7d, turn.pickup_30d) == (0, 1)


def test_sizes_are_apart_and_units_without_area_too(units, wailea, day):
    make("property.Property", area=wailea, bedrooms=3, onboarding_date=day)
    make("property.Property", area=None, bedrooms=None, onboarding_date=day)
    views_refresh(names=["occupancy_trends_mv"])
    rows = OccupancyTrend.objects.filter(stay_date=day).order_by("bedrooms")
    assert [(r.area_id, r.bedrooms, r.available_units) for r in rows] == [
        (wailea.pk, 2, 2),
        (wailea.pk, 3, 1),
        (None, None, 1),
    ]
    assert not OccupancyTrend.objects.filter(stay_date=day - timedelta(days=1), bedrooms=3).exists()


def test_nothing_sold_has_no_price(units, wailea, day):
    night = row(day, wailea)
    assert (night.occupancy_rate, night.occupied_units) == (0, 0)
    assert night.adr is None
    assert night.average_lead_days is None


def test_the_market_of_the_same_size_goes_before_any(units, wailea, day):
    period = {
        "area": wailea,
        "period_start": day - timedelta(days=10),
        "period_end": day + timedelta(days=10),
        "source": "manual",
    }
    make("revenue.MarketMeasure", occupancy_rate=Decimal("0.7"), **period)
    assert row(day, wailea).market_occupancy == Decimal("0.7000")
    make("revenue.MarketMeasure", occupancy_rate=Decimal("0.8"), bedrooms=2, **period)
    make("revenue.MarketMeasure", occupancy_rate=Decimal("0.1"), bedrooms=4, **period)
    assert row(day, wailea).market_occupancy == Decimal("0.8000")
    assert row(day + timedelta(days=11), wailea).market_occupancy is None


def test_events_of_the_area(units, wailea, day):
    lasts = {"start_date": day - timedelta(days=1), "end_date": day, "status": "active"}
    make("revenue.EventPricing", event_name="Wine week", affected_area_slugs=["wailea"], **lasts)
    make("revenue.EventPricing", event_name="Everywhere", **lasts)
    make("revenue.EventPricing", event_name="In Hana", affected_area_slugs=["kipahulu"], **lasts)
    make("revenue.EventPricing", event_name="An idea", **{**lasts, "status": "proposed"})
    assert row(day, wailea).event_name == "Everywhere; Wine week"
    assert row(day + timedelta(days=1), wailea).event_name is None


def test_a_unit_that_was_never_onboarded_is_not_available(wailea, day):
    make("property.Property", area=wailea, bedrooms=5, status="onboarding")
    views_refresh(names=["occupancy_trends_mv"])
    assert not OccupancyTrend.objects.filter(bedrooms=5).exists()
