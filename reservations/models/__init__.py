"""Models of the reservations schema, by topic."""

from reservations.models.calendars import PropertyCalendar, StayChange
from reservations.models.journeys import GuestJourney, Review, Touchpoint
from reservations.models.legacy import LegacyDamageClaim
from reservations.models.quotes import Quote, QuoteLine
from reservations.models.reservations import (
    Reservation,
    ReservationFee,
    ReservationFinancials,
    StayGuest,
)

__all__ = [
    "GuestJourney",
    "LegacyDamageClaim",
    "PropertyCalendar",
    "Quote",
    "QuoteLine",
    "Reservation",
    "ReservationFee",
    "ReservationFinancials",
    "Review",
    "StayChange",
    "StayGuest",
    "Touchpoint",
]
