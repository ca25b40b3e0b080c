"""Console pages of the geo schema, by topic."""

from geo.admin import places

__all__ = ["places"]
