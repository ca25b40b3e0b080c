"""Feeds as people keep them: where they come from, how often, paused or not, what an event is."""

from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from core.services import record_save, writing
from core.services.records import check_in_scope
from property_listings.choices.feeds import EventKind, EventStatus, FeedHealth
from property_listings.models import (
    CalendarEvent,
    CalendarFeed,
    CalendarFeedProgress,
    ChannelListing,
)
from property_listings.services.feeds.fetching import feed_fetch
from property_listings.services.feeds.pulling import pull_apply
from reservations.choices.reservations import NOT_BLOCKING

JOB = "property_listings.feed_pull"
MOST_AT_ONCE = 500  # feeds that one look takes up


def feed_create(
    *, channel_listing: ChannelListing, url: str | None, interval_minutes: int = 60, actor,
    source: str = "console",
) -> CalendarFeed:  # fmt: skip
    """Begin to pull the calendar at ``url``; the first look is due at once. Without one only stored
    calendars are applied."""
    with writing(actor, source):
        feed = CalendarFeed(
            channel_listing=channel_listing, url_encrypted=url, interval_minutes=interval_minutes
        )
        record_save(instance=feed, actor=actor, source=source)
        CalendarFeedProgress(feed=feed, next_pull_at=timezone.now()).save(force_insert=True)
    return feed


def feed_made_for(*, channel_listing: ChannelListing, actor, source: str = "shell") -> CalendarFeed:
    """The feed of a listing; one without an address where it has none yet."""
    found = CalendarFeed._base_manager.filter(channel_listing=channel_listing).first()
    if found is not None:
        return found
    with writing(actor, source):
        feed = CalendarFeed(channel_listing=channel_listing)
        record_save(instance=feed, actor=actor, source=source)
    return feed


def feed_change(
    *, feed: CalendarFeed, url: str | None = None, interval_minutes: int | None = None, actor,
    source: str = "console",
) -> CalendarFeed:  # fmt: skip
    """Another address or interval. After another address the next look is due at once."""
    with writing(actor, source):
        if url:
            feed.url_encrypted = url
        if interval_minutes is not None:
            feed.interval_minutes = interval_minutes
        record_save(instance=feed, actor=actor, source=source)
        if url:
            _pull_soon(feed)
    return feed


def feed_pause(*, feed: CalendarFeed, reason: str, actor, source: str = "console") -> CalendarFeed:
    """Stop looking; what the feed brought stays as it is."""
    if not reason.strip():
        raise ValidationError({"reason": "Say why it is paused."})
    with writing(actor, source, reason):
        row = CalendarFeed._base_manager.select_for_update().get(pk=feed.pk)
        row.is_active, row.health, row.paused_reason = False, FeedHealth.PAUSED, reason
        row.save(update_fields=["is_active", "health", "paused_reason"])
        check_in_scope(instance=row, actor=actor, action="write")
    return row


def feed_resume(*, feed: CalendarFeed, actor, source: str = "console") -> CalendarFeed:
    """Look again, at once."""
    with writing(actor, source):
        row = CalendarFeed._base_manager.select_for_update().get(pk=feed.pk)
        if not row.is_active:
            row.is_active, row.health, row.paused_reason = True, FeedHealth.NEW, None
            row.save(update_fields=["is_active", "health", "paused_reason"])
            check_in_scope(instance=row, actor=actor, action="write")
            _pull_soon(row)
    return row


def feed_pull_soon(*, feed: CalendarFeed, actor, source: str = "console") -> None:
    """Have a worker look at the feed now."""
    with writing(actor, source):
        check_in_scope(instance=feed, actor=actor, action="write")
        _pull_soon(feed)
        pull_defer(feed.pk)


def feed_pull(*, feed_id: UUID, at: datetime | None = None) -> None:
    """Fetch a feed and apply what came: the job. A feed that is gone or paused is left alone."""
    feed = (
        CalendarFeed._base_manager.select_related("progress")
        .filter(pk=feed_id, is_active=True, url_encrypted__isnull=False)
        .first()
    )
    if feed is None:
        return
    fetched = feed_fetch(feed=feed)
    with suppress(CalendarFeed.DoesNotExist):
        pull_apply(feed=feed, fetched=fetched, at=at or timezone.now())


def feeds_call(*, now: datetime) -> int:
    """Give every feed that is due a job of its own; how many are.

    A feed whose job waits or runs keeps that one, so a slow feed delays nobody but itself.
    """
    due = CalendarFeedProgress._base_manager.filter(
        feed__is_active=True, feed__url_encrypted__isnull=False, next_pull_at__lte=now
    )
    keys = list(due.order_by("next_pull_at").values_list("feed_id", flat=True)[:MOST_AT_ONCE])
    for key in keys:
        pull_defer(key)
    return len(keys)


def pull_defer(feed_id: UUID) -> None:
    """A job for one feed, unless it has one."""
    lock = f"{JOB} {feed_id}"
    with suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task(JOB, queue="feeds", lock=lock, queueing_lock=lock).defer(
            feed_id=str(feed_id)
        )


def event_settle(
    *, event: CalendarEvent, kind: str, actor, source: str = "console"
) -> CalendarEvent:
    """Say what an event is that the channel leaves unclear; the next look follows it.

    Raises ``ValidationError`` for an event that is gone, or whose stay stands.
    """
    if kind not in (EventKind.STAY, EventKind.BLOCK):
        raise ValidationError({"kind": "Either a stay or a block."})
    with writing(actor, source):
        row = (
            CalendarEvent._base_manager.select_for_update(of=("self",))
            .select_related("reservation", "feed")
            .get(pk=event.pk)
        )
        if row.status not in (EventStatus.LISTED, EventStatus.MISSING):
            raise ValidationError("The channel does not list this event any more.", code="conflict")
        stay = row.reservation
        if stay is not None and stay.status not in NOT_BLOCKING:
            raise ValidationError(
                f"{stay.number} stands for it. Cancel that first.", code="conflict"
            )
        row.kind, row.is_kind_settled = kind, True
        row.save(update_fields=["kind", "is_kind_settled"])
        check_in_scope(instance=row, actor=actor, action="write")
        _pull_soon(row.feed)
        pull_defer(row.feed_id)
    return row


def _pull_soon(feed: CalendarFeed) -> None:
    progress, _ = CalendarFeedProgress._base_manager.get_or_create(feed=feed)
    progress.next_pull_at = timezone.now()
    progress.etag = progress.last_modified = None
    progress.save(update_fields=["next_pull_at", "etag", "last_modified"])
