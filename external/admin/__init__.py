"""Console pages of the external schema, by topic."""

from external.admin import markets, parcels

__all__ = ["markets", "parcels"]
