"""Channels."""

from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    DecimalField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    Log,
    NowField,
    RateField,
    ScoreField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from property_listings.choices.channels import (
    ChannelErrorSeverity,
    ChannelErrorStatus,
    ChannelErrorType,
    ChannelListingCancellationPolicy,
    ChannelListingStatus,
    ChannelListingSyncStatus,
    ChannelMappingDirection,
    ChannelSyncDirection,
    ChannelSyncStatus,
    ChannelSyncTriggeredBy,
    ChannelSyncType,
)


class ChannelListing(Entity):
    """A listing as published on one platform."""

    number = BusinessIDField("CL-", db_column="channel_listing_id")

    listing = models.ForeignKey(
        "property_listings.Listing", models.CASCADE, related_name="channel_listings", db_index=False
    )
    platform = CodeField("ref.Platform", related_name="channel_listings")
    credential = models.ForeignKey(
        "secure.Credential", models.SET_NULL, related_name="channel_listings", null=True, blank=True
    )

    external_listing_id = LineField(null=True)
    listing_url = LineField(null=True)
    account_name = LineField(null=True)
    last_synced_at = models.DateTimeField(null=True, blank=True)
    sync_error_message = TextField(null=True)
    badges = models.JSONField(null=True, blank=True)
    rating = DecimalField(max_digits=4, decimal_places=2, null=True)
    review_count = IntegerField(default=0)
    response_rate = RateField(null=True, help_text="fraction")
    response_time_hours = DecimalField(max_digits=6, decimal_places=2, null=True)
    acceptance_rate = RateField(null=True, help_text="fraction 0-1")
    instant_book_enabled = FlagField(default=True)
    cancellation_policy = ChoiceField(ChannelListingCancellationPolicy, null=True)
    commission_rate = RateField(null=True, help_text="fraction")
    performance_score = ScoreField(null=True, help_text="0-100")
    published_at = models.DateTimeField(null=True, blank=True)

    status = ChoiceField(ChannelListingStatus, default=ChannelListingStatus.PENDING)
    sync_status = ChoiceField(ChannelListingSyncStatus, default=ChannelListingSyncStatus.PENDING)

    search_text = SearchTextField("number")

    label_fields = ("external_listing_id", "number")
    search_through = ("listing",)

    class Meta:
        db_table = in_schema("property_listings", "channel_listings")
        verbose_name = "channel listing"
        verbose_name_plural = "channel listings"
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rating__gte=0, rating__lte=10),
                name="channel_listings_rating_check",
                violation_error_message="Rating must lie between 0 and 10.",
            ),
            models.UniqueConstraint(
                fields=["listing", "platform"],
                name="channel_listings_listing_platform_unique",
                violation_error_message="There is already a row with this listing, platform.",
            ),
            models.UniqueConstraint(
                fields=["platform", "external_listing_id"],
                name="channel_listings_platform_external_listing_id_unique",
                condition=models.Q(external_listing_id__isnull=False),
                violation_error_message="There is already a row with this platform, external listing id.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="channel_listin_status"),
            models.Index(fields=["sync_status"], name="channel_listin_sync_status"),
            search_index("channel_listings_search"),
        ]


class ChannelMapping(BaseModel):
    """Field mapping between our data and a channel."""

    channel_listing = models.ForeignKey(
        "property_listings.ChannelListing",
        models.CASCADE,
        related_name="channel_mappings",
        db_index=False,
    )

    our_table = LineField(null=True)
    our_field = LineField()
    channel_field = LineField()
    transform = LineField(null=True)
    direction = ChoiceField(ChannelMappingDirection, default=ChannelMappingDirection.PUSH)
    default_value = LineField(null=True)
    is_required = FlagField()
    is_active = FlagField(default=True)
    last_validated_at = models.DateTimeField(null=True, blank=True)

    label_fields = ("our_table", "our_field")
    search_through = ("channel_listing",)

    class Meta:
        db_table = in_schema("property_listings", "channel_mappings")
        verbose_name = "channel mapping"
        verbose_name_plural = "channel mappings"
        ordering = ["our_table", "our_field"]
        constraints = [
            models.UniqueConstraint(
                fields=["channel_listing", "our_field"],
                name="channel_mappings_channel_listing_our_field_unique",
                violation_error_message="There is already a row with this channel listing, our field.",
            )
        ]


class ChannelSync(Log):
    """Each synchronisation run with a channel."""

    channel_listing = models.ForeignKey(
        "property_listings.ChannelListing",
        models.CASCADE,
        related_name="channel_sync_logs",
        db_index=False,
    )
    user = models.ForeignKey(
        "portal.User", models.SET_NULL, related_name="channel_sync_logs", null=True, blank=True
    )

    sync_type = ChoiceField(ChannelSyncType)
    sync_direction = ChoiceField(ChannelSyncDirection)
    synced_at = NowField()
    changes = models.JSONField(null=True, blank=True)
    records_sent = IntegerField(default=0)
    records_received = IntegerField(default=0)
    error_code = LineField(null=True)
    error_message = TextField(null=True)
    request_payload = models.JSONField(null=True, blank=True)
    response_payload = models.JSONField(null=True, blank=True)
    duration_ms = IntegerField(null=True)
    triggered_by = ChoiceField(ChannelSyncTriggeredBy, default=ChannelSyncTriggeredBy.SCHEDULED)

    status = ChoiceField(ChannelSyncStatus)

    search_text = SearchTextField("error_code")

    label_fields = ("sync_type", "synced_at")
    search_through = ("channel_listing",)

    class Meta:
        db_table = in_schema("property_listings", "channel_sync_logs")
        verbose_name = "channel sync"
        verbose_name_plural = "channel syncs"
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["channel_listing", "-synced_at"], name="channel_sync_l_channel_l_8ed5d"
            ),
            models.Index(fields=["status"], name="channel_sync_l_status"),
            search_index("channel_sync_logs_search"),
        ]


class ChannelError(BaseModel):
    """Open or solved channel sync problems."""

    channel_listing = models.ForeignKey(
        "property_listings.ChannelListing", models.CASCADE, related_name="channel_errors"
    )
    sync_log = models.ForeignKey(
        "property_listings.ChannelSync",
        models.SET_NULL,
        related_name="channel_errors",
        null=True,
        blank=True,
    )
    resolved_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="channel_errors", null=True, blank=True
    )
    ticket = models.ForeignKey(
        "service.Ticket", models.SET_NULL, related_name="channel_errors", null=True, blank=True
    )

    error_code = LineField(null=True)
    error_message = TextField()
    error_type = ChoiceField(ChannelErrorType)
    severity = ChoiceField(ChannelErrorSeverity, default=ChannelErrorSeverity.MEDIUM)
    field_name = LineField(null=True)
    first_seen_at = NowField()
    last_seen_at = NowField()
    occurrence_count = IntegerField(default=1)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolution_notes = TextField(null=True)

    status = ChoiceField(ChannelErrorStatus, default=ChannelErrorStatus.OPEN)

    search_text = SearchTextField("error_code", "field_name")

    label_fields = ("error_code", "error_message")
    search_through = ("ticket", "channel_listing")

    class Meta:
        db_table = in_schema("property_listings", "channel_errors")
        verbose_name = "channel error"
        verbose_name_plural = "channel errors"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["status", "severity"], name="channel_errors_status_severity"),
            search_index("channel_errors_search"),
        ]
