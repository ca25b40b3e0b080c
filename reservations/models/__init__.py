"""Models of the reservations schema, by topic."""

from reservations.models.journeys import GuestJourney, Review, Touchpoint
from reservations.models.reservations import (
    LegacyDamageClaim,
    Reservation,
    ReservationFee,
    ReservationFinancials,
    StayGuest,
)

__all__ = [
    "GuestJourney",
    "LegacyDamageClaim",
    "Reservation",
    "ReservationFee",
    "ReservationFinancials",
    "Review",
    "StayGuest",
    "Touchpoint",
]
