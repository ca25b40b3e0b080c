"""`manage.py pull_feed`: apply a stored calendar as if it had been fetched at an instant."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from property_listings.models import CalendarFeed, CalendarPull, ChannelListing
from property_listings.services.feeds.feeds import feed_made_for
from property_listings.services.feeds.pulling import Fetched, pull_apply
from property_listings.services.feeds.report import sentence

KINDS = (
    "made", "moved", "cancelled", "restored", "missing", "returned", "completed", "vanished",
    "held_back", "refused", "closures", "ignored",
)  # fmt: skip


class Command(BaseCommand):
    """Does with a body exactly what the job does with a fetched one, and says what came of it.

    A listing without a feed gets one without an address, so that incidents can be replayed anywhere. The same
    body at the same instant does nothing the second time.
    """

    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("channel_listing", help="number, id or external id of the listing")
        parser.add_argument("--body", help="file with the body; may be left out with --failed")
        parser.add_argument("--at", help="when it came: 2026-03-01T18:00Z (UTC; now)")
        parser.add_argument("--failed", action="store_true", help="the fetch failed, whatever came")
        parser.add_argument("--json", action="store_true", dest="as_json", help="print JSON")

    def handle(self, *, channel_listing, body, at, failed, as_json, **options):
        listing = _listing(channel_listing)
        moment = _instant(at) if at else timezone.now()
        if body is None and not failed:
            raise CommandError("Give --body FILE, or --failed for a fetch that brought nothing.")
        try:
            came = Path(body).read_bytes() if body is not None else None
        except OSError as error:
            raise CommandError(f"{body} cannot be read: {error.strerror}.") from error
        fetched = Fetched(body=came, failure="The fetch failed." if failed else "")
        feed = feed_made_for(channel_listing=listing, actor=None, source="shell")
        try:
            pull, is_new = pull_apply(
                feed=feed, fetched=fetched, at=moment, actor=None, source="shell"
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        told = _told(listing, pull, is_new)
        if as_json:
            self.stdout.write(json.dumps(told, indent=2))
            return
        again = "" if is_new else " (seen before: nothing was done)"
        self.stdout.write(
            f"{listing.number} {pull.pulled_at:%Y-%m-%dT%H:%MZ} {told['outcome']}{again}"
        )
        self.stdout.write(told["error"] or sentence(pull.report))
        for kind in KINDS:
            for one in told[kind]:
                nights = " to ".join(one.get("nights", []))
                stay = " ".join(filter(None, (one.get("stay"), one.get("why"))))
                self.stdout.write(f"  {kind}: {nights} {one.get('uid', '')} {stay}".rstrip())


def _told(listing: ChannelListing, pull: CalendarPull, is_new: bool) -> dict:
    """What is printed; of a pull that was seen before, that it did nothing now."""
    report = (pull.report or {}) if is_new else {}
    health = CalendarFeed._base_manager.values_list("health", flat=True).get(pk=pull.feed_id)
    return {
        "channel_listing": listing.number,
        "at": pull.pulled_at.astimezone(UTC).isoformat(),
        "outcome": pull.outcome,
        "is_repeat": not is_new,
        "health": health,
        "error": pull.error,
        "events": report.get("events", 0),
        "holds": report.get("holds", 0),
        **{kind: report.get(kind, []) for kind in KINDS},
    }


def _listing(text: str) -> ChannelListing:
    names = Q(number__iexact=text) | Q(external_listing_id=text)
    with suppress(ValueError):
        names |= Q(pk=UUID(text))
    found = list(ChannelListing._base_manager.filter(names)[:2])
    if not found:
        raise CommandError(f"There is no channel listing {text}.")
    if len(found) > 1:
        raise CommandError(f"{text} is the external id of more than one listing: give its number.")
    return found[0]


def _instant(text: str) -> datetime:
    for shape in ("%Y%m%dT%H%MZ", "%Y%m%dT%H%M%SZ"):
        try:
            return datetime.strptime(text, shape).replace(tzinfo=UTC)
        except ValueError:
            continue
    try:
        found = parse_datetime(text)
    except ValueError:
        found = None
    if found is None:
        raise CommandError("--at: give an instant like 2026-03-01T18:00Z.")
    return found if found.tzinfo else found.replace(tzinfo=UTC)
