"""Console pages of the portal schema, by topic."""

from portal.admin import jobs, roles, saved_views, users

__all__ = ["jobs", "roles", "saved_views", "users"]
