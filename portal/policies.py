"""Who sees what of the portal schema."""

from core.permissions.policies import policy
from portal.models import (
    PortalSession,
    Role,
    RolePermission,
    SavedView,
    User,
    UserPreference,
    UserRole,
)

# Roles
policy(Role, "roles")
policy(RolePermission, "permissions")
policy(UserRole, "roles")

# Saved views
policy(SavedView, "preferences", own=["owner"], team=["team"])

# Users
policy(
    User,
    "users",
    own=["pk"],
    team=["team_member__team"],
    own_fields=["first_name", "last_name", "phone", "timezone", "language"],
)
policy(PortalSession, "users", own=["user"], team=["user__team_member__team"])
policy(UserPreference, "preferences", own=["user"])
