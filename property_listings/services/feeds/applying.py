"""A good calendar applied: what is new is booked, what moved is moved, what is gone is looked at.

Everything of one pull happens in one transaction, under the lock of the calendars it touches. What
the channel says is a fact and is not refused for minimums; but nothing of ours is ever overwritten:
a clash leaves the event waiting, tells somebody, and is tried again with each pull.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db.models import Q

from core.clock import clock_at
from core.spans import Span, overlap, span_of
from property.models import Property
from property.selectors.clock import zone_of
from property_listings.choices.feeds import THERE, EventKind, EventStatus
from property_listings.models import CalendarEvent, CalendarFeed
from property_listings.selectors.uids import is_own
from property_listings.services.feeds.booking import (
    event_stay_cancel,
    event_stay_follow,
    needs_stay,
)
from property_listings.services.feeds.kinds import Meaning, meaning_of, without_doubles
from property_listings.services.feeds.nights import holds_make_way, holds_set
from property_listings.services.feeds.problems import event_is_well, event_needs_attention
from property_listings.services.feeds.reading import Calendar, Read
from property_listings.services.feeds.report import Report, entry
from reservations.services.stays import calendars_locked

# Two looks at a calendar that are nearer than this are one: pulled twice by hand, gone once.
APART = timedelta(minutes=10)
# From how many stays on, and from which share of those ahead, a disappearance is suspicious.
MANY, SHARE = 3, 0.5
CLOSING = (EventKind.BLOCK, EventKind.TENTATIVE, EventKind.UNCLEAR)


@dataclass
class Pull:
    """One pull while it is being applied. ``day`` is the day that has begun wherever one looks."""

    feed: CalendarFeed
    home: Property
    calendar: Calendar
    at: datetime
    day: date
    actor: object
    source: str
    is_released: bool = False
    report: Report = field(default_factory=Report)
    known: dict[str, CalendarEvent] = field(default_factory=dict)
    listed: dict[str, tuple[Read, Meaning]] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)  # STATUS:CANCELLED
    fresh: set[str] = field(default_factory=set)  # new, or with other nights than before
    back: set[str] = field(default_factory=set)  # cancelled before, listed again
    written: dict[str, tuple] = field(default_factory=dict)
    taken_over: dict[str, str] = field(default_factory=dict)  # gone UID -> who has its nights now

    @property
    def told(self) -> dict:
        """Who writes."""
        return {"actor": self.actor, "source": self.source}


def feed_day(home: Property, at: datetime) -> date:
    """The day at ``at``: the property's, or that of UTC where it has begun already.

    Calendars hold dates without a time zone, and channels strike them off by their own clock. A
    stay is only taken as cancelled while its day of arrival has begun nowhere.
    """
    return max(at.astimezone(zone_of(home)).date(), at.astimezone(UTC).date())


def pull_begin(
    *, feed: CalendarFeed, calendar: Calendar, at: datetime, actor, source: str,
    is_released: bool = False,
) -> Pull:  # fmt: skip
    """What the calendar says next to what is known of the feed. Nothing is written."""
    home = feed.channel_listing.listing.property
    pull = Pull(feed, home, calendar, at, feed_day(home, at), actor, source, is_released)
    events, doubles = without_doubles(calendar.events)
    for event in doubles:
        pull.report.ignored.append(
            entry(event.uid, event.check_in_date, event.check_out_date, why="marks another event")
        )
    for event in events:
        span = (event.check_in_date, event.check_out_date)
        if is_own(event.uid):
            pull.report.ignored.append(entry(event.uid, *span, why="our own, come back"))
        elif event.is_cancelled:
            pull.withdrawn.add(event.uid)
        else:
            pull.listed[event.uid] = (
                event,
                meaning_of(
                    event, platform=feed.channel_listing.platform_code, maker=calendar.maker
                ),
            )
    for bad in calendar.bad:
        pull.report.refused.append(bad.as_json())
    pull.report.events = len(calendar.events) + len(calendar.bad)
    rows = CalendarEvent._base_manager.filter(feed=feed).filter(
        Q(status__in=THERE) | Q(uid__in=[*pull.listed, *pull.withdrawn])
    )
    for row in rows.select_related("reservation__property", "error").order_by("first_seen_at"):
        row.feed = feed
        pull.known[row.uid] = row
    return pull


def suspicion(pull: Pull) -> str:
    """Why nothing of a pull should be believed yet; "" when nothing speaks against it.

    A calendar without any event while some are ahead, and one in which most of the stays ahead
    are missing at once, are likelier a fault of the channel than the truth.
    """
    ahead = [e for e in pull.known.values() if e.status in THERE and e.check_in_date > pull.day]
    gone = [e for e in ahead if e.uid not in pull.listed and e.uid not in pull.withdrawn]
    if not pull.calendar.events and not pull.calendar.bad:
        pull.report.held_back = [_of(e) for e in gone]
        return f"The calendar is empty, but {len(gone)} events are ahead." if gone else ""
    stays = [e for e in ahead if e.kind != EventKind.BLOCK and e.status == EventStatus.LISTED]
    lost = [e for e in gone if e in stays and not _taken_over(pull, e, EventKind.values)]
    if len(lost) >= MANY and len(lost) > SHARE * len(stays):
        pull.report.held_back = [_of(e) for e in lost]
        return f"{len(lost)} of {len(stays)} stays ahead are missing at once."
    return ""


def pull_mark(pull: Pull) -> None:
    """Of a pull held back, remember what was missing: a second good pull can confirm it.

    An empty calendar confirms nothing and marks nothing.
    """
    if not pull.listed:
        return
    for event in pull.known.values():
        is_gone = event.status == EventStatus.LISTED and event.uid not in pull.listed
        if is_gone and event.check_in_date > pull.day:
            event.status, event.missing_since = EventStatus.MISSING, pull.at
            event.save(update_fields=["status", "missing_since"])


def pull_write(pull: Pull) -> Report:
    """Apply the pull. Inside of ``writing``."""
    homes = {pull.home.pk: pull.home} | {
        e.reservation.property_id: e.reservation.property
        for e in pull.known.values()
        if e.reservation is not None
    }
    pull.written = {uid: _state(event) for uid, event in pull.known.items()}
    with clock_at(pull.at), calendars_locked(*homes.values()):
        for event in list(pull.known.values()):
            if event.status in THERE and event.uid not in pull.listed:
                _gone(pull, event)
        for uid, (read, meaning) in pull.listed.items():
            _listed(pull, uid, read, meaning)
        for uid in pull.withdrawn - pull.known.keys():
            read = next(e for e in pull.calendar.events if e.uid == uid)
            span = (read.check_in_date, read.check_out_date)
            pull.report.ignored.append(entry(uid, *span, why="cancelled before it was known"))
        _stays_follow(pull)
        _holds_follow(pull)
        for event in pull.known.values():
            _write(pull, event)
    return pull.report


def _gone(pull: Pull, event: CalendarEvent) -> None:
    """An event that the calendar does not have any more."""
    is_first = event.status == EventStatus.LISTED
    if is_first:
        seen = pull.feed.progress.last_good_pull_at or event.first_seen_at
        event.missing_since, event.last_seen_at = pull.at, max(event.first_seen_at, seen)
    missing_since = event.missing_since or pull.at
    since = feed_day(pull.home, missing_since)
    if event.check_out_date <= since:
        event.status = EventStatus.COMPLETED
        _tell(pull, event, "completed")
        return
    is_second = not is_first and pull.at - missing_since >= APART
    if event.check_in_date <= since and event.kind == EventKind.STAY:
        event.status = EventStatus.VANISHED
        _tell(pull, event, "vanished")
        return
    if event.check_in_date <= since and (is_second or pull.is_released):
        event.status = EventStatus.COMPLETED  # a closure that was ended early
        _tell(pull, event, "completed")
        return
    taker = ""
    if event.kind == EventKind.STAY and (taker := _taken_over(pull, event, [EventKind.STAY])):
        pull.taken_over[event.uid] = taker
    if event.uid in pull.withdrawn or pull.is_released or is_second or taker:
        event.status = EventStatus.CANCELLED
        _tell(pull, event, "cancelled", replaced_by=taker)
    elif is_first:
        event.status = EventStatus.MISSING
        _tell(pull, event, "missing")


def _taken_over(pull: Pull, event: CalendarEvent, kinds: Collection[str]) -> str:
    """The UID of an event of those kinds that has come onto nights of ``event`` with this
    calendar; a channel sells a night once. Asked before events are brought up to date."""
    for uid, (read, meaning) in pull.listed.items():
        known = pull.known.get(uid)
        stood = known is not None and known.status in THERE and span_of(known) == span_of(read)
        if not stood and meaning.kind in kinds and overlap(span_of(read), span_of(event)):
            return uid
    return ""


def _listed(pull: Pull, uid: str, read: Read, meaning: Meaning) -> None:
    """An event that the calendar has: known, changed, back, or new."""
    event = pull.known.get(uid)
    if event is None:
        event = pull.known[uid] = CalendarEvent(
            feed=pull.feed, uid=uid, check_in_date=read.check_in_date,
            check_out_date=read.check_out_date, first_seen_at=pull.at, last_seen_at=pull.at,
            kind=meaning.kind, status=EventStatus.LISTED, summary=read.summary or None,
        )  # fmt: skip
        pull.fresh.add(uid)
        if event.kind != EventKind.STAY:
            _tell(pull, event, "new")
        return
    if event.status != EventStatus.LISTED:
        if event.status == EventStatus.CANCELLED:
            pull.back.add(uid)
        event.status, event.missing_since = EventStatus.LISTED, None
        event.times_returned += 1
        event.last_seen_at = pull.at
        if uid not in pull.back or event.kind != EventKind.STAY:
            _tell(pull, event, "returned")
    if span_of(event) != span_of(read):
        event.check_in_date, event.check_out_date = span_of(read)
        event.last_seen_at = pull.at
        pull.fresh.add(uid)
        if event.kind != EventKind.STAY:
            _tell(pull, event, "moved")
    event.summary = read.summary or None
    if event.kind != meaning.kind and not event.is_kind_settled:
        _other_kind(pull, event, meaning)


def _other_kind(pull: Pull, event: CalendarEvent, meaning: Meaning) -> None:
    """The channel calls the event something else now. A stay stays one until somebody looked."""
    if event.kind != EventKind.STAY or event.reservation_id is None:
        event.kind = meaning.kind
        event_is_well(event=event, at=pull.at)
        return
    event_needs_attention(
        event=event,
        why=f"The channel calls this stay “{event.summary or meaning.kind}” now.",
        at=pull.at,
        is_clash=False,
        **pull.told,
    )


def _stays_follow(pull: Pull) -> None:
    """Cancel what is off, then move and book until nothing is left but what clashes."""
    _keys_follow(pull)
    for event in pull.known.values():
        if event.status == EventStatus.CANCELLED and event.uid not in pull.listed:
            taker = pull.taken_over.get(event.uid, "")
            event_stay_cancel(event=event, at=pull.at, is_taken_over=bool(taker), **pull.told)
            if event.error is not None:
                event_is_well(event=event, at=pull.at)
    due = [e for e in pull.known.values() if needs_stay(e, pull.day, pull.fresh, pull.back)]
    if due:
        holds_make_way(
            feed=pull.feed, home=pull.home, stays=map(span_of, due), day=pull.day, at=pull.at,
            **pull.told,
        )  # fmt: skip
    refused: dict[str, str] = {}
    while due:  # one that moves away makes room for the next
        later = [event for event in due if not _stay_follows(pull, event, refused)]
        if len(later) == len(due):
            break
        due = later
    for event in due:
        why = refused[event.uid]
        pull.report.refused.append({**_of(event), "why": why})
        event_needs_attention(event=event, why=why, at=pull.at, is_clash=True, **pull.told)


def _stay_follows(pull: Pull, event: CalendarEvent, refused: dict[str, str]) -> bool:
    """Bring the stay of one event to where the event is; False where something is in the way."""
    _, meaning = pull.listed[event.uid]
    try:
        told, deed = event_stay_follow(
            event=event, home=pull.home, name=meaning.name, code=meaning.code, at=pull.at,
            is_back=event.uid in pull.back, **pull.told,
        )  # fmt: skip
    except ValidationError as error:
        refused[event.uid] = " ".join(error.messages)
        return False
    if deed:
        getattr(pull.report, deed).append({**_of(event), **told})
    if event.error is not None:
        event_is_well(event=event, at=pull.at)
    _write(pull, event)  # so that no other event takes the same stay
    return True


def _keys_follow(pull: Pull) -> None:
    """A booking that the channel lists under another UID now keeps its stay."""
    for uid, (_, meaning) in pull.listed.items():
        event = pull.known[uid]
        if not meaning.code or event.reservation is not None or event.kind != EventKind.STAY:
            continue
        for old in pull.known.values():
            if old.uid in pull.listed or old.reservation is None:
                continue
            if old.reservation.channel_reservation_id == meaning.code:
                event.reservation, old.reservation = old.reservation, None
                pull.fresh.add(uid)
                break


def _holds_follow(pull: Pull) -> None:
    """The nights that the feed closes: its blocks, what is unclear, and stays that clash.

    Also those of events that cannot be followed, as far as they can be read: nights are rather
    held in vain than sold twice.
    """
    nights: list[Span] = [bad.nights for bad in pull.calendar.bad if bad.nights]
    for event in pull.known.values():
        clashes = event.kind == EventKind.STAY and event.error is not None
        if event.status in THERE and (event.kind in CLOSING or clashes):
            nights.append(span_of(event))
    pull.report.holds = holds_set(
        feed=pull.feed, home=pull.home, nights=nights, day=pull.day, at=pull.at, **pull.told
    )


def _tell(pull: Pull, event: CalendarEvent, what: str, **further) -> None:
    """Into the report; of what is no stay under ``closures``."""
    if event.kind == EventKind.STAY:
        getattr(pull.report, what).append({**_of(event), **{k: v for k, v in further.items() if v}})
    else:
        pull.report.closures.append({**_of(event), "what": what})


def _of(event: CalendarEvent) -> dict:
    number = event.reservation.number if event.reservation is not None else None
    return entry(event.uid, *span_of(event), kind=str(event.kind), stay=number)


def _write(pull: Pull, event: CalendarEvent) -> None:
    """Save the event where it is another than was read or written last."""
    if pull.written.get(event.uid) != (state := _state(event)):
        event.save()
        pull.written[event.uid] = state


def _state(event: CalendarEvent) -> tuple:
    fields = event._meta.concrete_fields
    return tuple(getattr(event, field.attname) for field in fields if not field.generated)
