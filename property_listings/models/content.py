"""Content."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    RateField,
    ScoreField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from property_listings.choices.content import (
    FloorPlanType,
    ListingDescriptionSection,
    ListingDescriptionStatus,
    ListingPhotoSeason,
    ListingPhotoStatus,
    ListingSeoContentStatus,
    ListingTitleStatus,
    NeighborhoodContentSection,
    VirtualTourType,
)


class ListingTitle(Entity):
    """Title variants per channel with version and test result."""

    number = BusinessIDField("LTT-", db_column="title_id")
    title = LineField()

    listing = models.ForeignKey(
        "property_listings.Listing", models.CASCADE, related_name="titles", db_index=False
    )
    platform = CodeField(
        "ref.Platform", related_name="listing_titles", null=True, help_text="empty = every channel"
    )
    language = CodeField("ref.Language", related_name="listing_titles", default="en")
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="listing_titles_as_approved_by",
        null=True,
        blank=True,
    )
    created_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="listing_titles_as_created_by",
        null=True,
        blank=True,
    )

    character_count = IntegerField(null=True)
    version = IntegerField(default=1)
    is_current = FlagField()
    test_variant = LineField(null=True)
    impressions = IntegerField(null=True)
    click_rate = RateField(null=True, help_text="fraction")
    ai_generated = FlagField()
    approved_at = models.DateTimeField(null=True, blank=True)
    change_reason = TextField(null=True)

    status = ChoiceField(ListingTitleStatus, default=ListingTitleStatus.DRAFT)

    search_text = SearchTextField("number", "title")

    label_fields = ("title", "version")
    search_through = ("listing",)

    class Meta:
        db_table = in_schema("property_listings", "listing_titles")
        verbose_name = "listing title"
        verbose_name_plural = "listing titles"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "platform", "language", "version"],
                name="listing_titles_listing_platform_language_version_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this listing, platform, language, version.",
            )
        ]
        indexes = [
            models.Index(fields=["listing"], name="listing_titles_listing"),
            models.Index(
                fields=["is_current"],
                condition=models.Q(is_current=True),
                name="listing_titles_is_curren_bc53f",
            ),
            search_index("listing_titles_search"),
        ]


class ListingDescription(Entity):
    """Description texts by section, channel and version."""

    number = BusinessIDField("LC-", db_column="content_id")

    listing = models.ForeignKey(
        "property_listings.Listing", models.CASCADE, related_name="descriptions", db_index=False
    )
    platform = CodeField(
        "ref.Platform",
        related_name="listing_descriptions",
        null=True,
        help_text="empty = every channel",
    )
    language = CodeField("ref.Language", related_name="listing_descriptions", default="en")
    brand_guideline = models.ForeignKey(
        "brand_marketing.BrandGuideline",
        models.SET_NULL,
        related_name="listing_descriptions",
        null=True,
        blank=True,
    )
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="listing_descriptions_as_approved_by",
        null=True,
        blank=True,
    )
    created_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="listing_descriptions_as_created_by",
        null=True,
        blank=True,
    )

    section = ChoiceField(ListingDescriptionSection)
    body = TextField()
    word_count = IntegerField(null=True)
    version = IntegerField(default=1)
    is_current = FlagField()
    readability_score = ScoreField(null=True, help_text="0-100")
    seo_score = ScoreField(null=True, help_text="0-100")
    performance_score = ScoreField(null=True, help_text="0-100")
    ai_generated = FlagField()
    approved_at = models.DateTimeField(null=True, blank=True)
    change_reason = TextField(null=True)
    last_synced_at = models.DateTimeField(null=True, blank=True)

    status = ChoiceField(ListingDescriptionStatus, default=ListingDescriptionStatus.DRAFT)

    search_text = SearchTextField("number")

    label_fields = ("section", "version")
    search_through = ("listing",)

    class Meta:
        db_table = in_schema("property_listings", "listing_descriptions")
        verbose_name = "listing description"
        verbose_name_plural = "listing descriptions"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "section", "platform", "language", "version"],
                name="listing_descriptions_listing_section_platform_language_568d2",
                nulls_distinct=False,
                violation_error_message="There is already a row with this listing, section, platform, language, version.",
            )
        ]
        indexes = [
            models.Index(fields=["listing"], name="listing_descri_listing"),
            models.Index(
                fields=["is_current"],
                condition=models.Q(is_current=True),
                name="listing_descri_is_curren_a2f78",
            ),
            search_index("listing_descriptions_search"),
        ]


class ListingPhoto(Entity):
    """Listing photos in order, tagged and scored."""

    number = BusinessIDField("LPH-", db_column="photo_id")

    listing = models.ForeignKey(
        "property_listings.Listing", models.CASCADE, related_name="photos", db_index=False
    )
    file = models.ForeignKey("storage.StoredFile", models.PROTECT, related_name="listing_photos")
    room = models.ForeignKey(
        "property.Room", models.SET_NULL, related_name="listing_photos", null=True, blank=True
    )
    room_type = CodeField("ref.RoomType", related_name="listing_photos", null=True)

    caption = LineField(null=True)
    alt_text = TextField(null=True)
    sort_order = IntegerField(default=0)
    channel_orders = models.JSONField(null=True, blank=True, help_text="platform code to position")
    is_primary = FlagField()
    tags = ArrayField(LineField(), null=True, blank=True)
    tag_sources = models.JSONField(null=True, blank=True, help_text="tag to source and confidence")
    ai_description = TextField(null=True)
    ai_quality_score = ScoreField(null=True, help_text="0-100")
    season = ChoiceField(ListingPhotoSeason, null=True)
    taken_on = models.DateField(null=True, blank=True)
    photographer = LineField(null=True)

    status = ChoiceField(ListingPhotoStatus, default=ListingPhotoStatus.ACTIVE)

    search_text = SearchTextField("number")

    label_fields = ("caption", "number")
    search_through = ("listing", "file")

    class Meta:
        db_table = in_schema("property_listings", "listing_photos")
        verbose_name = "listing photo"
        verbose_name_plural = "listing photos"
        ordering = ["listing_id", "sort_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "file"],
                name="listing_photos_listing_file_unique",
                violation_error_message="There is already a row with this listing, file.",
            )
        ]
        indexes = [
            models.Index(fields=["listing", "sort_order"], name="listing_photos_listing_s_7c2e5"),
            models.Index(
                fields=["is_primary"],
                condition=models.Q(is_primary=True),
                name="listing_photos_is_primar_888cf",
            ),
            search_index("listing_photos_search"),
        ]


class ListingSeoContent(Entity):
    """Search-optimised page content for a listing."""

    number = BusinessIDField("LSEO-", db_column="seo_id")

    listing = models.ForeignKey(
        "property_listings.Listing", models.CASCADE, related_name="seo_content", db_index=False
    )
    primary_keyword = models.ForeignKey(
        "brand_marketing.SeoKeyword",
        models.SET_NULL,
        related_name="seo_content",
        null=True,
        blank=True,
    )
    og_image_file = models.ForeignKey(
        "storage.StoredFile", models.SET_NULL, related_name="seo_content", null=True, blank=True
    )
    language = CodeField("ref.Language", related_name="seo_content", default="en")

    page_path = LineField()
    page_title = LineField()
    meta_description = TextField(null=True)
    h1 = LineField(null=True)
    body = TextField(null=True)
    keywords = ArrayField(LineField(), null=True, blank=True)
    structured_data = models.JSONField(null=True, blank=True, help_text="schema.org JSON-LD")
    canonical_url = LineField(null=True)
    word_count = IntegerField(null=True)
    seo_score = ScoreField(null=True, help_text="0-100")
    published_at = models.DateTimeField(null=True, blank=True)
    ai_generated = FlagField()

    status = ChoiceField(ListingSeoContentStatus, default=ListingSeoContentStatus.DRAFT)

    search_text = SearchTextField("number", "page_title")

    label_fields = ("page_title", "number")
    search_through = ("listing",)

    class Meta:
        db_table = in_schema("property_listings", "seo_content")
        verbose_name = "listing SEO content"
        verbose_name_plural = "listing SEO content"
        ordering = ["listing_id", "page_path"]
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "page_path"],
                name="seo_content_listing_page_path_unique",
                violation_error_message="There is already a row with this listing, page path.",
            )
        ]
        indexes = [search_index("seo_content_search")]


class VirtualTour(Entity):
    """Virtual tours and video walk-throughs."""

    number = BusinessIDField("VTR-", db_column="tour_id")

    listing = models.ForeignKey(
        "property_listings.Listing", models.CASCADE, related_name="virtual_tours"
    )
    file = models.ForeignKey(
        "storage.StoredFile", models.SET_NULL, related_name="virtual_tours", null=True, blank=True
    )
    thumbnail_file = models.ForeignKey(
        "storage.StoredFile",
        models.SET_NULL,
        related_name="virtual_tours_as_thumbnail_file",
        null=True,
        blank=True,
    )
    provider_company = models.ForeignKey(
        "directory.Company", models.SET_NULL, related_name="virtual_tours", null=True, blank=True
    )

    tour_type = ChoiceField(VirtualTourType)
    title = LineField(null=True)
    tour_url = LineField()
    embed_code = LineField(null=True)
    captured_on = models.DateField(null=True, blank=True)
    duration_seconds = IntegerField(null=True)
    is_primary = FlagField()
    is_published = FlagField()
    expires_on = models.DateField(null=True, blank=True)
    view_count = IntegerField(default=0)

    search_text = SearchTextField("number", "title", "embed_code")

    label_fields = ("title", "number")
    search_through = ("provider_company", "listing")

    class Meta:
        db_table = in_schema("property_listings", "virtual_tours")
        verbose_name = "virtual tour"
        verbose_name_plural = "virtual tours"
        ordering = ["number"]
        indexes = [search_index("virtual_tours_search")]


class FloorPlan(BaseModel):
    """Floor-plan drawings of a unit."""

    listing = models.ForeignKey(
        "property_listings.Listing", models.CASCADE, related_name="floor_plans"
    )
    file = models.ForeignKey("storage.StoredFile", models.PROTECT, related_name="floor_plans")

    floor_level = IntegerField(null=True)
    title = LineField(null=True)
    plan_type = ChoiceField(FloorPlanType, default=FloorPlanType.N2D)
    total_square_feet = IntegerField(null=True)
    room_labels = models.JSONField(
        null=True, blank=True, help_text="room id to position on the plan"
    )
    drawn_on = models.DateField(null=True, blank=True)
    is_published = FlagField()
    sort_order = IntegerField(default=0)

    search_text = SearchTextField("title")

    label_fields = ("title",)
    search_through = ("listing", "file")

    class Meta:
        db_table = in_schema("property_listings", "floor_plans")
        verbose_name = "floor plan"
        verbose_name_plural = "floor plans"
        ordering = ["listing_id", "sort_order"]
        indexes = [search_index("floor_plans_search")]


class NeighborhoodContent(BaseModel):
    """Neighbourhood text and distances on a listing."""

    listing = models.ForeignKey(
        "property_listings.Listing",
        models.CASCADE,
        related_name="neighborhood_content",
        db_index=False,
    )
    area = models.ForeignKey(
        "geo.Area", models.SET_NULL, related_name="neighborhood_content", null=True, blank=True
    )
    language = CodeField("ref.Language", related_name="neighborhood_content", default="en")

    section = ChoiceField(NeighborhoodContentSection)
    title = LineField(null=True)
    body = TextField()
    distances = models.JSONField(null=True, blank=True, help_text="place name to minutes or miles")
    is_published = FlagField()
    ai_generated = FlagField()
    last_reviewed_at = models.DateTimeField(null=True, blank=True)
    sort_order = IntegerField(default=0)

    search_text = SearchTextField("title")

    label_fields = ("title", "section")
    search_through = ("listing",)

    class Meta:
        db_table = in_schema("property_listings", "neighborhood_content")
        verbose_name = "neighborhood content"
        verbose_name_plural = "neighborhood content"
        ordering = ["listing_id", "sort_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "section", "language"],
                name="neighborhood_content_listing_section_language_unique",
                violation_error_message="There is already a row with this listing, section, language.",
            )
        ]
        indexes = [search_index("neighborhood_content_search")]
