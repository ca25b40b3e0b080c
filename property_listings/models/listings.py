"""Listings."""

from django.contrib.postgres.fields import ArrayField
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
    Join,
    LineField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from property_listings.choices.listings import (
    LISTING_STATUS,
    ListingBadgeStatus,
    ListingBadgeType,
    ListingRuleType,
    ListingStatus,
)


class Listing(Entity):
    """Listing master of a unit across channels."""

    number = BusinessIDField("LST-", db_column="listing_id")
    internal_name = LineField()
    primary_title = LineField()

    property = models.OneToOneField("property.Property", models.PROTECT, related_name="listing")
    language = CodeField("ref.Language", related_name="listings", default="en")
    owner_member = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="listings", null=True, blank=True
    )
    agent = models.ForeignKey(
        "ai.Agent", models.SET_NULL, related_name="listings", null=True, blank=True
    )

    primary_description = TextField()
    bedrooms_display = LineField(null=True)
    bathrooms_display = LineField(null=True)
    sleeps_display = LineField(null=True)
    property_type_display = LineField(null=True)
    is_published = FlagField()
    published_at = models.DateTimeField(null=True, blank=True)
    quality_score = IntegerField(null=True)
    completeness_score = IntegerField(null=True)
    seo_score = IntegerField(null=True)
    headline = LineField(null=True)
    summary = TextField(null=True)
    space_description = TextField(null=True)
    access_description = TextField(null=True)
    interaction_description = TextField(null=True)
    highlights = ArrayField(LineField(), null=True, blank=True)
    slug = LineField(null=True, unique=True)
    max_guests = IntegerField(null=True)
    bedrooms = IntegerField(null=True)
    bathrooms = DecimalField(max_digits=3, decimal_places=1, null=True)
    last_audited_at = models.DateTimeField(null=True, blank=True)
    a_b_test_group = LineField(null=True)

    status = ChoiceField(ListingStatus, default=ListingStatus.DRAFT)

    search_text = SearchTextField("number", "internal_name", "primary_title", "headline", "slug")

    label_fields = ("internal_name", "number")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("property_listings", "listings")
        verbose_name = "listing"
        verbose_name_plural = "listings"
        ordering = ["internal_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quality_score__gte=0, quality_score__lte=100),
                name="listings_quality_score_check",
                violation_error_message="Quality score must lie between 0 and 100.",
            ),
            models.CheckConstraint(
                condition=models.Q(completeness_score__gte=0, completeness_score__lte=100),
                name="listings_completeness_score_check",
                violation_error_message="Completeness score must lie between 0 and 100.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="listings_status"),
            models.Index(
                fields=["is_published"],
                condition=models.Q(is_published=True),
                name="listings_is_published_partial",
            ),
            search_index("listings_search"),
        ]
        triggers = [LISTING_STATUS.guard()]


class ListingAmenity(Join):
    """Amenities shown on a listing and their channel codes."""

    display_name = LineField(null=True)

    listing = models.ForeignKey(
        "property_listings.Listing", models.CASCADE, related_name="amenities", db_index=False
    )
    amenity_type = CodeField("ref.AmenityType", related_name="listing_amenities")
    property_amenity = models.ForeignKey(
        "property.PropertyAmenity",
        models.SET_NULL,
        related_name="listing_amenities",
        null=True,
        blank=True,
    )

    description = TextField(null=True)
    is_highlighted = FlagField()
    is_published = FlagField(default=True)
    channel_codes = models.JSONField(
        null=True, blank=True, help_text="platform code to channel amenity id"
    )
    sort_order = IntegerField(default=0)

    search_text = SearchTextField("display_name")

    label_fields = ("display_name",)
    search_through = ("listing",)

    class Meta:
        db_table = in_schema("property_listings", "listing_amenities")
        verbose_name = "listing amenity"
        verbose_name_plural = "listing amenities"
        ordering = ["listing_id", "sort_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "amenity_type"],
                name="listing_amenities_listing_amenity_type_unique",
                violation_error_message="There is already a row with this listing, amenity type.",
            )
        ]
        indexes = [search_index("listing_amenities_search")]


class ListingRule(Join):
    """House rules as published on a listing."""

    listing = models.ForeignKey("property_listings.Listing", models.CASCADE, related_name="rules")
    property_rule = models.ForeignKey(
        "property.PropertyRule",
        models.SET_NULL,
        related_name="listing_rules",
        null=True,
        blank=True,
    )

    rule_type = ChoiceField(ListingRuleType)
    rule_text = TextField()
    is_allowed = models.BooleanField(null=True, blank=True)
    channel_codes = models.JSONField(null=True, blank=True)
    is_published = FlagField(default=True)
    sort_order = IntegerField(default=0)

    label_fields = ("rule_type", "rule_text")
    search_through = ("listing",)

    class Meta:
        db_table = in_schema("property_listings", "listing_rules")
        verbose_name = "listing rule"
        verbose_name_plural = "listing rules"
        ordering = ["listing_id", "sort_order"]


class ListingBadge(BaseModel):
    """Badges and certificates a listing holds."""

    listing = models.ForeignKey("property_listings.Listing", models.CASCADE, related_name="badges")
    channel_listing = models.ForeignKey(
        "property_listings.ChannelListing",
        models.CASCADE,
        related_name="listing_badges",
        null=True,
        blank=True,
    )
    file = models.ForeignKey(
        "storage.StoredFile", models.SET_NULL, related_name="listing_badges", null=True, blank=True
    )

    badge_type = ChoiceField(ListingBadgeType)
    badge_name = LineField()
    issuer = LineField(null=True)
    external_badge_id = LineField(null=True)
    awarded_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    criteria = models.JSONField(null=True, blank=True)
    show_on_site = FlagField(default=True)

    status = ChoiceField(ListingBadgeStatus, default=ListingBadgeStatus.ACTIVE)

    search_text = SearchTextField("badge_name")

    label_fields = ("badge_name", "issuer")
    search_through = ("listing",)

    class Meta:
        db_table = in_schema("property_listings", "listing_badges")
        verbose_name = "listing badge"
        verbose_name_plural = "listing badges"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["expires_on"], name="listing_badges_expires_on"),
            search_index("listing_badges_search"),
        ]
