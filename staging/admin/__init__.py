"""Console pages of the staging schema, by topic."""

from staging.admin import homes, people

__all__ = ["homes", "people"]
