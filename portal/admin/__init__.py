"""Console pages of the portal schema, by topic."""

from portal.admin import accounts, grants, integration, roles, saved_views, users, webhooks

__all__ = ["accounts", "grants", "integration", "roles", "saved_views", "users", "webhooks"]
