"""Performance."""

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
    LineField,
    Log,
    MoneyField,
    NowField,
    RateField,
    ScoreField,
    SearchTextField,
    TodayField,
    in_schema,
    search_index,
)
from property_listings.choices.performance import (
    CompetitorListingPricePosition,
    CompetitorListingPropertyType,
    CompetitorListingSetType,
    ListingScoreAuditType,
)


class ListingScore(Log):
    """Listing quality audits and search positions."""

    number = BusinessIDField("LAUD-", db_column="audit_id")

    listing = models.ForeignKey(
        "property_listings.Listing", models.CASCADE, related_name="scores", db_index=False
    )
    channel_listing = models.ForeignKey(
        "property_listings.ChannelListing",
        models.SET_NULL,
        related_name="listing_scores",
        null=True,
        blank=True,
    )
    previous_score = models.ForeignKey(
        "property_listings.ListingScore",
        models.SET_NULL,
        related_name="listing_scores_as_previous_score",
        null=True,
        blank=True,
    )
    audited_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="listing_scores", null=True, blank=True
    )
    agent = models.ForeignKey(
        "ai.Agent", models.SET_NULL, related_name="listing_scores", null=True, blank=True
    )

    scored_on = TodayField()
    audit_type = ChoiceField(ListingScoreAuditType, default=ListingScoreAuditType.SCHEDULED)
    overall_score = ScoreField(help_text="0-100")
    photo_score = ScoreField(null=True, help_text="0-100")
    content_score = ScoreField(null=True, help_text="0-100")
    pricing_score = ScoreField(null=True, help_text="0-100")
    review_score = ScoreField(null=True, help_text="0-100")
    calendar_score = ScoreField(null=True, help_text="0-100")
    response_score = ScoreField(null=True, help_text="0-100")
    seo_score = ScoreField(null=True, help_text="0-100")
    search_term = LineField(null=True)
    search_position = IntegerField(null=True)
    search_page = IntegerField(null=True)
    issues = models.JSONField(null=True, blank=True)
    recommendations = models.JSONField(null=True, blank=True)
    score_change = ScoreField(null=True, help_text="0-100")

    estimated_revenue_impact = MoneyField(null=True)

    search_text = SearchTextField("number", "search_term")

    label_fields = ("number", "scored_on")
    search_through = ("listing",)

    class Meta:
        db_table = in_schema("property_listings", "listing_scores")
        verbose_name = "listing score"
        verbose_name_plural = "listing scores"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(overall_score__gte=0, overall_score__lte=100),
                name="listing_scores_overall_score_check",
                violation_error_message="Overall score must lie between 0 and 100.",
            )
        ]
        indexes = [
            models.Index(fields=["listing", "-scored_on"], name="listing_scores_listing_s_41255"),
            search_index("listing_scores_search"),
        ]


class ListingPerformance(Log):
    """Daily listing funnel per channel."""

    listing = models.ForeignKey(
        "property_listings.Listing", models.CASCADE, related_name="performance", db_index=False
    )
    platform = CodeField("ref.Platform", related_name="listing_performance")

    metric_date = models.DateField()
    impressions = IntegerField(default=0)
    page_views = IntegerField(default=0)
    unique_visitors = IntegerField(default=0)
    saved_count = IntegerField(default=0)
    share_count = IntegerField(default=0)
    inquiries = IntegerField(default=0)
    instant_books = IntegerField(default=0)
    request_to_books = IntegerField(default=0)
    bookings = IntegerField(default=0)
    booked_nights = IntegerField(default=0)
    cancellations = IntegerField(default=0)
    view_to_inquiry_rate = RateField(null=True, help_text="fraction")
    inquiry_to_book_rate = RateField(null=True, help_text="fraction")
    search_rank_average = DecimalField(max_digits=6, decimal_places=2, null=True)

    booking_value = MoneyField(default=0)
    average_daily_rate = MoneyField(null=True)

    label_fields = ("metric_date",)
    search_through = ("listing",)

    class Meta:
        db_table = in_schema("property_listings", "listing_performance")
        verbose_name = "listing performance"
        verbose_name_plural = "listing performance"
        ordering = ["-metric_date"]
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "platform", "metric_date"],
                name="listing_performance_listing_platform_metric_date_unique",
                violation_error_message="There is already a row with this listing, platform, metric date.",
            )
        ]
        indexes = [models.Index(fields=["metric_date"], name="listing_perfor_metric_date")]


class ListingReviewSummary(BaseModel):
    """Review totals of a listing per channel."""

    listing = models.ForeignKey(
        "property_listings.Listing", models.CASCADE, related_name="reviews_summary", db_index=False
    )
    platform = CodeField("ref.Platform", related_name="listing_reviews_summary")

    review_count = IntegerField(default=0)
    average_rating = DecimalField(max_digits=4, decimal_places=2, null=True)
    rating_5_count = IntegerField(default=0)
    rating_4_count = IntegerField(default=0)
    rating_3_count = IntegerField(default=0)
    rating_2_count = IntegerField(default=0)
    rating_1_count = IntegerField(default=0)
    cleanliness_average = DecimalField(max_digits=4, decimal_places=2, null=True)
    accuracy_average = DecimalField(max_digits=4, decimal_places=2, null=True)
    communication_average = DecimalField(max_digits=4, decimal_places=2, null=True)
    location_average = DecimalField(max_digits=4, decimal_places=2, null=True)
    check_in_average = DecimalField(max_digits=4, decimal_places=2, null=True)
    value_average = DecimalField(max_digits=4, decimal_places=2, null=True)
    top_positive_themes = ArrayField(LineField(), null=True, blank=True)
    top_negative_themes = ArrayField(LineField(), null=True, blank=True)
    sentiment_average = DecimalField(max_digits=3, decimal_places=2, null=True, help_text="-1 to 1")
    response_rate = RateField(null=True, help_text="fraction 0-1")
    last_review_date = models.DateField(null=True, blank=True)
    calculated_at = NowField()

    label_fields = ("average_rating", "review_count")
    search_through = ("listing",)

    class Meta:
        db_table = in_schema("property_listings", "listing_reviews_summary")
        verbose_name = "review summary"
        verbose_name_plural = "review summaries"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "platform"],
                name="listing_reviews_summary_listing_platform_unique",
                violation_error_message="There is already a row with this listing, platform.",
            )
        ]


class CompetitorListing(Entity):
    """Competing listings tracked against ours."""

    number = BusinessIDField("COMP-", db_column="competitor_listing_id")
    set_name = LineField(default="Primary")

    listing = models.ForeignKey(
        "property_listings.Listing",
        models.CASCADE,
        related_name="competitor_listings",
        db_index=False,
        help_text="our listing",
    )
    platform = CodeField("ref.Platform", related_name="competitor_listings")
    external_property = models.ForeignKey(
        "external.MarketProperty",
        models.SET_NULL,
        related_name="competitor_listings",
        null=True,
        blank=True,
    )
    area = models.ForeignKey(
        "geo.Area", models.SET_NULL, related_name="competitor_listings", null=True, blank=True
    )

    set_type = ChoiceField(CompetitorListingSetType, default=CompetitorListingSetType.PRIMARY)
    set_criteria = models.JSONField(null=True, blank=True)
    external_listing_id = LineField()
    listing_url = LineField(null=True)
    property_name = LineField(null=True)
    host_name = LineField(null=True)
    bedrooms = IntegerField(null=True)
    bathrooms = DecimalField(max_digits=3, decimal_places=1, null=True)
    max_guests = IntegerField(null=True)
    property_type = ChoiceField(CompetitorListingPropertyType, null=True)
    rating = DecimalField(max_digits=4, decimal_places=2, null=True)
    review_count = IntegerField(null=True)
    is_superhost = models.BooleanField(null=True, blank=True)
    instant_book = models.BooleanField(null=True, blank=True)
    estimated_occupancy = RateField(null=True, help_text="fraction")
    amenities = ArrayField(LineField(), null=True, blank=True)
    photo_count = IntegerField(null=True)
    similarity_score = ScoreField(null=True, help_text="0-100")
    price_position = ChoiceField(CompetitorListingPricePosition, null=True)
    ai_analysis = models.JSONField(null=True, blank=True)
    last_scraped_at = models.DateTimeField(null=True, blank=True)
    is_active = FlagField(default=True)

    average_nightly_rate = MoneyField(null=True)
    min_nightly_rate = MoneyField(null=True)
    max_nightly_rate = MoneyField(null=True)
    cleaning_fee = MoneyField(null=True)
    estimated_monthly_revenue = MoneyField(null=True)

    search_text = SearchTextField("number", "set_name", "property_name", "host_name")

    label_fields = ("property_name", "number")
    search_through = ("listing",)

    class Meta:
        db_table = in_schema("property_listings", "competitor_listings")
        verbose_name = "competitor listing"
        verbose_name_plural = "competitor listings"
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rating__gte=0, rating__lte=10),
                name="competitor_listings_rating_check",
                violation_error_message="Rating must lie between 0 and 10.",
            ),
            models.CheckConstraint(
                condition=models.Q(similarity_score__gte=0, similarity_score__lte=100),
                name="competitor_listings_similarity_score_check",
                violation_error_message="Similarity score must lie between 0 and 100.",
            ),
            models.UniqueConstraint(
                fields=["listing", "platform", "external_listing_id"],
                name="competitor_listings_listing_platform_external_listing_3cf72",
                violation_error_message="There is already a row with this listing, platform, external listing id.",
            ),
        ]
        indexes = [
            models.Index(fields=["listing"], name="competitor_lis_listing"),
            models.Index(fields=["set_name"], name="competitor_lis_set_name"),
            search_index("competitor_listings_search"),
        ]
