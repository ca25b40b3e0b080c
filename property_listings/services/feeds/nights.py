"""The nights that a feed closes: one replaceable set of holds a feed, on nights nobody else has."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError

from core.services import writing
from core.spans import Span, overlap, span_of, without
from property.models import Property
from property_listings.models import CalendarFeed
from reservations.choices.reservations import (
    NOT_BLOCKING,
    ReservationCancelledBy,
    ReservationType,
)
from reservations.models import Reservation
from reservations.services.stays import stay_book, stay_cancel, stay_change, stay_restore

SYNC = "ical"  # ``Reservation.sync_source`` of what feeds write
CLOSED, OPEN_AGAIN = "Closed at the channel.", "Not closed at the channel any more."


def holds_of(feed: CalendarFeed) -> list[Reservation]:
    """The holds of a feed, those that are off among them: they are used again."""
    rows = Reservation._base_manager.filter(
        booking_channel_listing=feed.channel_listing_id,
        reservation_type=ReservationType.HOLD,
        sync_source=SYNC,
    )
    return list(rows.select_related("property").order_by("check_in_date", "id"))


def is_on(row: Reservation) -> bool:
    """Whether a stay holds its nights."""
    return row.status not in NOT_BLOCKING


def holds_make_way(
    *, feed: CalendarFeed, home: Property, stays: Iterable[Span], day: date, at: datetime, actor,
    source: str,
) -> None:  # fmt: skip
    """Take the nights of ``stays`` out of the feed's holds: the channel has sold them."""
    taken = list(stays)
    held = [row for row in holds_of(feed) if is_on(row)]
    closed = [span_of(row) for row in held]
    if any(overlap(one, other) for one in closed for other in taken):
        holds_set(
            feed=feed, home=home, nights=without(closed, taken), day=day, at=at, actor=actor,
            source=source,
        )  # fmt: skip


def holds_set(
    *, feed: CalendarFeed, home: Property, nights: Iterable[Span], day: date, at: datetime,
    actor, source: str,
) -> int:  # fmt: skip
    """Hold ``nights`` for the feed as far as nobody else has them, and no others from ``day`` on.

    Rows are moved and used again, so that a block that rolls a day at a time leaves no pile.
    Returns how many rows were written. Inside the lock of the home's calendar.
    """
    rows = holds_of(feed)
    wanted = [run for run in without(nights, _others(home, rows)) if run[1] > day]
    free = [row for row in rows if not (is_on(row) and span_of(row) in wanted)]
    kept = {span_of(row) for row in rows if row not in free}
    wanted = [run for run in wanted if run not in kept]
    plan = _plan(wanted, free)
    used = {row.pk for row, _ in plan if row is not None}
    written = 0
    told = {"actor": actor, "source": source}
    for row in free:  # give back first, so that the moves find room
        if row.pk not in used and is_on(row) and row.check_out_date > day:
            stay_cancel(
                stay=row,
                reason=OPEN_AGAIN,
                cancelled_by=ReservationCancelledBy.PLATFORM,
                at=at,
                **told,
            )
            written += 1
    while plan:
        later: list[tuple[Reservation | None, Span]] = []
        for place, run in plan:
            try:
                _place(feed, home, place, run, at, told)
                written += 1
            except ValidationError as error:
                if getattr(error, "code", "") != "conflict":
                    raise
                later.append((place, run))
        if len(later) == len(plan):  # rows that wait for each other's nights
            stuck = later[0][0]
            if stuck is None or not is_on(stuck):
                break  # somebody took these nights this moment; the next pull looks again
            stuck.refresh_from_db()
            stay_cancel(
                stay=stuck,
                reason=OPEN_AGAIN,
                cancelled_by=ReservationCancelledBy.PLATFORM,
                at=at,
                **told,
            )
            stuck.refresh_from_db()
        plan = later
    return written


def _place(feed, home, row, run, at, told) -> None:
    """One run of nights: by a row that is there, or a new one."""
    if row is None:
        stay_book(
            home=home, check_in_date=run[0], check_out_date=run[1], kind=ReservationType.HOLD,
            booking_source=feed.channel_listing.platform_code, values={
                "booking_channel_listing_id": feed.channel_listing_id, "sync_source": SYNC,
                "booked_at": at, "internal_notes": CLOSED, "adults": 1,
            }, **told,
        )  # fmt: skip
        return
    if is_on(row):
        stay_change(stay=row, check_in_date=run[0], check_out_date=run[1], reason=CLOSED, **told)
    else:
        stay_bring_back(
            stay=row, check_in_date=run[0], check_out_date=run[1], reason=CLOSED, **told
        )


def stay_bring_back(
    *, stay: Reservation, check_in_date: date, check_out_date: date, reason: str, actor, source: str
) -> Reservation:
    """Restore a stay that is off, to dates that may be others than it had.

    Raises ``ValidationError`` (code "conflict") where those nights are taken; then nothing changed.
    """
    with writing(actor, source, reason):
        row = Reservation._base_manager.select_for_update(of=("self",)).get(pk=stay.pk)
        if (row.check_in_date, row.check_out_date) != (check_in_date, check_out_date):
            # It holds no nights while it is off, so its dates are free to change.
            row.check_in_date, row.check_out_date = check_in_date, check_out_date
            row.save(update_fields=["check_in_date", "check_out_date"])
        return stay_restore(stay=row, actor=actor, source=source, reason=reason)


def _others(home: Property, rows: list[Reservation]) -> list[Span]:
    """Span of the home that anybody but the feed's holds has."""
    found = (
        Reservation._base_manager.filter(property=home)
        .exclude(status__in=NOT_BLOCKING)
        .exclude(pk__in=[row.pk for row in rows])
    )
    return list(found.values_list("check_in_date", "check_out_date"))


def _plan(wanted: list[Span], free: list[Reservation]) -> list[tuple[Reservation | None, Span]]:
    """Which row takes which run: one that overlaps it, else any that is over or off, else a new one."""
    plan: list[tuple[Reservation | None, Span]] = []
    rest = []
    for first, end in wanted:
        near = next(
            (r for r in free if is_on(r) and r.check_in_date <= end and r.check_out_date >= first),
            None,
        )
        if near is None:
            rest.append((first, end))
        else:
            free = [row for row in free if row is not near]
            plan.append((near, (first, end)))
    for run in rest:
        row, free = (free[0], free[1:]) if free else (None, free)
        plan.append((row, run))
    return plan
