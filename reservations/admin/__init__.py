"""Console pages of the reservations schema, by topic."""

from reservations.admin import calendars, journeys, legacy, quotes, reservations

__all__ = ["calendars", "journeys", "legacy", "quotes", "reservations"]
