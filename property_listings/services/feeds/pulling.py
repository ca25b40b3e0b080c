"""One look at a feed, whether its body was fetched, replayed or released from quarantine."""

import hashlib
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from zlib import crc32

from django.core.exceptions import ValidationError

from core.services import writing
from core.services.records import check_in_scope
from property.selectors.clock import zone_of
from property_listings.choices.channels import (
    ChannelListingSyncStatus,
    ChannelSyncDirection,
    ChannelSyncStatus,
    ChannelSyncTriggeredBy,
    ChannelSyncType,
)
from property_listings.choices.feeds import EventStatus, FeedHealth, PullOutcome
from property_listings.models import (
    CalendarEvent,
    CalendarFeed,
    CalendarFeedProgress,
    CalendarPull,
    ChannelListing,
    ChannelSync,
)
from property_listings.services.feeds.applying import (
    pull_begin,
    pull_mark,
    pull_write,
    suspicion,
)
from property_listings.services.feeds.problems import FAILING, HELD, feed_is_well, feed_problem
from property_listings.services.feeds.reading import MOST_BYTES, NoCalendar, calendar_read
from property_listings.services.feeds.report import Report, sentence

TOLD_AFTER = 3  # failed pulls in a row, until somebody is told
FIRST_RETRY, LAST_RETRY = timedelta(minutes=10), timedelta(hours=6)
CONFIRM_IN = timedelta(minutes=20)  # when a pull was held back


@dataclass(frozen=True)
class Fetched:
    """What a look at a feed brought: a body, the word that it is the same as before, or a failure.

    ``failure`` says to people what went wrong; it never holds the address.
    """

    body: bytes | None = None
    is_same: bool = False
    failure: str = ""
    duration_ms: int | None = None
    etag: str | None = None
    last_modified: str | None = None


def pull_apply(
    *, feed: CalendarFeed, fetched: Fetched, at: datetime, actor=None, source: str = "job"
) -> tuple[CalendarPull, bool]:
    """Take what a look at the feed at ``at`` brought; returns the pull, and whether it is new.

    The same body at the same instant is the same pull: nothing is done the second time. A failed
    pull, and one that is held back, change nothing but the feed's health. Raises
    ``ValidationError`` (code "conflict") for an instant before a pull that was applied already.
    """
    with writing(actor, source):
        feed = _locked(feed, actor)
        body = None if fetched.failure else fetched.body
        digest = hashlib.sha256(body).hexdigest() if body is not None else None
        if known := _same_pull(feed, fetched, digest, at):
            return known, False
        progress = feed.progress
        if progress.last_pull_at is not None and at <= progress.last_pull_at:
            said = f"A later pull, of {progress.last_pull_at:%Y-%m-%d %H:%M:%S} UTC, was applied."
            raise ValidationError(said, code="conflict")
        if fetched.is_same:
            body, digest = body_before(feed)
        pull = CalendarPull(
            feed=feed, pulled_at=at, actor=actor, body_sha256=digest,
            body_size=len(body) if body is not None else None, duration_ms=fetched.duration_ms,
        )  # fmt: skip
        progress.last_pull_at = at
        if fetched.failure or body is None:
            why = fetched.failure or "The calendar is the same as one that is not kept any more."
            progress.etag = progress.last_modified = None
            _failed(pull, body, why, actor, source)
        else:
            _look(pull, body, fetched, actor, source)
        _progress(pull)
        pull.save(force_insert=True)
    return pull, True


def pull_release(
    *, feed: CalendarFeed, actor, reason: str, at: datetime, source: str = "console"
) -> CalendarPull:
    """Believe the pull that is held back: what it does not have any more is cancelled.

    Raises ``ValidationError`` where nothing is held back or no reason is given.
    """
    with writing(actor, source, reason):
        feed, held = _held(feed, actor, reason)
        body = body_of(held)
        if body is None:
            raise ValidationError("Its body is not kept any more. Wait for the next pull.")
        pull = CalendarPull(
            feed=feed, decides_on=held, pulled_at=at, actor=actor, body_sha256=held.body_sha256,
            body_size=held.body_size, outcome=PullOutcome.RELEASED,
        )  # fmt: skip
        calendar = _read(feed, body)
        going = pull_begin(
            feed=feed, calendar=calendar, at=at, actor=actor, source=source, is_released=True
        )
        pull.report = {**pull_write(going).as_json(), "reason": reason}
        _well(feed, at)
        feed.progress.last_pull_at = at
        _progress(pull)
        pull.save(force_insert=True)
        _synced(pull, going.report, actor)
    return pull


def pull_reject(
    *, feed: CalendarFeed, actor, reason: str, at: datetime, source: str = "console"
) -> CalendarPull:
    """Do not believe the pull that is held back: everything stays, as if it had not come."""
    with writing(actor, source, reason):
        feed, held = _held(feed, actor, reason)
        pull = CalendarPull(
            feed=feed, decides_on=held, pulled_at=at, actor=actor, body_sha256=held.body_sha256,
            outcome=PullOutcome.REJECTED, report={"reason": reason},
        )  # fmt: skip
        pull.save(force_insert=True)
        for event in CalendarEvent._base_manager.filter(
            feed=feed, status=EventStatus.MISSING, missing_since=held.pulled_at
        ):
            event.status, event.missing_since = EventStatus.LISTED, None
            event.save(update_fields=["status", "missing_since"])
        _health(feed, FeedHealth.OK)
        feed_is_well(feed=feed, at=at, codes=(HELD,))
        progress = feed.progress
        progress.next_pull_at = at + _about(feed, timedelta(minutes=feed.interval_minutes), at)
        progress.last_pull_at, progress.etag, progress.last_modified = at, None, None
        progress.save()
    return pull


def body_of(pull: CalendarPull) -> bytes | None:
    """The body of a pull as it came; None where it is not kept any more."""
    packed = pull.body
    if packed is None and pull.body_sha256:
        same = CalendarPull._base_manager.filter(
            feed=pull.feed_id, body_sha256=pull.body_sha256, body__isnull=False
        )
        packed = same.order_by("-pulled_at").values_list("body", flat=True).first()
    return None if packed is None else zlib.decompressobj().decompress(bytes(packed), MOST_BYTES)


def body_before(feed: CalendarFeed) -> tuple[bytes | None, str | None]:
    """The last body that was a calendar, and its hash; what "not modified" speaks of."""
    last = (
        CalendarPull._base_manager.filter(feed=feed, body_sha256__isnull=False)
        .exclude(outcome=PullOutcome.FAILED)
        .order_by("-pulled_at")
        .first()
    )
    return (body_of(last), last.body_sha256) if last is not None else (None, None)


def _locked(feed: CalendarFeed, actor) -> CalendarFeed:
    """The feed and how it goes, locked: pulls of one feed take turns."""
    row = (
        CalendarFeed._base_manager.select_related(
            "channel_listing__platform", "channel_listing__listing__property"
        )
        .select_for_update(of=("self",))
        .get(pk=feed.pk)
    )
    check_in_scope(instance=row, actor=actor, action="write")
    CalendarFeedProgress._base_manager.get_or_create(feed=row)
    row.progress = CalendarFeedProgress._base_manager.select_for_update().get(feed=row)
    return row


def _same_pull(feed, fetched: Fetched, digest, at) -> CalendarPull | None:
    known = CalendarPull._base_manager.filter(feed=feed, pulled_at=at).first()
    if known is None:
        return None
    if fetched.is_same:
        return known
    is_failed = known.outcome == PullOutcome.FAILED
    if fetched.failure and is_failed and known.body_sha256 is None:
        return known
    return known if digest is not None and known.body_sha256 == digest else None


def _held(feed: CalendarFeed, actor, reason: str) -> tuple[CalendarFeed, CalendarPull]:
    if not reason.strip():
        raise ValidationError("Say why: somebody will want to know.")
    feed = _locked(feed, actor)
    pull = CalendarPull._base_manager.filter(feed=feed).order_by("-pulled_at").first()
    if feed.health != FeedHealth.HELD or pull is None:
        raise ValidationError("Nothing of this feed is held back.", code="conflict")
    if pull.outcome != PullOutcome.HELD:  # it failed since
        rows = CalendarPull._base_manager.filter(feed=feed, outcome=PullOutcome.HELD)
        pull = rows.order_by("-pulled_at").first()
    if pull is None:
        raise ValidationError("What was held back is not kept any more.")
    return feed, pull


def _read(feed: CalendarFeed, body: bytes):
    home = feed.channel_listing.listing.property
    return calendar_read(body, zone=zone_of(home), check_out=home.check_out_time)


def _look(pull: CalendarPull, body: bytes, fetched: Fetched, actor, source: str) -> None:
    """Read a body and apply it, unless it is no calendar or not to be believed."""
    feed, at = pull.feed, pull.pulled_at
    try:
        calendar = _read(feed, body)
    except NoCalendar as error:
        _failed(pull, body, str(error), actor, source)
        return
    _keep(pull, body)
    going = pull_begin(feed=feed, calendar=calendar, at=at, actor=actor, source=source)
    if why := suspicion(going):
        _held_back(pull, going, why, actor)
        return
    report = pull_write(going)
    pull.report = report.as_json()
    pull.outcome = PullOutcome.APPLIED if report.has_changes else PullOutcome.UNCHANGED
    progress = feed.progress
    if not fetched.is_same:
        progress.etag, progress.last_modified = fetched.etag, fetched.last_modified
    was = feed.health
    _well(feed, at)
    if report.has_changes or was != FeedHealth.OK:
        _synced(pull, report, actor)


def _held_back(pull: CalendarPull, going, why: str, actor) -> None:
    feed, progress = pull.feed, pull.feed.progress
    pull_mark(going)
    pull.outcome, pull.error, pull.report = PullOutcome.HELD, why, going.report.as_json()
    progress.next_pull_at = pull.pulled_at + CONFIRM_IN
    progress.last_error, progress.failure_count = why, 0
    progress.etag = progress.last_modified = None  # the next look must bring the body
    _health(feed, FeedHealth.HELD)
    feed_problem(feed=feed, code=HELD, why=why, at=pull.pulled_at)
    _synced(pull, going.report, actor)


def _failed(pull: CalendarPull, body: bytes | None, why: str, actor, source: str) -> None:
    """Nothing changes but the feed's health; what is held back stays so."""
    feed, at = pull.feed, pull.pulled_at
    progress = feed.progress
    pull.outcome, pull.error = PullOutcome.FAILED, why
    if body is not None:
        _keep(pull, body)
    progress.failure_count += 1
    progress.last_error = why
    wait = min(FIRST_RETRY * 2 ** min(progress.failure_count - 1, 10), LAST_RETRY)
    progress.next_pull_at = at + _about(feed, wait, at)
    if feed.health != FeedHealth.HELD:
        _health(feed, FeedHealth.FAILING)
    if progress.failure_count >= TOLD_AFTER:
        feed_problem(feed=feed, code=FAILING, why=why, at=at)
    if progress.failure_count in (1, TOLD_AFTER):
        _synced(pull, Report(), actor)


def _well(feed: CalendarFeed, at: datetime) -> None:
    progress = feed.progress
    progress.last_good_pull_at, progress.failure_count, progress.last_error = at, 0, None
    progress.next_pull_at = at + _about(feed, timedelta(minutes=feed.interval_minutes), at)
    if feed.health != FeedHealth.OK:
        _health(feed, FeedHealth.OK)
        feed_is_well(feed=feed, at=at)


def _health(feed: CalendarFeed, health: str) -> None:
    """The health, where it is another; a paused feed that is pulled by hand stays paused."""
    if feed.health not in (health, FeedHealth.PAUSED):
        feed.health = health
        feed.save(update_fields=["health"])


def _about(feed: CalendarFeed, span: timedelta, at: datetime) -> timedelta:
    """The span, a tenth more or less: feeds made together do not stay together."""
    lot = crc32(f"{feed.pk} {at:%s}".encode()) % 2001 - 1000
    return span * (1 + lot / 10_000)


def _progress(pull: CalendarPull) -> None:
    """How the feed goes after the pull."""
    progress = pull.feed.progress
    if pull.report is not None:
        progress.last_report = sentence(pull.report)
    events = CalendarEvent._base_manager.filter(feed=pull.feed, attention__isnull=False)
    progress.attention_count = events.count()
    progress.save()


def _keep(pull: CalendarPull, body: bytes) -> None:
    """The body, unless an earlier pull has the same one."""
    same = CalendarPull._base_manager.filter(
        feed=pull.feed, body_sha256=pull.body_sha256, body__isnull=False
    )
    if not same.exists():
        pull.body = zlib.compress(body, 9)


def _synced(pull: CalendarPull, report: Report, actor) -> None:
    """The pull among the listing's synchronisations, and the listing's own state."""
    listing: ChannelListing = pull.feed.channel_listing
    is_bad = pull.outcome in (PullOutcome.FAILED, PullOutcome.HELD)
    told = report.as_json()
    status = ChannelSyncStatus.SUCCESS
    if is_bad:
        status = ChannelSyncStatus.ERROR
    elif report.refused:
        status = ChannelSyncStatus.PARTIAL
    ChannelSync(
        channel_listing=listing,
        user=actor,
        sync_type=ChannelSyncType.CALENDAR,
        sync_direction=ChannelSyncDirection.PULL,
        synced_at=pull.pulled_at,
        changes={**told["counts"], "summary": sentence(told)},
        records_received=report.events,
        error_message=pull.error,
        duration_ms=pull.duration_ms,
        triggered_by=ChannelSyncTriggeredBy.USER if actor else ChannelSyncTriggeredBy.SCHEDULED,
        status=status,
    ).save(force_insert=True)
    listing.last_synced_at = listing.last_synced_at if is_bad else pull.pulled_at
    listing.sync_status = (
        ChannelListingSyncStatus.ERROR if is_bad else ChannelListingSyncStatus.SYNCED
    )
    listing.sync_error_message = pull.error
    listing.save(update_fields=["last_synced_at", "sync_status", "sync_error_message"])
