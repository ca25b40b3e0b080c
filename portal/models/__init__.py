"""Models of the portal schema, by topic."""

from portal.models.roles import Role, RolePermission, UserRole
from portal.models.saved_views import SavedView
from portal.models.users import PortalSession, User, UserPreference

__all__ = [
    "PortalSession",
    "Role",
    "RolePermission",
    "SavedView",
    "User",
    "UserPreference",
    "UserRole",
]
