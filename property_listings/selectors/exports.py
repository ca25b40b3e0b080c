"""A property's calendar as others read it: nights that are taken, no names."""

from datetime import datetime, timedelta
from hashlib import sha256
from hmac import compare_digest

from django.db.models import Count, Max, Q
from icalendar import Calendar, Event

from core import secrets
from property.selectors.clock import zone_of
from property_listings.models import CalendarExport
from property_listings.selectors.uids import uid_of
from reservations.choices.reservations import NOT_BLOCKING, OFF, OWNERS, ReservationType
from reservations.models import Reservation

MAKER = "-//Halekeeper//Calendar 1.0//EN"
BEHIND, AHEAD = timedelta(days=30), timedelta(days=1100)
GRACE = timedelta(days=30)  # how long a cancelled stay is told of as cancelled
TAKEN, CLOSED = "Reserved", "Not available"
STAYS = (ReservationType.GUEST, *OWNERS)


def export_of(token: str) -> CalendarExport | None:
    """The calendar behind a link, None where there is none or it is switched off."""
    field = CalendarExport._meta.get_field("token_encrypted")
    found = CalendarExport._base_manager.filter(
        token_hash__in=secrets.blind_indexes(token, field.index_purpose()), is_active=True
    )
    for export in found.select_related("property__timezone", "platform"):
        kept = secrets.opened(export, "token_encrypted") or ""
        if compare_digest(kept.encode(), token.encode()):
            return export
    return None


def export_file(export: CalendarExport, *, at: datetime) -> tuple[bytes, str]:
    """The calendar as RFC 5545 has it, and its ETag; the same stays give the same bytes.

    Each stay keeps its UID; SEQUENCE counts the changes of its dates and status, DTSTAMP is the
    instant of the last one. Cancelled ones are told as such for ``GRACE``. DTEND is the day of
    departure, as it is not part of the event. What came from the export's platform is left out.
    """
    made = Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    for stay in _stays(export, at):
        made.add_component(_event(stay))
    body = made.to_ical()
    return body, f'"{sha256(body).hexdigest()[:32]}"'


def _stays(export: CalendarExport, at: datetime):
    today = at.astimezone(zone_of(export.property)).date()
    is_live = ~Q(status__in=NOT_BLOCKING)
    is_told = Q(status__in=OFF, changes__changed_at__gte=at - GRACE)
    rows = Reservation._base_manager.filter(
        is_live | is_told,
        property=export.property_id,
        check_out_date__gt=today - BEHIND,
        check_in_date__lt=today + AHEAD,
    )
    if export.platform_code:
        rows = rows.exclude(booking_source__code=export.platform_code).exclude(
            booking_channel_listing__platform__code=export.platform_code
        )
    return (
        Reservation._base_manager.filter(pk__in=rows.values("pk"))
        .annotate(times_changed=Count("changes"), last_changed_at=Max("changes__changed_at"))
        .order_by("check_in_date", "pk")
    )


def _event(stay) -> Event:
    event = Event()
    event.add("uid", uid_of(stay.pk))
    event.add("dtstamp", (stay.last_changed_at or stay.created_at).replace(microsecond=0))
    event.add("sequence", stay.times_changed)
    event.add("dtstart", stay.check_in_date)
    event.add("dtend", stay.check_out_date)
    event.add("summary", TAKEN if stay.reservation_type in STAYS else CLOSED)
    event.add("status", "CANCELLED" if stay.status in OFF else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if stay.status in OFF else "OPAQUE")
    return event
