"""Content."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from brand_marketing.choices.content import (
    CalendarEntryChannel,
    CalendarEntryContentType,
    CalendarEntryPriority,
    CalendarEntryStatus,
    ContentPieceContentType,
    ContentPieceStatus,
    SeoKeywordIntent,
    SeoKeywordPriority,
    SeoKeywordSearchEngine,
    SeoRankingDevice,
)
from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    Log,
    RateField,
    ScoreField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)


class CalendarEntry(Entity):
    """Planned content by date and channel."""

    number = BusinessIDField("CAL-", db_column="calendar_id")
    title = LineField()

    campaign = models.ForeignKey(
        "brand_marketing.MarketingCampaign",
        models.SET_NULL,
        related_name="content_calendar",
        null=True,
        blank=True,
    )
    content_piece = models.ForeignKey(
        "brand_marketing.ContentPiece",
        models.SET_NULL,
        related_name="content_calendar",
        null=True,
        blank=True,
    )
    social_post = models.ForeignKey(
        "brand_marketing.SocialPost",
        models.SET_NULL,
        related_name="content_calendar",
        null=True,
        blank=True,
    )
    property = models.ForeignKey(
        "property.Property", models.SET_NULL, related_name="content_calendar", null=True, blank=True
    )
    owner_member = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="content_calendar", null=True, blank=True
    )

    description = TextField(null=True)
    calendar_name = LineField(null=True)
    content_type = ChoiceField(CalendarEntryContentType)
    channel = ChoiceField(CalendarEntryChannel)
    scheduled_date = models.DateField()
    scheduled_time = models.TimeField(null=True, blank=True)
    priority = ChoiceField(CalendarEntryPriority, default=CalendarEntryPriority.NORMAL)
    tags = ArrayField(LineField(), null=True, blank=True)

    status = ChoiceField(CalendarEntryStatus, default=CalendarEntryStatus.PLANNED)

    search_text = SearchTextField("number", "title", "calendar_name")

    label_fields = ("title", "scheduled_date")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("brand_marketing", "content_calendar")
        verbose_name = "content calendar entry"
        verbose_name_plural = "content calendar entries"
        ordering = ["-number"]
        indexes = [
            models.Index(
                fields=["scheduled_date", "status"], name="content_calend_scheduled_fc798"
            ),
            search_index("content_calendar_search"),
        ]


class ContentPiece(Entity):
    """Reusable marketing content, versioned."""

    number = BusinessIDField("CNT-", db_column="content_id")
    title = LineField()
    slug = LineField(null=True, unique=True)

    property = models.ForeignKey(
        "property.Property", models.SET_NULL, related_name="content_pieces", null=True, blank=True
    )
    area = models.ForeignKey(
        "geo.Area", models.SET_NULL, related_name="content_pieces", null=True, blank=True
    )
    file = models.ForeignKey(
        "storage.StoredFile", models.SET_NULL, related_name="content_pieces", null=True, blank=True
    )
    parent_content = models.ForeignKey(
        "brand_marketing.ContentPiece",
        models.SET_NULL,
        related_name="children",
        null=True,
        blank=True,
        help_text="source or earlier version",
    )
    language = CodeField("ref.Language", related_name="content_pieces", default="en")
    author = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="content_pieces_as_author",
        null=True,
        blank=True,
    )
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="content_pieces_as_approved_by",
        null=True,
        blank=True,
    )

    content_type = ChoiceField(ContentPieceContentType)
    body = TextField(null=True)
    body_html = TextField(null=True)
    excerpt = LineField(null=True)
    meta_title = LineField(null=True)
    meta_description = TextField(null=True)
    keywords = ArrayField(LineField(), null=True, blank=True)
    is_template = FlagField()
    version = IntegerField(default=1)
    version_history = models.JSONField(null=True, blank=True)
    tone = LineField(null=True)
    target_audience = LineField(null=True)
    word_count = IntegerField(null=True)
    ai_generated = FlagField()
    ai_model = LineField(null=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_url = LineField(null=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    performance_score = ScoreField(null=True, help_text="0-100")
    tags = ArrayField(LineField(), null=True, blank=True)

    status = ChoiceField(ContentPieceStatus, default=ContentPieceStatus.DRAFT)

    search_text = SearchTextField("number", "title", "slug", "meta_title")

    label_fields = ("title", "number")
    search_through = ("property", "author")

    class Meta:
        db_table = in_schema("brand_marketing", "content_pieces")
        verbose_name = "content piece"
        verbose_name_plural = "content pieces"
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["status"], name="content_pieces_status"),
            models.Index(fields=["content_type"], name="content_pieces_content_type"),
            search_index("content_pieces_search"),
        ]


class SeoKeyword(Entity):
    """Search terms and pages we track."""

    number = BusinessIDField("KW-", db_column="keyword_id")

    area = models.ForeignKey(
        "geo.Area", models.SET_NULL, related_name="seo_keywords", null=True, blank=True
    )
    content_piece = models.ForeignKey(
        "brand_marketing.ContentPiece",
        models.SET_NULL,
        related_name="seo_keywords",
        null=True,
        blank=True,
    )

    keyword = LineField()
    website_domain = LineField()
    target_page_path = LineField(null=True)
    page_title = LineField(null=True)
    meta_description = TextField(null=True)
    search_engine = ChoiceField(SeoKeywordSearchEngine, default=SeoKeywordSearchEngine.GOOGLE)
    locale = LineField(default="en-US")
    search_volume = IntegerField(null=True)
    difficulty_score = ScoreField(null=True, help_text="0-100")
    intent = ChoiceField(SeoKeywordIntent, null=True)
    priority = ChoiceField(SeoKeywordPriority, default=SeoKeywordPriority.MEDIUM)
    is_active = FlagField(default=True)
    notes = TextField(null=True)

    search_text = SearchTextField("number", "keyword", "page_title")

    label_fields = ("keyword", "number")

    class Meta:
        db_table = in_schema("brand_marketing", "seo_keywords")
        verbose_name = "SEO keyword"
        verbose_name_plural = "SEO keywords"
        ordering = ["keyword"]
        constraints = [
            models.UniqueConstraint(
                fields=["keyword", "website_domain", "search_engine"],
                name="seo_keywords_keyword_website_domain_search_engine_unique",
                violation_error_message="There is already a row with this keyword, website domain, search engine.",
            )
        ]
        indexes = [search_index("seo_keywords_search")]


class SeoRanking(Log):
    """Observed positions of tracked keywords."""

    seo_keyword = models.ForeignKey(
        "brand_marketing.SeoKeyword", models.CASCADE, related_name="seo_rankings", db_index=False
    )

    checked_on = models.DateField()
    device = ChoiceField(SeoRankingDevice, default=SeoRankingDevice.DESKTOP)
    position = IntegerField(null=True, help_text="empty = outside the checked depth")
    previous_position = IntegerField(null=True)
    ranking_url = LineField(null=True)
    page_number = IntegerField(null=True)
    has_featured_snippet = FlagField()
    in_map_pack = FlagField()
    clicks = IntegerField(null=True)
    impressions = IntegerField(null=True)
    ctr = RateField(null=True, help_text="fraction")
    top_competitors = models.JSONField(null=True, blank=True)

    label_fields = ("checked_on", "position")
    search_through = ("seo_keyword",)

    class Meta:
        db_table = in_schema("brand_marketing", "seo_rankings")
        verbose_name = "SEO ranking"
        verbose_name_plural = "SEO rankings"
        ordering = ["-checked_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(position__isnull=True) | models.Q(position__gte=1),
                name="seo_rankings_position_check",
                violation_error_message="Position must not be below 1.",
            ),
            models.UniqueConstraint(
                fields=["seo_keyword", "checked_on", "device"],
                name="seo_rankings_seo_keyword_checked_on_device_unique",
                violation_error_message="There is already a row with this seo keyword, checked on, device.",
            ),
        ]
        indexes = [models.Index(fields=["checked_on"], name="seo_rankings_checked_on")]
