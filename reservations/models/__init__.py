"""Models of the reservations schema, by topic."""

from reservations.models.journeys import GuestJourney, Review, Touchpoint
from reservations.models.legacy import LegacyDamageClaim
from reservations.models.reservations import (
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
