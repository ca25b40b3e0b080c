"""Console pages of the ref schema, by topic."""

from ref.admin import (
    charges,
    claims,
    homes,
    inspections,
    interests,
    journeys,
    locales,
    partners,
    statuses,
    terms,
    tickets,
)

__all__ = [
    "charges",
    "claims",
    "homes",
    "inspections",
    "interests",
    "journeys",
    "locales",
    "partners",
    "statuses",
    "terms",
    "tickets",
]
