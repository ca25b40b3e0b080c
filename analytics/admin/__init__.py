"""Console pages of the analytics schema, by topic."""

from analytics.admin import measures

__all__ = ["measures"]
