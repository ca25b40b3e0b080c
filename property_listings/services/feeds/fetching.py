"""Fetching a feed: from the open internet alone, in time, and without telling its address."""

import time

from django.conf import settings

from core import secrets
from core.outgoing import Refused, TooLarge, Unanswered, get
from property_listings.models import CalendarFeed
from property_listings.services.feeds.pulling import Fetched
from property_listings.services.feeds.reading import MOST_BYTES

SECONDS = 10.0  # for all of it: name, redirects, body
AGENT = "Halekeeper calendar"


def feed_fetch(*, feed: CalendarFeed) -> Fetched:
    """What stands at the feed's address; never raises, and says nothing of the address.

    Not to be called in a transaction: it may take ten seconds.
    """
    begun = time.monotonic()

    def took() -> int:
        return int((time.monotonic() - begun) * 1000)

    try:
        url = secrets.opened(feed, "url_encrypted") or ""
    except secrets.Unreadable:
        return Fetched(failure="The address cannot be read: its key is not here. Enter it anew.")
    try:
        answer = get(
            url,
            _headers(feed),
            seconds=SECONDS,
            most=MOST_BYTES,
            trusted=settings.FEED_TRUSTED_HOSTS,
            plain=True,
        )
    except (Refused, TooLarge, Unanswered) as error:
        return Fetched(failure=str(error), duration_ms=took())
    if answer.status == 304:
        return Fetched(is_same=True, duration_ms=took())
    if answer.status != 200:
        return Fetched(failure=f"The server answered {answer.status}.", duration_ms=took())
    return Fetched(
        body=answer.body,
        duration_ms=took(),
        etag=_short(answer.headers.get("Etag")),
        last_modified=_short(answer.headers.get("Last-Modified")),
    )


def _headers(feed: CalendarFeed) -> dict[str, str]:
    headers = {"User-Agent": AGENT, "Accept": "text/calendar, */*;q=0.1"}
    progress = getattr(feed, "progress", None)
    if progress is not None and progress.etag:
        headers["If-None-Match"] = progress.etag
    elif progress is not None and progress.last_modified:
        headers["If-Modified-Since"] = progress.last_modified
    return headers


def _short(text: str | None) -> str | None:
    """A header to be sent back; None for one that is no plain line."""
    return text if text and len(text) <= 200 and text.isascii() and text.isprintable() else None
