"""The time on a property's own clock."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.utils import timezone

from core.clock import now
from property.models import Property


def zone_of(home: Property | None) -> ZoneInfo:
    """The time zone of a property; the company's where it has none, or one nobody knows."""
    name = home.timezone_code if home is not None else None
    try:
        return ZoneInfo(name or settings.TIME_ZONE)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(settings.TIME_ZONE)


def moment_at(home: Property | None, day: date, hour: time) -> datetime:
    """The instant at which a property's clock shows that day and hour."""
    return datetime.combine(day, hour, tzinfo=zone_of(home))


def today_at(home: Property | None) -> date:
    """The day that a property's calendar shows now (``core.clock``)."""
    return timezone.localdate(now(), timezone=zone_of(home))
