"""By which ways a person may be told something, and from when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings

from core.permissions.scoping import is_live
from portal.choices.users import NotificationChannel, NotificationTopic
from portal.models import User
from portal.selectors.preferences import kept_values

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
class QuietHours:
    """When a person is to be left alone, by the clock on the wall; may cross midnight."""

    start: time
    end: time
    zone: ZoneInfo

    def end_after(self, at: datetime) -> datetime | None:
        """When the quiet hours around the instant ``at`` are over (UTC), or None outside of them.

        They begin with ``start``, and end just before ``end``. Where clocks are put back and show
        a time twice, they begin with the first and end with the second; a time that clocks leave
        out when they are put forward is taken as the same time an hour later.
        """
        today = at.astimezone(self.zone).date()
        for day in (today - timedelta(days=1), today):
            last = day if self.start < self.end else day + timedelta(days=1)
            begins = self._instants(day, self.start)[0]
            ends = max(self._instants(last, self.end))
            if begins <= at < ends:
                return ends
        return None

    def _instants(self, day: date, clock: time) -> tuple[datetime, datetime]:
        wall = datetime.combine(day, clock, tzinfo=self.zone)
        return wall.astimezone(UTC), wall.replace(fold=1).astimezone(UTC)


@dataclass(frozen=True)
class Channels:
    """The ways that are open at once, and those that open later, at ``later_from`` (UTC)."""

    now: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    later_from: datetime | None = None


def notification_channels(*, user: User, topic: str, at: datetime) -> Channels:
    """By which ways ``user`` may be told of ``topic`` at the instant ``at``. One query.

    Quiet hours hold back what makes a sound, unless the topic is urgent. Nobody is sent a text
    message without a phone number, and a closed account gets nothing.
    """
    if not is_live(user):
        return Channels()
    key = NOTIFICATION_KEY + NotificationTopic(topic)
    kept = kept_values(user=user, keys=[key, QUIET_HOURS_KEY])
    chosen = _chosen(topic, kept)
    if not user.phone:
        chosen -= {NotificationChannel.SMS}
    quiet = _quiet_hours(user, kept.get(QUIET_HOURS_KEY))
    until = quiet.end_after(at) if quiet and topic not in URGENT_TOPICS else None
    held = chosen - SILENT_CHANNELS if until else set()
    later = _in_order(held)
    return Channels(_in_order(chosen - held), later, until if later else None)


def notification_matrix(*, user: User) -> dict[str, dict[str, bool]]:
    """Topic -> channel -> whether ``user`` wants the topic that way. One query."""
    kept = kept_values(user=user, keys=[NOTIFICATION_KEY + topic for topic in NotificationTopic])
    return {
        topic.value: {
            channel.value: channel in _chosen(topic, kept) for channel in NotificationChannel
        }
        for topic in NotificationTopic
    }


def quiet_hours_kept(*, user: User) -> dict[str, Any]:
    """``is_on``, ``start`` and ``end`` ("22:00") as ``user`` has set them. One query."""
    kept = kept_values(user=user, keys=[QUIET_HOURS_KEY]).get(QUIET_HOURS_KEY)
    return {**NO_QUIET_HOURS, **(kept if isinstance(kept, dict) else {})}


def zone_of(user: User) -> ZoneInfo:
    """The person's time zone, the company's for who has none that clocks know."""
    try:
        return ZoneInfo(user.timezone_code or settings.TIME_ZONE)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(settings.TIME_ZONE)


def _chosen(topic: str, kept: Mapping[str, Any]) -> set[str]:
    channels = kept.get(NOTIFICATION_KEY + topic)
    if not isinstance(channels, list):
        channels = USUAL_CHANNELS[topic]
    known = {channel for channel in channels if channel in NotificationChannel.values}
    return known | FIXED_CHANNELS.get(topic, frozenset())


def _quiet_hours(user: User, kept: Any) -> QuietHours | None:
    if not isinstance(kept, dict) or not kept.get("is_on"):
        return None
    try:
        start, end = (time.fromisoformat(kept[name]) for name in ("start", "end"))
    except (KeyError, TypeError, ValueError):
        return None
    return QuietHours(start, end, zone_of(user))


def _in_order(channels: set[str]) -> tuple[str, ...]:
    return tuple(channel.value for channel in NotificationChannel if channel in channels)
