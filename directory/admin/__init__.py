"""Console pages of the directory schema, by topic."""

from directory.admin import contacts, people, vendors

__all__ = ["contacts", "people", "vendors"]
