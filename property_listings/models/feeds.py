"""Calendar feeds: iCal calendars that channels give us, and those that we give them."""

import pgtrigger
from django.db import models

from core.models import (
    BaseModel,
    ChoiceField,
    CodeField,
    FlagField,
    IntegerField,
    LineField,
    Log,
    SealedField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from property_listings.checks import feed_address
from property_listings.choices.feeds import (
    EVENT_STATUS,
    FEED_HEALTH,
    EventKind,
    EventStatus,
    FeedHealth,
    PullOutcome,
)


class CalendarFeed(BaseModel):
    """The calendar of one channel listing, pulled again and again.

    Its address holds a token that opens the calendar, so it is kept sealed; ``host`` is what may be
    shown of it. How far the pulls have come stands in ``CalendarFeedProgress``.
    """

    channel_listing = models.OneToOneField(
        "property_listings.ChannelListing", models.CASCADE, related_name="calendar_feed"
    )

    url_encrypted = SealedField(
        "address",
        null=True,
        label="Calendar address",
        check=feed_address,
        help_text="https://….ics; without one only stored calendars are applied",
    )
    host = LineField(null=True, editable=False, help_text="of the address")
    is_active = FlagField(default=True)
    interval_minutes = IntegerField(default=60, help_text="minutes between two pulls")
    paused_reason = TextField(null=True)

    health = ChoiceField(FeedHealth, default=FeedHealth.NEW)

    search_text = SearchTextField("host")

    label_fields = ()  # named after its listing
    search_through = ("channel_listing",)

    class Meta:
        db_table = in_schema("property_listings", "calendar_feeds")
        verbose_name = "calendar feed"
        verbose_name_plural = "calendar feeds"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(interval_minutes__gte=15, interval_minutes__lte=1440),
                name="calendar_feeds_interval_minutes_check",
                violation_error_message="Between 15 minutes and a day.",
            ),
            models.CheckConstraint(
                condition=models.Q(is_active=True) & ~models.Q(health="paused")
                | models.Q(is_active=False, health="paused"),
                name="calendar_feeds_is_active_health_check",
                violation_error_message="A feed is paused when it is not active, and only then.",
            ),
        ]
        indexes = [
            models.Index(fields=["health"], name="calendar_feeds_health"),
            search_index("calendar_feeds_search"),
        ]
        triggers = [FEED_HEALTH.guard()]


class CalendarFeedProgress(Log):
    """How the pulls of a feed go: apart from it, for this changes all the time."""

    feed = models.OneToOneField(
        "property_listings.CalendarFeed", models.CASCADE, related_name="progress"
    )

    next_pull_at = models.DateTimeField(null=True, blank=True)
    last_pull_at = models.DateTimeField(null=True, blank=True)
    last_good_pull_at = models.DateTimeField(null=True, blank=True)
    failure_count = IntegerField(default=0, help_text="failed pulls in a row")
    last_error = TextField(null=True)
    last_report = LineField(null=True, help_text="what the last pull did, in short")
    attention_count = IntegerField(default=0, help_text="events that somebody must look at")
    etag = LineField(null=True, help_text="of the body that was read last")
    last_modified = LineField(null=True, help_text="likewise")

    label_fields = ("last_good_pull_at",)
    search_through = ("feed",)

    class Meta:
        db_table = in_schema("property_listings", "calendar_feed_progress")
        verbose_name = "calendar feed progress"
        verbose_name_plural = "calendar feed progress"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(failure_count__gte=0),
                name="calendar_feed_progress_failure_count_check",
                violation_error_message="Failure count cannot be less than 0.",
            ),
        ]
        indexes = [models.Index(fields=["next_pull_at"], name="calendar_feed_progress_next")]


class CalendarPull(Log):
    """One look at a feed: what came, and what was made of it.

    Written once and never again, nor deleted but by the job that forgets (``app.forgetting``): bodies
    and old rows go after ``FEED_BODY_DAYS`` and
    ``FEED_PULL_DAYS``. ``body`` is zlib-compressed.
    """

    feed = models.ForeignKey(
        "property_listings.CalendarFeed", models.PROTECT, related_name="pulls", db_index=False
    )
    decides_on = models.ForeignKey(
        "property_listings.CalendarPull",
        models.CASCADE,
        related_name="decisions",
        null=True,
        blank=True,
        help_text="the pull in quarantine that somebody released or rejected",
    )
    actor = models.ForeignKey(
        "portal.User", models.SET_NULL, related_name="calendar_pulls", null=True, blank=True
    )

    pulled_at = models.DateTimeField()
    body = models.BinaryField(null=True, blank=True, editable=False)
    body_sha256 = LineField(null=True)
    body_size = IntegerField(null=True, help_text="bytes, before compression")
    duration_ms = IntegerField(null=True, help_text="milliseconds that fetching took")
    report = models.JSONField(null=True, blank=True, help_text="what was made, moved, cancelled …")
    error = TextField(null=True)

    outcome = ChoiceField(PullOutcome)

    label_fields = ("pulled_at", "outcome")
    search_through = ("feed",)

    class Meta:
        db_table = in_schema("property_listings", "calendar_pulls")
        verbose_name = "calendar pull"
        verbose_name_plural = "calendar pulls"
        ordering = ["-pulled_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["feed", "pulled_at"],
                name="calendar_pulls_feed_pulled_at_unique",
                violation_error_message="This feed was pulled at that instant already.",
            ),
        ]
        indexes = [models.Index(fields=["pulled_at"], name="calendar_pulls_pulled_at")]
        triggers = [
            pgtrigger.Trigger(
                name="keep",
                when=pgtrigger.After,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func="""
                    IF TG_OP = 'DELETE' THEN
                        IF current_setting('app.forgetting', true) IS DISTINCT FROM 'on' THEN
                            RAISE EXCEPTION 'Pulls are kept as they were written'
                                USING ERRCODE = 'restrict_violation';
                        END IF;
                    ELSIF (to_jsonb(OLD) - ARRAY['body', 'actor_id', 'updated_at'] IS DISTINCT FROM
                            to_jsonb(NEW) - ARRAY['body', 'actor_id', 'updated_at'])
                        OR (NEW.body IS NOT NULL AND NEW.body IS DISTINCT FROM OLD.body) THEN
                        RAISE EXCEPTION 'Pulls are kept as they were written'
                            USING ERRCODE = 'restrict_violation';
                    END IF;
                    RETURN NULL;
                """,
            )
        ]


class CalendarEvent(BaseModel):
    """An event of a feed, and what became of it.

    Known by feed and UID together: channels give the UIDs of blocks out more than once. While it
    is listed, it was seen last with the feed's last good pull; ``last_seen_at`` stands still with
    the last pull that had it.
    """

    feed = models.ForeignKey(
        "property_listings.CalendarFeed", models.CASCADE, related_name="events", db_index=False
    )
    reservation = models.ForeignKey(
        "reservations.Reservation",
        models.SET_NULL,
        related_name="calendar_events",
        null=True,
        blank=True,
    )
    error = models.ForeignKey(
        "property_listings.ChannelError",
        models.SET_NULL,
        related_name="calendar_events",
        null=True,
        blank=True,
        help_text="open while it needs attention",
    )

    uid = LineField()
    summary = LineField(null=True, help_text="as the channel wrote it")
    check_in_date = models.DateField()
    check_out_date = models.DateField()
    first_seen_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    missing_since = models.DateTimeField(null=True, blank=True)
    times_returned = IntegerField(default=0)
    attention = TextField(null=True, help_text="why somebody must look")
    is_kind_settled = FlagField(help_text="a person said what kind it is")

    kind = ChoiceField(EventKind)
    status = ChoiceField(EventStatus, default=EventStatus.LISTED)

    search_text = SearchTextField("uid", "summary")

    label_fields = ("summary", "check_in_date")
    search_through = ("feed", "reservation")

    class Meta:
        db_table = in_schema("property_listings", "calendar_events")
        verbose_name = "calendar event"
        verbose_name_plural = "calendar events"
        ordering = ["-check_in_date"]
        constraints = [
            models.UniqueConstraint(
                fields=["feed", "uid"],
                name="calendar_events_feed_uid_unique",
                violation_error_message="This feed has an event with that UID.",
            ),
            models.CheckConstraint(
                condition=models.Q(check_out_date__gt=models.F("check_in_date")),
                name="calendar_events_check_out_date_check_in_date_check",
                violation_error_message="Check out date must be after check in date.",
            ),
        ]
        indexes = [
            models.Index(fields=["feed", "status"], name="calendar_events_feed_status"),
            search_index("calendar_events_search"),
        ]
        triggers = [EVENT_STATUS.guard()]


class CalendarExport(BaseModel):
    """A calendar of a property that others read by a link: nights taken, no names.

    What came from ``platform`` is left out of it, so that a channel never gets its own nights back.
    """

    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="calendar_exports", db_index=False
    )
    platform = CodeField(
        "ref.Platform",
        related_name="calendar_exports",
        null=True,
        help_text="who reads it; nights from there are left out",
    )

    name = LineField()
    token_encrypted = SealedField(
        typed=False,
        last_four="token_last_four",
        found_by="token_hash",
        help_text="the secret part of the link",
    )
    token_hash = LineField(editable=False)
    token_last_four = LineField(editable=False)
    is_active = FlagField(default=True)
    last_fetched_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="within the hour"
    )

    search_text = SearchTextField("name")

    label_fields = ("name", "token_last_four")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("property_listings", "calendar_exports")
        verbose_name = "calendar export"
        verbose_name_plural = "calendar exports"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["property", "name"],
                name="calendar_exports_property_name_unique",
                violation_error_message="This property has a calendar of that name.",
            ),
            models.UniqueConstraint(
                fields=["token_hash"],
                name="calendar_exports_token_hash_unique",
                violation_error_message="There is already a link with this secret.",
            ),
        ]
        indexes = [search_index("calendar_exports_search")]
