"""Guests by what they brought, against figures computed by hand."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest
from django.utils import timezone

from analytics.models import GuestLifetimeValue
from analytics.services import views_refresh
from core.testing.factories import factory_of

pytestmark = pytest.mark.django_db


def make(label, **values):
    return factory_of(label).create(**values)


def stay(guest, unit, start, nights, rent, status="checked_out", **values):
    return make(
        "reservations.Reservation",
        guest=guest,
        property=unit,
        check_in_date=start,
        check_out_date=start + timedelta(days=nights),
        status=status,
        accommodation_total=rent,
        gross_total=2 * rent,
        **values,
    )


def row(guest):
    views_refresh(names=["guest_lifetime_value_mv"])
    return GuestLifetimeValue.objects.get(guest_id=guest.pk)


@pytest.fixture
def guest():
    return make("directory.Guest")


@pytest.fixture
def unit():
    return make("property.Property")


def test_stays_that_have_begun_make_the_value(guest, unit):
    today = timezone.localdate()
    winter, summer = date(2024, 1, 10), date(2024, 7, 1)
    first = stay(guest, unit, winter, 5, 500, booking_source_code="VRBO")
    stay(guest, unit, summer, 4, 400, booking_source_code="VRBO")
    stay(guest, unit, date(2024, 3, 1), 4, 400, status="cancelled")
    stay(guest, unit, date(2024, 4, 1), 4, 400, status="no_show")
    stay(guest, unit, today + timedelta(days=30), 7, 9000, status="confirmed")
    stay(make("directory.Guest"), unit, date(2024, 9, 1), 9, 2700)
    make("service.DamageClaim", reservation=first, total_damage_cost=Decimal("320.50"))
    make(
        "service.Ticket",
        reservation=first,
        property=None,
        ticket_type_code="RSV",
        category_code="RSV-COMPLAINT",
    )
    make("directory.Guest", referral_contact=guest.contact)
    make("reservations.Review", guest=guest, property=unit, overall_rating=4, rating_max=5)

    value = row(guest)
    assert (value.guest_code, value.stay_count, value.night_count) == (guest.number, 2, 9)
    assert (value.first_stay_date, value.last_stay_date) == (winter, summer)
    assert (value.lifetime_revenue, value.average_booking_value) == (1800, 900)
    assert value.average_stay_nights == Decimal("4.50")
    assert value.average_lead_days is None
    assert value.cancelled_count == 1
    assert value.days_since_last_stay == (today - date(2024, 7, 5)).days
    assert (value.preferred_platform_code, value.preferred_property_id) == ("VRBO", unit.pk)
    assert value.preferred_seasons == ["summer", "winter"]
    # 100 a night, where the unit brings (900 + 2700) / 18 = 200
    assert value.price_sensitivity == "high"
    assert (value.claim_count, value.claim_cost) == (1, Decimal("320.50"))
    assert (value.complaint_count, value.referral_count) == (1, 1)
    assert value.average_rating_given == 4
    assert value.is_repeat is True

    years = Decimal((today - winter).days) / Decimal("365.25")
    assert value.booking_frequency_per_year == (2 / years).quantize(Decimal("0.01"), ROUND_HALF_UP)
    halved = 0.5 ** ((today - date(2024, 7, 5)).days / 365)
    assert float(value.predicted_value_12m) == pytest.approx(2 / float(years) * 900 * halved, 0.001)


def test_a_guest_without_stays_has_no_averages(guest):
    value = row(guest)
    assert (value.stay_count, value.lifetime_revenue, value.predicted_value_12m) == (0, 0, 0)
    assert value.average_booking_value is None
    assert value.days_since_last_stay is None
    assert value.booking_frequency_per_year is None
    assert value.price_sensitivity == "unknown"
    assert (value.value_segment, value.is_repeat) == ("new", False)


def test_a_guest_in_house_was_here_today(guest, unit):
    today = timezone.localdate()
    stay(guest, unit, today - timedelta(days=2), 5, 500, status="checked_in")
    value = row(guest)
    assert (value.days_since_last_stay, value.stay_count) == (0, 1)
    assert value.booking_frequency_per_year == 1
    assert value.predicted_value_12m == 1000
    assert value.value_segment == "new"


def test_segments_follow_revenue_and_what_staff_know(unit):
    guests = make("directory.Guest"), *(make("directory.Guest") for _ in range(20))
    for place, guest in enumerate(guests):
        stay(guest, make("property.Property"), date(2023, 1, 1), 3, 100 * (place + 1))
    known = make("directory.Guest", is_vip=True)
    views_refresh(names=["guest_lifetime_value_mv"])
    segments = dict(GuestLifetimeValue.objects.values_list("guest_id", "value_segment"))
    ranked = [segments[guest.pk] for guest in guests]
    # percent_rank is place / 20: 0.5 at the 11th, 0.8 at the 17th, 0.95 at the 20th
    assert ranked == ["low"] * 10 + ["medium"] * 6 + ["high"] * 3 + ["vip"] * 2
    assert segments[known.pk] == "vip"
