"""Models of the geo schema, by topic."""

from geo.models.places import Area, City, Country, PointOfInterest, State

__all__ = ["Area", "City", "Country", "PointOfInterest", "State"]
