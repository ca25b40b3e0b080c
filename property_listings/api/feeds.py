"""Calendar feeds over the API: to look at; addresses and links are kept in the console alone."""

from core.api.resources import Resource
from property_listings.models import (
    CalendarEvent,
    CalendarExport,
    CalendarFeed,
    CalendarFeedProgress,
    CalendarPull,
)


class CalendarFeedResource(Resource):
    """The calendar of one channel listing, pulled again and again."""

    model = CalendarFeed
    read_only = True
    fields = """
        id channel_listing host is_active interval_minutes paused_reason health created_at updated_at
    """


class CalendarFeedProgressResource(Resource):
    """How the pulls of a feed go: apart from it, for this changes all the time."""

    model = CalendarFeedProgress
    fields = """
        id feed next_pull_at last_pull_at last_good_pull_at failure_count last_error last_report
        attention_count created_at
        updated_at
    """


class CalendarPullResource(Resource):
    """One look at a feed: what came, and what was made of it."""

    model = CalendarPull
    fields = """
        id feed decides_on actor pulled_at body_sha256 body_size duration_ms report error outcome
        created_at updated_at
    """


class CalendarEventResource(Resource):
    """An event of a feed, and what became of it."""

    model = CalendarEvent
    read_only = True
    fields = """
        id feed reservation error uid summary check_in_date check_out_date first_seen_at
        last_seen_at missing_since times_returned attention is_kind_settled kind status created_at
        updated_at
    """


class CalendarExportResource(Resource):
    """A calendar of a property that others read by a link: nights taken, no names."""

    model = CalendarExport
    read_only = True
    fields = """
        id property platform name is_active token_last_four last_fetched_at created_at updated_at
    """
