"""Calendars written in a line each, and whole histories of them played poll by poll."""

from datetime import UTC, datetime, timedelta

from core.testing.factories import factory_of
from property_listings.models import CalendarEvent
from property_listings.services.feeds.pulling import Fetched, pull_apply
from reservations.models import Reservation

START = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def new_feed(platform="AIRBNB", zone="Pacific/Honolulu", home=None):
    """A feed of a listing of its own, at a home in that time zone."""
    home = home or factory_of("property.Property").create(timezone_code=zone)
    listing = getattr(home, "listing", None) if home.pk and hasattr(home, "listing") else None
    listing = listing or factory_of("property_listings.Listing").create(property=home)
    channel = factory_of("property_listings.ChannelListing").create(
        listing=listing, platform_code=platform
    )
    return factory_of("property_listings.CalendarFeed").create(channel_listing=channel)


def event(uid, first, end, summary="Reserved", *further):
    """The lines of one event; days are "20260310"."""
    return "\r\n".join(
        [
            "BEGIN:VEVENT", f"UID:{uid}", f"DTSTART;VALUE=DATE:{first}",
            f"DTEND;VALUE=DATE:{end}", f"SUMMARY:{summary}", *further, "END:VEVENT",
        ]
    )  # fmt: skip


def calendar(*events, maker="-//Airbnb Inc//Hosting Calendar 1.0//EN"):
    """A calendar as bytes."""
    lines = ["BEGIN:VCALENDAR", f"PRODID:{maker}", "VERSION:2.0", *events, "END:VCALENDAR", ""]
    return "\r\n".join(lines).encode()


def pulled(feed, body, at, **how):
    """Apply a body, twice: the second time nothing may happen. The first pull."""
    fetched = Fetched(body=body) if not isinstance(body, Fetched) else body
    pull, is_new = pull_apply(feed=feed, fetched=fetched, at=at, **how)
    before = traces(feed)
    again, is_again_new = pull_apply(feed=feed, fetched=fetched, at=at, **how)
    assert is_new
    assert not is_again_new
    assert again.pk == pull.pk
    assert traces(feed) == before
    return pull


def traces(feed):
    """Everything that a pull may have touched."""
    stays = Reservation.objects.order_by("pk").values_list(
        "pk", "status", "check_in_date", "check_out_date", "updated_at"
    )
    events = CalendarEvent.objects.filter(feed=feed).order_by("pk").values_list("pk", "updated_at")
    return list(stays), list(events), feed.pulls.count()


def stays_of(feed, kind="guest"):
    """The stays that the feed brought, by UID or in order of arrival."""
    return Reservation.objects.filter(
        booking_channel_listing=feed.channel_listing, reservation_type=kind
    ).order_by("check_in_date")


def outcomes(feed):
    """UID -> status, kind, how often it came back."""
    rows = CalendarEvent.objects.filter(feed=feed)
    return {row.uid: row for row in rows}
