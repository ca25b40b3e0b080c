"""Factories of the reservations models."""

from datetime import timedelta
from decimal import Decimal

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
