"""What somebody must look at: one open problem for each event or feed, one ticket for a clash."""

from datetime import datetime

from property_listings.choices.channels import (
    ChannelErrorSeverity,
    ChannelErrorStatus,
    ChannelErrorType,
)
from property_listings.models import CalendarEvent, CalendarFeed, ChannelError
from ref.models import TicketCategory
from reservations.selectors.standing import standing_on
from service.choices.tickets import TicketSource
from service.models import Ticket
from service.services.tickets import ticket_open

CLASH, FAILING, HELD = "calendar_conflict", "calendar_failing", "calendar_held"
OPEN = (ChannelErrorStatus.OPEN, ChannelErrorStatus.ACKNOWLEDGED)
CATEGORY = "RSV-MODIFICATION"


def event_needs_attention(
    *, event: CalendarEvent, why: str, at: datetime, is_clash: bool, actor, source: str
) -> None:
    """Say on the event what keeps it from being followed; a clash has a problem and one ticket.

    Seen again, the problem only counts on. The event is changed, its caller saves it.
    """
    event.attention = why
    if not is_clash:
        return
    error = event.error
    if error is not None and error.status in OPEN:
        error.occurrence_count += 1
        error.last_seen_at = at
        error.error_message = why
        error.save(update_fields=["occurrence_count", "last_seen_at", "error_message"])
        return
    listing = event.feed.channel_listing
    event.error = ChannelError(
        channel_listing=listing,
        error_code=CLASH,
        error_message=why,
        error_type=ChannelErrorType.CONFLICT,
        severity=ChannelErrorSeverity.CRITICAL,
        first_seen_at=at,
        last_seen_at=at,
        ticket=_ticket(event, why, actor, source),
    )
    event.error.save(force_insert=True)


def event_is_well(*, event: CalendarEvent, at: datetime) -> None:
    """Close what was open of an event. The event is changed, its caller saves it."""
    event.attention = None
    if event.error is not None:
        _resolve(event.error, at)
        event.error = None


def feed_problem(*, feed: CalendarFeed, code: str, why: str, at: datetime) -> None:
    """Open, or count on, the feed's problem of that code."""
    open_rows = ChannelError._base_manager.filter(
        channel_listing=feed.channel_listing_id, error_code=code, status__in=OPEN
    )
    error = open_rows.first()
    if error is not None:
        error.occurrence_count += 1
        error.last_seen_at, error.error_message = at, why
        error.save(update_fields=["occurrence_count", "last_seen_at", "error_message"])
        return
    ChannelError(
        channel_listing_id=feed.channel_listing_id,
        error_code=code,
        error_message=why,
        error_type=ChannelErrorType.NETWORK if code == FAILING else ChannelErrorType.VALIDATION,
        severity=ChannelErrorSeverity.HIGH,
        first_seen_at=at,
        last_seen_at=at,
    ).save(force_insert=True)


def feed_is_well(*, feed: CalendarFeed, at: datetime, codes=(FAILING, HELD)) -> None:
    """Close the feed's own problems."""
    for error in ChannelError._base_manager.filter(
        channel_listing=feed.channel_listing_id, error_code__in=codes, status__in=OPEN
    ):
        _resolve(error, at)


def _resolve(error: ChannelError, at: datetime) -> None:
    if error.status not in OPEN:
        return
    error.status, error.resolved_at = ChannelErrorStatus.RESOLVED, at
    error.resolution_notes = "Settled by a later pull of the calendar."
    error.save(update_fields=["status", "resolved_at", "resolution_notes"])


def _ticket(event: CalendarEvent, why: str, actor, source: str) -> Ticket | None:
    """The ticket of a clash, about the stay in the way; none where the category is not in use."""
    listing = event.feed.channel_listing
    home = listing.listing.property
    in_the_way = standing_on(home.pk, event.check_in_date, event.check_out_date)
    rows = TicketCategory._base_manager.filter(
        code=CATEGORY, ticket_type__code="RSV", is_active=True
    )
    kind = rows.first()
    if kind is None or not in_the_way:
        return None
    nights = f"{event.check_in_date} to {event.check_out_date}"
    ticket = Ticket(
        title=f"{listing.platform.name} calendar clashes at {home.property_code}: {nights}",
        description=f"{why} The calendar of {listing.platform.name} has {nights} as "
        f"“{event.summary or event.kind}”. Nothing was overwritten; it is tried again with each pull.",
        ticket_type_code="RSV",
        category=kind,
        priority_code="CRITICAL",
        current_team_id=kind.default_team_id,
        property_id=home.pk,
        reservation_id=in_the_way[0].pk,
        source=TicketSource.SYSTEM,
    )
    return ticket_open(ticket=ticket, actor=None, source=source)
