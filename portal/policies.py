"""Who sees what of the portal schema."""

from core.permissions.policies import policy
from core.services.watched import watch
from portal.models import (
    ClaimTeamGrant,
    ClaimUserGrant,
    CleanTeamGrant,
    CleanUserGrant,
    FileTeamGrant,
    FileUserGrant,
    IdempotencyKey,
    InspectionTeamGrant,
    InspectionUserGrant,
    OneTimeToken,
    PastPassword,
    PortalSession,
    ProjectTeamGrant,
    ProjectUserGrant,
    PropertyTeamGrant,
    PropertyUserGrant,
    RecoveryCode,
    ReservationTeamGrant,
    ReservationUserGrant,
    Role,
    RolePermission,
    SavedView,
    TicketTeamGrant,
    TicketUserGrant,
    User,
    UserPreference,
    UserRole,
    WebhookDelivery,
    WebhookEndpoint,
    WebhookEvent,
    WebhookProgress,
)

# Accounts
policy(PastPassword, "users")
policy(RecoveryCode, "users")
policy(OneTimeToken, "users")

# Grants
policy(PropertyUserGrant, "permissions")
policy(PropertyTeamGrant, "permissions")
policy(ReservationUserGrant, "permissions")
policy(ReservationTeamGrant, "permissions")
policy(TicketUserGrant, "permissions")
policy(TicketTeamGrant, "permissions")
policy(CleanUserGrant, "permissions")
policy(CleanTeamGrant, "permissions")
policy(InspectionUserGrant, "permissions")
policy(InspectionTeamGrant, "permissions")
policy(ProjectUserGrant, "permissions")
policy(ProjectTeamGrant, "permissions")
policy(ClaimUserGrant, "permissions")
policy(ClaimTeamGrant, "permissions")
policy(FileUserGrant, "permissions")
policy(FileTeamGrant, "permissions")

# Integration
policy(IdempotencyKey, "audit_logs")
policy(WebhookEndpoint, "system_settings")
policy(WebhookEvent, "system_settings")
policy(WebhookDelivery, "system_settings")
policy(WebhookProgress, "system_settings")

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

# The security trail is told of every write of what decides who may do what.
for decisive in (
    PropertyUserGrant,
    PropertyTeamGrant,
    ReservationUserGrant,
    ReservationTeamGrant,
    TicketUserGrant,
    TicketTeamGrant,
    CleanUserGrant,
    CleanTeamGrant,
    InspectionUserGrant,
    InspectionTeamGrant,
    ProjectUserGrant,
    ProjectTeamGrant,
    ClaimUserGrant,
    ClaimTeamGrant,
    FileUserGrant,
    FileTeamGrant,
    Role,
    RolePermission,
    UserRole,
):
    watch(decisive)
watch(
    User,
    *("email", "user_type", "is_active", "is_staff", "is_superuser"),
    *("contact", "team_member", "homeowner", "guest"),
)
