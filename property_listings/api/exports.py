"""Calendars that others read by a link: no sign-in, the link is the key."""

from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.services.origin import client_address
from core.throttling import wait
from property_listings.selectors.exports import export_file, export_of
from property_listings.services.feeds.exports import export_fetched

CALENDAR_LIMIT, CALENDAR_SECONDS = 120, 3600  # reads of one calendar
GUESS_LIMIT, GUESS_SECONDS = 60, 3600  # links that are none, from one address
CALENDAR_TYPE = "text/calendar; charset=utf-8"


@require_safe
def calendar_file(request: WSGIRequest, token: str) -> HttpResponse:
    """The calendar behind a link; the same answer for every link that opens nothing."""
    export = export_of(token)
    if export is None:
        key = f"calendar-guess:{client_address(request) or '-'}"
        if retry_after := wait(key, limit=GUESS_LIMIT, seconds=GUESS_SECONDS):
            return _later(retry_after)
        return _unlogged(HttpResponse("There is no such calendar.\n", "text/plain", 404))
    if retry_after := wait(f"calendar:{export.pk}", limit=CALENDAR_LIMIT, seconds=CALENDAR_SECONDS):
        return _later(retry_after)
    now = timezone.now()
    body, etag = export_file(export, at=now)
    export_fetched(export=export, at=now)
    answer: HttpResponse
    if etag in [one.strip() for one in request.headers.get("If-None-Match", "").split(",")]:
        answer = HttpResponseNotModified()
    else:
        answer = HttpResponse(body, CALENDAR_TYPE)
        answer["Content-Disposition"] = 'inline; filename="calendar.ics"'
    answer["ETag"] = etag
    answer["Cache-Control"] = "private, no-cache"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _later(seconds: int) -> HttpResponse:
    answer = HttpResponse("That was read too often. Try again later.\n", "text/plain", 429)
    answer["Retry-After"] = str(seconds)
    return _unlogged(answer)


def _unlogged(answer: HttpResponse) -> HttpResponse:
    """The answer, of which the log says nothing: the address may be a link that works again."""
    answer._has_been_logged = True  # type: ignore[attr-defined]
    return answer
