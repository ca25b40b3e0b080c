"""Closed lists of users, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class UserType(models.TextChoices):
    GUEST = "guest"
    HOMEOWNER = "homeowner"
    TEAM = "team"
    ADMIN = "admin"
    SERVICE = "service"


class UserStatus(models.TextChoices):
    PENDING = "pending"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    LOCKED = "locked"
    DEACTIVATED = "deactivated"


class UserMfaMethod(models.TextChoices):
    TOTP = "totp"
    SMS = "sms"
    WEBAUTHN = "webauthn"


class UserAuthProvider(models.TextChoices):
    LOCAL = "local"
    GOOGLE = "google"
    APPLE = "apple"
    MICROSOFT = "microsoft"


class PortalSessionRevokedReason(models.TextChoices):
    LOGOUT = "logout"
    EXPIRED = "expired"
    PASSWORD_CHANGE = "password_change"
    SUSPENSION = "suspension"
    ADMIN = "admin"
    SECURITY = "security"


class PortalSessionDeviceType(models.TextChoices):
    DESKTOP = "desktop"
    MOBILE = "mobile"
    TABLET = "tablet"
    API_CLIENT = "api_client"


class UserPreferenceValueType(models.TextChoices):
    STRING = "string"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    JSON = "json"


class NotificationChannel(models.TextChoices):
    EMAIL = "email", "E-mail"
    SMS = "sms", "Text message"
    PUSH = "push", "Push message"
    IN_APP = "in_app", "In the portal"


class NotificationTopic(models.TextChoices):
    BOOKINGS = "bookings", "Stays booked, changed or cancelled"
    ARRIVALS = "arrivals", "Arrivals and departures"
    MESSAGES = "messages", "Messages"
    WORK = "work", "Cleans, inspections and tickets"
    APPROVALS = "approvals", "Work that waits for an approval"
    STATEMENTS = "statements", "Statements, invoices and payments"
    SUMMARIES = "summaries", "Daily and weekly summaries"
    NEWS = "news", "News of the company"
    EMERGENCIES = "emergencies", "Emergencies at a property"
    SECURITY = "security", "Sign-ins and changes of the account"


USER_STATUS = Transitions(
    field="status",
    values=UserStatus,
    moves={
        UserStatus.PENDING: [UserStatus.ACTIVE, UserStatus.DEACTIVATED],
        UserStatus.ACTIVE: [UserStatus.SUSPENDED, UserStatus.LOCKED, UserStatus.DEACTIVATED],
        UserStatus.LOCKED: [UserStatus.ACTIVE, UserStatus.SUSPENDED],
        UserStatus.SUSPENDED: [UserStatus.ACTIVE, UserStatus.DEACTIVATED],
        UserStatus.DEACTIVATED: [UserStatus.ACTIVE],
    },
    reason=frozenset(
        {
            (UserStatus.PENDING, UserStatus.DEACTIVATED),
            (UserStatus.ACTIVE, UserStatus.SUSPENDED),
            (UserStatus.ACTIVE, UserStatus.DEACTIVATED),
            (UserStatus.LOCKED, UserStatus.SUSPENDED),
            (UserStatus.SUSPENDED, UserStatus.DEACTIVATED),
        }
    ),
    approval=frozenset(
        {
            (UserStatus.PENDING, UserStatus.ACTIVE),
            (UserStatus.LOCKED, UserStatus.ACTIVE),
            (UserStatus.SUSPENDED, UserStatus.ACTIVE),
            (UserStatus.DEACTIVATED, UserStatus.ACTIVE),
        }
    ),
)
