"""Models of the staging schema, by topic."""

from staging.models.homes import StagedProperty, StagedResort
from staging.models.people import (
    StagedGuest,
    StagedHomeowner,
    StagedOwnership,
    StagedReservation,
    StagedTeamMember,
)

__all__ = [
    "StagedGuest",
    "StagedHomeowner",
    "StagedOwnership",
    "StagedProperty",
    "StagedReservation",
    "StagedResort",
    "StagedTeamMember",
]
