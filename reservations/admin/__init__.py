"""Console pages of the reservations schema, by topic."""

from reservations.admin import journeys, legacy, reservations

__all__ = ["journeys", "legacy", "reservations"]
