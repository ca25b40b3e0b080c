"""Models of the portal schema, by topic."""

from portal.models.accounts import OneTimeToken, PastPassword, RecoveryCode
from portal.models.grants import (
    ClaimTeamGrant,
    ClaimUserGrant,
    CleanTeamGrant,
    CleanUserGrant,
    FileTeamGrant,
    FileUserGrant,
    InspectionTeamGrant,
    InspectionUserGrant,
    ProjectTeamGrant,
    ProjectUserGrant,
    PropertyTeamGrant,
    PropertyUserGrant,
    ReservationTeamGrant,
    ReservationUserGrant,
    TicketTeamGrant,
    TicketUserGrant,
)
from portal.models.integration import IdempotencyKey
from portal.models.roles import Role, RolePermission, UserRole
from portal.models.saved_views import SavedView
from portal.models.users import PortalSession, User, UserPreference
from portal.models.webhooks import (
    WebhookDelivery,
    WebhookEndpoint,
    WebhookEvent,
    WebhookProgress,
)

__all__ = [
    "ClaimTeamGrant",
    "ClaimUserGrant",
    "CleanTeamGrant",
    "CleanUserGrant",
    "FileTeamGrant",
    "FileUserGrant",
    "IdempotencyKey",
    "InspectionTeamGrant",
    "InspectionUserGrant",
    "OneTimeToken",
    "PastPassword",
    "PortalSession",
    "ProjectTeamGrant",
    "ProjectUserGrant",
    "PropertyTeamGrant",
    "PropertyUserGrant",
    "RecoveryCode",
    "ReservationTeamGrant",
    "ReservationUserGrant",
    "Role",
    "RolePermission",
    "SavedView",
    "TicketTeamGrant",
    "TicketUserGrant",
    "User",
    "UserPreference",
    "UserRole",
    "WebhookDelivery",
    "WebhookEndpoint",
    "WebhookEvent",
    "WebhookProgress",
]
