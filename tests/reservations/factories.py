"""Factories of the reservations models."""

from datetime import timedelta
from decimal import Decimal

from factory import SelfAttribute

from core.testing.factories import DAY, ModelFactory, Numbered, Parent, Row, Same


class GuestJourneyFactory(ModelFactory):
    class Meta:
        model = "reservations.GuestJourney"

    reservation = Parent("reservations.Reservation")


class TouchpointFactory(ModelFactory):
    class Meta:
        model = "reservations.Touchpoint"

    journey = Parent("reservations.GuestJourney")
    touchpoint_type = Row("ref.TouchpointType", code="booking_confirmation")


class ReviewFactory(ModelFactory):
    class Meta:
        model = "reservations.Review"

    property = Parent("property.Property")
    source_code = "AIRBNB"
    overall_rating = Decimal("4.5")
    review_date = DAY


class ReservationFactory(ModelFactory):
    class Meta:
        model = "reservations.Reservation"

    property = Parent("property.Property")
    booking_source_code = "AIRBNB"
    check_in_date = DAY
    check_out_date = DAY + timedelta(days=3)
    status = "inquiry"
    guest = Parent("directory.Guest")


class ReservationFeeFactory(ModelFactory):
    class Meta:
        model = "reservations.ReservationFee"

    fee_name = Numbered("Reservation fee {}")
    reservation = Parent("reservations.Reservation")
    fee_type = Row("ref.FeeType", code="CLEANING")
    amount = Decimal("100.00")


class StayGuestFactory(ModelFactory):
    class Meta:
        model = "reservations.StayGuest"

    reservation = Parent("reservations.Reservation")
    guest_type = "adult"


class ReservationFinancialsFactory(ModelFactory):
    class Meta:
        model = "reservations.ReservationFinancials"

    reservation = Parent("reservations.Reservation")


class LegacyDamageClaimFactory(ModelFactory):
    class Meta:
        model = "reservations.LegacyDamageClaim"

    reservation = Parent("reservations.Reservation", property=Same("property"))
    property = Parent("property.Property")


class PropertyCalendarFactory(ModelFactory):
    """The calendar that the property's first stay has brought, or a new one."""

    class Meta:
        model = "reservations.PropertyCalendar"
        django_get_or_create = ("property",)

    property = Parent("property.Property")


class StayChangeFactory(ModelFactory):
    class Meta:
        model = "reservations.StayChange"

    reservation = Parent("reservations.Reservation")
    old_property = SelfAttribute("reservation.property")
    new_property = SelfAttribute("reservation.property")
    old_check_in_date = DAY
    new_check_in_date = DAY + timedelta(days=1)
    old_check_out_date = DAY + timedelta(days=3)
    new_check_out_date = DAY + timedelta(days=4)
    old_status = "confirmed"
    new_status = "confirmed"


class QuoteFactory(ModelFactory):
    class Meta:
        model = "reservations.Quote"

    property = Parent("property.Property")
    booking_source_code = "DIRECT"
    check_in_date = DAY
    check_out_date = DAY + timedelta(days=3)
    accommodation_total = Decimal("300.00")
    gross_total = Decimal("300.00")


class QuoteLineFactory(ModelFactory):
    class Meta:
        model = "reservations.QuoteLine"

    quote = Parent("reservations.Quote")
    kind = "night"
    name = Numbered("Night {}")
    why = "Base rate of the home."
    unit_amount = Decimal("100.00")
    amount = Decimal("100.00")
