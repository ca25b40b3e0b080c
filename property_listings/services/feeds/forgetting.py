"""What is kept of pulls, and for how long."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q

from property_listings.choices.feeds import EventKind, EventStatus, PullOutcome
from property_listings.models import CalendarEvent, CalendarPull

OVER = (EventStatus.CANCELLED, EventStatus.COMPLETED, EventStatus.VANISHED)


def pulls_forget(*, now: datetime) -> tuple[int, int]:
    """Drop old bodies, then old pulls; how many of each.

    Of each feed the newest body that was a calendar stays, for "not modified" speaks of it.
    """
    later = CalendarPull._base_manager.filter(
        feed=OuterRef("feed"), body__isnull=False, pulled_at__gt=OuterRef("pulled_at")
    ).exclude(outcome=PullOutcome.FAILED)
    old = CalendarPull._base_manager.filter(
        Exists(later) | Q(outcome=PullOutcome.FAILED), body__isnull=False,
        pulled_at__lt=now - timedelta(days=settings.FEED_BODY_DAYS),
    )  # fmt: skip
    bodies = CalendarPull._base_manager.filter(pk__in=old.values("pk")).update(body=None)
    ended = now - timedelta(days=settings.FEED_PULL_DAYS)
    gone = CalendarPull._base_manager.filter(pulled_at__lt=ended, body__isnull=True)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.forgetting', 'on', true)")
        rows, _ = gone.filter(decisions=None).delete()
        cursor.execute("SELECT set_config('app.forgetting', '', true)")
    return bodies, rows


def closures_forget(*, now: datetime) -> int:
    """Delete events of closures that ended long ago: a block that rolls leaves one a day."""
    ended = now - timedelta(days=settings.FEED_BODY_DAYS)
    old = CalendarEvent._base_manager.filter(
        status__in=OVER, missing_since__lt=ended, reservation=None, error=None, attention=None
    ).exclude(kind=EventKind.STAY)
    return old.delete()[0]
