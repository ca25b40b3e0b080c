"""Console pages of the staging schema, by topic."""

from staging.admin import batches, homes, lists, people

__all__ = ["batches", "homes", "lists", "people"]
