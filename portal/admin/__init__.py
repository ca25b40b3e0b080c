"""Console pages of the portal schema, by topic."""

from portal.admin import roles, saved_views, users

__all__ = ["roles", "saved_views", "users"]
