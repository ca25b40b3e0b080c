"""What people may choose for themselves: how things look, and what they are told by which way."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from portal.choices.users import UserPreferenceValueType as Kind


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


_C, _T = NotificationChannel, NotificationTopic

# What somebody gets who has chosen nothing.
USUAL_CHANNELS: Mapping[str, tuple[str, ...]] = {
    _T.BOOKINGS: (_C.EMAIL, _C.IN_APP),
    _T.ARRIVALS: (_C.PUSH, _C.IN_APP),
    _T.MESSAGES: (_C.EMAIL, _C.PUSH, _C.IN_APP),
    _T.WORK: (_C.PUSH, _C.IN_APP),
    _T.APPROVALS: (_C.EMAIL, _C.PUSH, _C.IN_APP),
    _T.STATEMENTS: (_C.EMAIL, _C.IN_APP),
    _T.SUMMARIES: (_C.EMAIL,),
    _T.NEWS: (_C.EMAIL,),
    _T.EMERGENCIES: (_C.EMAIL, _C.SMS, _C.PUSH, _C.IN_APP),
    _T.SECURITY: (_C.EMAIL, _C.IN_APP),
}
# Topics that quiet hours do not hold back.
URGENT_TOPICS = frozenset({_T.EMERGENCIES, _T.SECURITY})
# Who takes over an account must not be able to switch its warnings off.
FIXED_CHANNELS: Mapping[str, frozenset[str]] = {_T.SECURITY: frozenset({_C.EMAIL})}
# Ways that wait to be looked at; every other one makes a sound somewhere.
SILENT_CHANNELS = frozenset({_C.IN_APP})

NOTIFICATION_KEY = "notifications."  # followed by the topic
QUIET_HOURS_KEY = "quiet_hours"
NO_QUIET_HOURS: Mapping[str, Any] = {"is_on": False, "start": "22:00", "end": "07:00"}


@dataclass(frozen=True)
class KnownPreference:
    """A key of ``portal.preferences``: its type, what it may be, and what it is by default."""

    kind: str
    default: Any
    choices: tuple[str, ...] = ()
    lowest: int | None = None
    highest: int | None = None
    help: str = ""


PREFERENCES: Mapping[str, KnownPreference] = {
    "theme": KnownPreference(
        Kind.STRING, "system", ("system", "light", "dark"), help="colours of the portal"
    ),
    "date_format": KnownPreference(
        Kind.STRING, "locale", ("locale", "iso", "us", "day_first"), help="how dates are written"
    ),
    "week_start": KnownPreference(
        Kind.STRING, "sunday", ("sunday", "monday", "saturday"), help="first day in calendars"
    ),
    "page_size": KnownPreference(
        Kind.INTEGER, 100, lowest=10, highest=1000, help="rows of a list at a time"
    ),
    "reduced_motion": KnownPreference(Kind.BOOLEAN, False, help="no animations"),
}
