"""How calendar feeds are doing, and which need somebody."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from core.focus import focus
from property_listings.choices.feeds import EventStatus, FeedHealth
from property_listings.models import CalendarFeed

SOON_OLD, OLD = 2, 4  # intervals without a good pull
SICK = (FeedHealth.FAILING, FeedHealth.HELD)


@dataclass(frozen=True)
class Health:
    """``family`` is a colour (success, warning, danger, plain), ``words`` what people read."""

    family: str
    words: str


def age(moment: datetime | None, now: datetime) -> str:
    """How long ago, in the largest unit that fits: "14 min ago"; "never" for None."""
    if moment is None:
        return "never"
    minutes = max(0, int((now - moment).total_seconds() // 60))
    if minutes < 120:
        return f"{minutes} min ago"
    return f"{minutes // 60} h ago" if minutes < 48 * 60 else f"{minutes // 1440} d ago"


def health_of(feed: CalendarFeed, now: datetime) -> Health:
    """The light of a feed: green while good pulls come, amber when one is late, red when none
    comes any more, when pulls fail or one is held back."""
    if feed.health == FeedHealth.PAUSED:
        return Health("plain", "paused")
    progress = getattr(feed, "progress", None)
    last = progress.last_good_pull_at if progress is not None else None
    said = f"last good pull {age(last, now)}"
    if feed.health == FeedHealth.HELD:
        return Health("danger", f"held back, {said}")
    if last is None:
        failing = feed.health == FeedHealth.FAILING
        return Health("danger" if failing else "warning", "no good pull yet")
    late = (now - last) / timedelta(minutes=feed.interval_minutes)
    if not feed.url_encrypted and feed.health == FeedHealth.OK:
        late = 0.0  # nobody looks at it by himself
    if feed.health == FeedHealth.FAILING:
        return Health("danger" if late > SOON_OLD else "warning", f"failing, {said}")
    return Health("danger" if late > OLD else "warning" if late > SOON_OLD else "success", said)


@focus("property_listings.CalendarFeed", "sick", "Calendars that fail or are held back")
def sick_feeds(rows: QuerySet) -> QuerySet:
    """Feeds that fail or are held back, and those that nobody has looked at for long."""
    overdue = Q(
        is_active=True,
        url_encrypted__isnull=False,
        progress__last_good_pull_at__lt=timezone.now() - F("interval_minutes") * OLD * MINUTE,
    )
    return rows.filter(Q(health__in=SICK) | overdue)


@focus("property_listings.CalendarEvent", "attention", "Calendar events that need somebody")
def events_with_attention(rows: QuerySet) -> QuerySet:
    """Events that clash with a stay, or are not what they were."""
    return rows.filter(attention__isnull=False).exclude(status=EventStatus.COMPLETED)


MINUTE = timedelta(minutes=1)
