"""The stay behind an event: booked, moved, brought back, cancelled, by the services of stays."""

from collections.abc import Collection
from datetime import date, datetime

from core.spans import span_of
from property.models import Property
from property_listings.choices.feeds import THERE, EventKind, EventStatus
from property_listings.models import CalendarEvent
from property_listings.services.feeds.guests import name_keep, placeholder_guest
from property_listings.services.feeds.nights import SYNC, is_on, stay_bring_back
from reservations.choices.reservations import (
    NOT_BEGUN,
    NOT_BLOCKING,
    ReservationCancelledBy,
    ReservationStatus,
    ReservationType,
)
from reservations.models import Reservation
from reservations.services.stays import stay_book, stay_cancel, stay_change


def needs_stay(
    event: CalendarEvent, day: date, fresh: Collection[str], back: Collection[str]
) -> bool:
    """Whether something is to be done for the stay of an event that is listed.

    A stay that somebody changed or cancelled here is left as it is until the channel changes the
    event; what clashed is tried again.
    """
    if event.kind != EventKind.STAY or event.status != EventStatus.LISTED:
        return False
    is_due = event.uid in fresh or event.uid in back
    if event.check_out_date <= day:  # over, or seen for the first time when it was over
        return event.reservation is not None and is_due
    return event.reservation is None or is_due or event.error is not None


def event_stay_follow(
    *, event: CalendarEvent, home: Property, name: str, code: str, at: datetime, is_back: bool,
    actor, source: str,
) -> tuple[dict, str]:  # fmt: skip
    """Bring the stay of an event to where the event is.

    Returns what to tell, and under which word of the report ("" for nothing new). Raises
    ``ValidationError`` where it cannot be; then nothing was changed.
    """
    told = {"actor": actor, "source": source}
    span = (event.check_in_date, event.check_out_date)
    platform = event.feed.channel_listing.platform
    reason = f"The calendar of {platform.name} says so."
    if event.reservation is None:
        adopted = _known_stay(event, home, code)
        if adopted is None:
            event.reservation = _book(event, home, name, code, at, told)
            return {"stay": event.reservation.number}, "made"
        event.reservation, is_back = adopted, True
        if span_of(adopted) == span and is_on(adopted):
            return {"stay": adopted.number, "adopted": True}, "made"
    stay = event.reservation
    was = [day.isoformat() for day in span_of(stay)]
    if not is_on(stay):
        if not is_back and event.error is None:
            return {}, ""  # cancelled here by somebody; the channel only moved it
        event.reservation = stay_bring_back(
            stay=stay, check_in_date=span[0], check_out_date=span[1], reason=reason, **told
        )
        return {"stay": stay.number, "from": was}, "restored"
    if span_of(stay) == span:
        return {}, ""
    event.reservation = stay_change(
        stay=stay, check_in_date=span[0], check_out_date=span[1], reason=reason, **told
    )
    return {"stay": stay.number, "from": was}, "moved"


def event_stay_cancel(
    *, event: CalendarEvent, at: datetime, is_taken_over: bool, actor, source: str
) -> None:
    """Cancel the stay of an event that is off; one that has begun, or is off already, is left."""
    stay = event.reservation
    if stay is None or event.kind != EventKind.STAY:
        return
    stay = Reservation._base_manager.select_related("property").get(pk=stay.pk)
    event.reservation = stay
    if stay.status in NOT_BLOCKING and stay.status != ReservationStatus.INQUIRY:
        return
    if stay.status not in NOT_BEGUN:
        event.attention = "The channel has dropped a stay whose guests are in."
        return
    name = event.feed.channel_listing.platform.name
    why = (
        f"{name} gave its nights to another stay."
        if is_taken_over
        else f"Gone from the calendar of {name} since {event.missing_since:%Y-%m-%d %H:%M} UTC."
    )
    event.reservation = stay_cancel(
        stay=stay, reason=why, cancelled_by=ReservationCancelledBy.PLATFORM, at=at, actor=actor,
        source=source,
    )  # fmt: skip


def _book(event, home, name, code, at, told) -> Reservation:
    listing = event.feed.channel_listing
    stay = stay_book(
        home=home,
        check_in_date=event.check_in_date,
        check_out_date=event.check_out_date,
        booking_source=listing.platform_code,
        guest=placeholder_guest(listing.platform),
        values={
            "booking_channel_listing_id": listing.pk,
            "channel_reservation_id": _free_code(listing.platform_code, code),
            "sync_source": SYNC,
            "last_sync_at": at,
            "booked_at": at,
            "confirmed_at": at,
        },
        **told,
    )
    if name:
        name_keep(stay=stay, name=name)
    stay.refresh_from_db()
    return stay


def _free_code(platform: str, code: str) -> str | None:
    """The channel's code, unless a stay of another home has it already."""
    taken = Reservation._base_manager.filter(
        booking_source__code=platform, channel_reservation_id=code
    )
    return None if not code or taken.exists() else code


def _known_stay(event: CalendarEvent, home: Property, code: str) -> Reservation | None:
    """A stay that is here already: typed in by somebody, imported, or under an earlier UID."""
    listing = event.feed.channel_listing
    here = Reservation._base_manager.filter(
        property=home,
        booking_source__code=listing.platform_code,
        reservation_type=ReservationType.GUEST,
    ).select_related("property")
    if code:
        linked = CalendarEvent._base_manager.filter(feed=event.feed, status__in=THERE)
        found = here.filter(channel_reservation_id=code).exclude(calendar_events__in=linked).first()
        if found is not None:
            return found
    return (
        here.filter(
            check_in_date=event.check_in_date,
            check_out_date=event.check_out_date,
            calendar_events=None,
        )
        .exclude(status__in=NOT_BLOCKING)
        .first()
    )
