"""Console pages of the concierge schema, by topic."""

from concierge.admin import itineraries, places, preferences, providers, requests

__all__ = ["itineraries", "places", "preferences", "providers", "requests"]
