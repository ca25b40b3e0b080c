"""Console pages of the storage schema, by topic."""

from storage.admin import files

__all__ = ["files"]
