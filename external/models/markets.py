"""Markets."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    CoordinateField,
    DecimalField,
    Entity,
    FlagField,
    IntegerField,
    Join,
    LineField,
    Log,
    MoneyField,
    NowField,
    RateField,
    ScoreField,
    SearchTextField,
    TextField,
    TodayField,
    in_schema,
    search_index,
)
from external.choices.markets import (
    CompetitiveSetCompetitionLevel,
    CompetitorPropertyOurStatus,
    CompetitorPropertyRentalStatus,
    CompetitorPropertyType,
    CompetitorPropertyViewType,
    DataSourceLastStatus,
    DataSourceRefreshFrequency,
    DataSourceType,
    MarketListingPropertyType,
    MarketOccupancyPeriodType,
    MarketRatePropertyType,
    MarketTrendConfidenceLevel,
    MarketTrendDirection,
    MarketTrendImpact,
    MarketTrendType,
)


class MarketListing(Entity):
    """Rival listings seen in an area."""

    number = BusinessIDField("EXT-LST-", db_column="market_listing_id")

    area = models.ForeignKey("geo.Area", models.PROTECT, related_name="market_listings")
    market_property = CodeField(
        "external.MarketProperty",
        models.SET_NULL,
        to_field="tmk",
        db_column="external_tmk",
        related_name="market_listings",
        null=True,
    )
    platform = CodeField("ref.Platform", related_name="market_listings", db_index=False)
    data_source = models.ForeignKey(
        "external.DataSource",
        models.SET_NULL,
        related_name="market_listings",
        null=True,
        blank=True,
    )

    external_listing_id = LineField()
    listing_url = LineField(null=True)
    title = LineField(null=True)
    host_name = LineField(null=True)
    property_type = ChoiceField(MarketListingPropertyType, null=True)
    bedrooms = IntegerField(null=True)
    bathrooms = DecimalField(max_digits=3, decimal_places=1, null=True)
    max_guests = IntegerField(null=True)
    latitude = CoordinateField(null=True)
    longitude = CoordinateField(null=True)
    rating = DecimalField(max_digits=4, decimal_places=2, null=True)
    review_count = IntegerField(null=True)
    is_superhost = models.BooleanField(null=True, blank=True)
    amenities = ArrayField(LineField(), null=True, blank=True)
    license_number = LineField(null=True)
    first_seen_at = NowField()
    last_seen_at = models.DateTimeField(null=True, blank=True)
    delisted_at = models.DateTimeField(null=True, blank=True)
    is_active = FlagField(default=True)
    raw_data = models.JSONField(null=True, blank=True)

    search_text = SearchTextField("number", "title", "host_name", "license_number")

    label_fields = ("title", "number")
    search_through = ("area",)

    class Meta:
        db_table = in_schema("external", "market_listings")
        verbose_name = "market listing"
        verbose_name_plural = "market listings"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["platform", "external_listing_id"],
                name="market_listings_platform_external_listing_id_unique",
                violation_error_message="There is already a row with this platform, external listing id.",
            )
        ]
        indexes = [
            models.Index(fields=["is_active"], name="market_listing_is_active"),
            search_index("market_listings_search"),
        ]


class MarketRate(Log):
    """Observed or reported area rates by stay date."""

    number = BusinessIDField("EXT-MRT-", db_column="market_rate_id")

    area = models.ForeignKey(
        "geo.Area", models.PROTECT, related_name="market_rates", db_index=False
    )
    market_listing = models.ForeignKey(
        "external.MarketListing",
        models.CASCADE,
        related_name="market_rates",
        null=True,
        blank=True,
        help_text="empty = area aggregate",
    )
    platform = CodeField("ref.Platform", related_name="market_rates", null=True)
    currency = CodeField("ref.Currency", related_name="market_rates", default="USD")
    data_source = models.ForeignKey(
        "external.DataSource", models.SET_NULL, related_name="market_rates", null=True, blank=True
    )

    stay_date = models.DateField()
    bedrooms = IntegerField(null=True)
    property_type = ChoiceField(MarketRatePropertyType, null=True)
    sample_size = IntegerField(null=True)
    captured_on = TodayField()

    average_rate = MoneyField(null=True)
    median_rate = MoneyField(null=True)
    low_rate = MoneyField(null=True)
    high_rate = MoneyField(null=True)
    percentile_25_rate = MoneyField(null=True)
    percentile_75_rate = MoneyField(null=True)

    search_text = SearchTextField("number")

    label_fields = ("number", "stay_date")
    search_through = ("area",)

    class Meta:
        db_table = in_schema("external", "market_rates")
        verbose_name = "market rate"
        verbose_name_plural = "market rates"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "stay_date", "bedrooms", "platform", "captured_on"],
                name="market_rates_area_stay_date_bedrooms_platform_captured_7e185",
                nulls_distinct=False,
                violation_error_message="There is already a row with this area, stay date, bedrooms, platform, captured on.",
            )
        ]
        indexes = [
            models.Index(fields=["area", "stay_date"], name="market_rates_area_stay_date"),
            search_index("market_rates_search"),
        ]


class MarketOccupancy(Log):
    """Area occupancy and supply by period."""

    area = models.ForeignKey(
        "geo.Area", models.PROTECT, related_name="market_occupancy", db_index=False
    )
    data_source = models.ForeignKey(
        "external.DataSource",
        models.SET_NULL,
        related_name="market_occupancy",
        null=True,
        blank=True,
    )

    period_type = ChoiceField(MarketOccupancyPeriodType, default=MarketOccupancyPeriodType.MONTH)
    period_start = models.DateField()
    period_end = models.DateField()
    bedrooms = IntegerField(null=True)
    property_type = ChoiceField(MarketRatePropertyType, null=True)
    occupancy_rate = RateField(help_text="fraction")
    available_nights = IntegerField(null=True)
    booked_nights = IntegerField(null=True)
    active_listings = IntegerField(null=True)
    average_length_of_stay = ScoreField(null=True)
    average_booking_window_days = DecimalField(max_digits=6, decimal_places=1, null=True)
    cancellation_rate = RateField(null=True, help_text="fraction 0-1")
    is_forecast = FlagField()

    label_fields = ("period_type", "period_start")
    search_through = ("area",)

    class Meta:
        db_table = in_schema("external", "market_occupancy")
        verbose_name = "market occupancy"
        verbose_name_plural = "market occupancy"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(occupancy_rate__gte=0, occupancy_rate__lte=1),
                name="market_occupancy_occupancy_rate_check",
                violation_error_message="Occupancy rate must lie between 0 and 1.",
            ),
            models.UniqueConstraint(
                fields=["area", "period_type", "period_start", "bedrooms", "data_source"],
                name="market_occupancy_area_period_type_period_start_bedroom_6f80c",
                nulls_distinct=False,
                violation_error_message="There is already a row with this area, period type, period start, bedrooms, data source.",
            ),
        ]
        indexes = [
            models.Index(fields=["area", "period_start"], name="market_occupan_area_peri_fce4b")
        ]


class MarketTrend(Entity):
    """Analysed market movements for an area."""

    number = BusinessIDField("EXT-TRD-", db_column="trend_id")

    area = models.ForeignKey(
        "geo.Area", models.PROTECT, related_name="market_trends", db_index=False
    )
    data_source = models.ForeignKey(
        "external.DataSource", models.SET_NULL, related_name="market_trends", null=True, blank=True
    )
    agent = models.ForeignKey(
        "ai.Agent", models.SET_NULL, related_name="market_trends", null=True, blank=True
    )
    reviewed_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="market_trends", null=True, blank=True
    )

    trend_type = ChoiceField(MarketTrendType)
    title = LineField()
    summary = TextField(null=True)
    metric_name = LineField(null=True)
    period_start = models.DateField()
    period_end = models.DateField(null=True, blank=True)
    current_value = DecimalField(max_digits=14, decimal_places=4, null=True)
    previous_value = DecimalField(max_digits=14, decimal_places=4, null=True)
    change_percent = RateField(null=True, help_text="percentage points")
    direction = ChoiceField(MarketTrendDirection, default=MarketTrendDirection.FLAT)
    confidence_level = ChoiceField(
        MarketTrendConfidenceLevel, default=MarketTrendConfidenceLevel.MEDIUM
    )
    impact = ChoiceField(MarketTrendImpact, null=True)
    recommended_action = LineField(null=True)
    source_url = LineField(null=True)

    search_text = SearchTextField("number", "title", "metric_name")

    label_fields = ("title", "number")
    search_through = ("area",)

    class Meta:
        db_table = in_schema("external", "market_trends")
        verbose_name = "market trend"
        verbose_name_plural = "market trends"
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["area", "period_start"], name="market_trends_area_perio_fb02f"),
            models.Index(fields=["trend_type"], name="market_trends_trend_type"),
            search_index("market_trends_search"),
        ]


class CompetitorProperty(Entity):
    """Rival units watched in an area."""

    number = BusinessIDField("EXT-CMP-", db_column="competitor_property_id")
    property_name = LineField()

    area = models.ForeignKey("geo.Area", models.PROTECT, related_name="competitor_properties")
    market_property = CodeField(
        "external.MarketProperty",
        models.SET_NULL,
        to_field="tmk",
        db_column="tmk",
        related_name="competitor_properties",
        null=True,
        help_text="Tax Map Key when known",
    )
    market_listing = models.ForeignKey(
        "external.MarketListing",
        models.SET_NULL,
        related_name="competitor_properties",
        null=True,
        blank=True,
    )
    data_source = models.ForeignKey(
        "external.DataSource",
        models.SET_NULL,
        related_name="competitor_properties",
        null=True,
        blank=True,
    )

    street_address = LineField(null=True)
    city = LineField(null=True)
    state = LineField(null=True)
    resort_name = LineField(null=True)
    bedrooms = IntegerField(null=True)
    bathrooms = DecimalField(max_digits=3, decimal_places=1, null=True)
    property_type = ChoiceField(CompetitorPropertyType, null=True)
    view_type = ChoiceField(CompetitorPropertyViewType, null=True)
    manager_name = LineField(null=True)
    is_hot_lead = FlagField()
    airbnb_url = LineField(null=True)
    airbnb_rating = DecimalField(max_digits=3, decimal_places=2, null=True)
    vrbo_url = LineField(null=True)
    vrbo_rating = DecimalField(max_digits=3, decimal_places=2, null=True)
    estimated_occupancy = RateField(null=True, help_text="fraction")
    strengths = ArrayField(LineField(), null=True, blank=True)
    weaknesses = ArrayField(LineField(), null=True, blank=True)
    opportunity_score = IntegerField(null=True, help_text="1-100")
    last_checked_at = models.DateTimeField(null=True, blank=True)
    notes = TextField(null=True)
    is_active = FlagField(default=True)

    estimated_annual_revenue = MoneyField(null=True)
    estimated_adr = MoneyField(null=True)

    rental_status = ChoiceField(
        CompetitorPropertyRentalStatus, default=CompetitorPropertyRentalStatus.UNKNOWN
    )
    our_status = ChoiceField(
        CompetitorPropertyOurStatus, default=CompetitorPropertyOurStatus.WATCHING
    )

    search_text = SearchTextField("number", "property_name", "resort_name", "manager_name")

    label_fields = ("property_name", "number")
    search_through = ("area",)

    class Meta:
        db_table = in_schema("external", "competitor_properties")
        verbose_name = "competitor property"
        verbose_name_plural = "competitor properties"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["market_property"],
                name="competitor_properties_market_property_unique",
                condition=models.Q(market_property__isnull=False),
                violation_error_message="There is already a row with this market property.",
            )
        ]
        indexes = [
            models.Index(fields=["our_status"], name="competitor_pro_our_status"),
            models.Index(
                fields=["is_hot_lead"],
                condition=models.Q(is_hot_lead=True),
                name="competitor_pro_is_hot_le_9be43",
            ),
            search_index("competitor_properties_search"),
        ]


class DataSource(Entity):
    """External feeds, licences and refresh schedule."""

    number = BusinessIDField("EXT-SRC-", width=4, db_column="source_id")
    source_name = LineField(unique=True)

    provider_company = models.ForeignKey(
        "directory.Company", models.SET_NULL, related_name="data_sources", null=True, blank=True
    )
    credential = models.ForeignKey(
        "secure.Credential", models.SET_NULL, related_name="data_sources", null=True, blank=True
    )

    source_type = ChoiceField(DataSourceType)
    base_url = LineField(null=True)
    license_terms = TextField(null=True)
    refresh_frequency = ChoiceField(
        DataSourceRefreshFrequency, default=DataSourceRefreshFrequency.DAILY
    )
    last_run_at = models.DateTimeField(null=True, blank=True)
    last_success_at = models.DateTimeField(null=True, blank=True)
    next_run_at = models.DateTimeField(null=True, blank=True)
    last_error = LineField(null=True)
    records_last_run = IntegerField(null=True)
    reliability_score = ScoreField(null=True, help_text="0-100")
    is_active = FlagField(default=True)
    notes = TextField(null=True)

    cost_per_month = MoneyField(null=True)

    last_status = ChoiceField(DataSourceLastStatus, default=DataSourceLastStatus.NEVER_RUN)

    search_text = SearchTextField("number", "source_name")

    label_fields = ("source_name", "number")
    search_through = ("provider_company",)

    class Meta:
        db_table = in_schema("external", "data_sources")
        verbose_name = "data source"
        verbose_name_plural = "data sources"
        ordering = ["source_name"]
        indexes = [search_index("data_sources_search")]


class CompetitiveSet(Join):
    """Which market properties compete with each of ours."""

    our_property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="competitive_sets", db_index=False
    )
    market_property = CodeField(
        "external.MarketProperty",
        models.CASCADE,
        to_field="tmk",
        db_column="external_tmk",
        related_name="competitive_sets",
    )
    added_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="competitive_sets", null=True, blank=True
    )

    similarity_score = IntegerField(null=True, help_text="1-100")
    same_resort = FlagField()
    same_area = FlagField()
    same_bedrooms = FlagField()
    same_view_type = FlagField()
    competition_level = ChoiceField(
        CompetitiveSetCompetitionLevel, default=CompetitiveSetCompetitionLevel.SECONDARY
    )
    is_active = FlagField(default=True)
    notes = TextField(null=True)

    label_fields = ("competition_level", "similarity_score")
    search_through = ("our_property",)

    class Meta:
        db_table = in_schema("external", "competitive_sets")
        verbose_name = "competitive set"
        verbose_name_plural = "competitive sets"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(similarity_score__gte=1, similarity_score__lte=100),
                name="competitive_sets_similarity_score_check",
                violation_error_message="Similarity score must lie between 1 and 100.",
            ),
            models.UniqueConstraint(
                fields=["our_property", "market_property"],
                name="competitive_sets_our_property_market_property_unique",
                violation_error_message="There is already a row with this our property, market property.",
            ),
        ]
        indexes = [
            models.Index(fields=["competition_level"], name="competitive_se_competiti_71cd3")
        ]
