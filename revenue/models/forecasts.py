"""Forecasts."""

from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    DecimalField,
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
from revenue.choices.forecasts import (
    CompetitorRateSource,
    MarketMeasurePeriodType,
    MarketMeasurePropertyType,
    MarketMeasureSegment,
    MarketMeasureSource,
    RevenueForecastScenario,
)


class CompetitorRate(Log):
    """Competitor nightly rates seen for comparable units."""

    number = BusinessIDField("CRT-", db_column="rate_id")
    competitor_name = LineField(null=True)

    property = models.ForeignKey(
        "property.Property",
        models.CASCADE,
        related_name="competitor_rates",
        db_index=False,
        help_text="our unit being compared",
    )
    market_property = CodeField(
        "external.MarketProperty",
        models.SET_NULL,
        to_field="tmk",
        db_column="external_tmk",
        related_name="competitor_rates",
        null=True,
        help_text="Tax Map Key of the competitor",
    )
    competitor_property = models.ForeignKey(
        "external.CompetitorProperty",
        models.SET_NULL,
        related_name="competitor_rates",
        null=True,
        blank=True,
    )
    platform = CodeField("ref.Platform", related_name="competitor_rates", null=True)

    stay_date = models.DateField()
    min_stay = IntegerField(null=True)
    is_available = models.BooleanField(null=True, blank=True)
    rate_difference_percent = RateField(null=True, help_text="ours versus theirs, points")
    source = ChoiceField(CompetitorRateSource, default=CompetitorRateSource.SCRAPE)
    source_url = LineField(null=True)
    captured_at = NowField()

    nightly_rate = MoneyField(null=True)
    cleaning_fee = MoneyField(null=True)
    total_price = MoneyField(null=True)

    search_text = SearchTextField("number", "competitor_name")

    label_fields = ("competitor_name", "stay_date")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("revenue", "competitor_rates")
        verbose_name = "competitor rate"
        verbose_name_plural = "competitor rates"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(nightly_rate__gte=0),
                name="competitor_rates_nightly_rate_check",
                violation_error_message="Nightly rate cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["property", "market_property", "stay_date", "platform", "captured_at"],
                name="competitor_rates_property_market_property_stay_date_pl_d741e",
                nulls_distinct=False,
                violation_error_message="There is already a row with this property, market property, stay date, platform, captured at.",
            ),
        ]
        indexes = [
            models.Index(fields=["property", "stay_date"], name="competitor_rat_property_312c4"),
            models.Index(fields=["-captured_at"], name="competitor_rat_captured_at"),
            search_index("competitor_rates_search"),
        ]


class MarketMeasure(Log):
    """Market indicators by area and period."""

    number = BusinessIDField("MKT-", db_column="market_data_id")

    area = models.ForeignKey("geo.Area", models.PROTECT, related_name="market_data", db_index=False)

    period_type = ChoiceField(MarketMeasurePeriodType, default=MarketMeasurePeriodType.MONTH)
    period_start = models.DateField()
    period_end = models.DateField()
    bedrooms = IntegerField(null=True, help_text="empty = every size")
    property_type = ChoiceField(MarketMeasurePropertyType, null=True)
    segment = ChoiceField(MarketMeasureSegment, null=True)
    active_listings = IntegerField(null=True)
    occupancy_rate = RateField(null=True, help_text="fraction")
    average_length_of_stay = ScoreField(null=True)
    average_booking_window_days = DecimalField(max_digits=6, decimal_places=1, null=True)
    demand_index = DecimalField(max_digits=8, decimal_places=2, null=True)
    source = ChoiceField(MarketMeasureSource)
    captured_at = NowField()
    metadata = models.JSONField(null=True, blank=True)

    average_daily_rate = MoneyField(null=True)
    median_rate = MoneyField(null=True)
    revpar = MoneyField(null=True)
    rate_tolerance = MoneyField(null=True)

    search_text = SearchTextField("number")

    label_fields = ("number", "period_start")
    search_through = ("area",)

    class Meta:
        db_table = in_schema("revenue", "market_data")
        verbose_name = "market measure"
        verbose_name_plural = "market measures"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "period_start", "period_type", "bedrooms", "source"],
                name="market_data_area_period_start_period_type_bedrooms_sou_7b0bd",
                nulls_distinct=False,
                violation_error_message="There is already a row with this area, period start, period type, bedrooms, source.",
            )
        ]
        indexes = [
            models.Index(fields=["area", "period_start"], name="market_data_area_period_start"),
            search_index("market_data_search"),
        ]


class OccupancyForecast(BaseModel):
    """Predicted occupancy per unit and date."""

    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="occupancy_forecasts", db_index=False
    )

    forecast_date = TodayField(help_text="day the forecast was made")
    target_date = models.DateField()
    predicted_occupancy = RateField(help_text="fraction")
    confidence_low = RateField(null=True, help_text="fraction 0-1")
    confidence_high = RateField(null=True, help_text="fraction 0-1")
    booked_already = FlagField()
    pickup_expected = DecimalField(max_digits=6, decimal_places=2, null=True)
    model_version = LineField()
    actual_occupancy = RateField(null=True, help_text="fraction 0-1")
    forecast_error = RateField(null=True, help_text="fraction 0-1")
    features = models.JSONField(null=True, blank=True)

    label_fields = ("target_date", "predicted_occupancy")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("revenue", "occupancy_forecasts")
        verbose_name = "occupancy forecast"
        verbose_name_plural = "occupancy forecasts"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(predicted_occupancy__gte=0, predicted_occupancy__lte=1),
                name="occupancy_forecasts_predicted_occupancy_check",
                violation_error_message="Predicted occupancy must lie between 0 and 1.",
            ),
            models.UniqueConstraint(
                fields=["property", "forecast_date", "target_date", "model_version"],
                name="occupancy_forecasts_property_forecast_date_target_date_95012",
                violation_error_message="There is already a row with this property, forecast date, target date, model version.",
            ),
        ]
        indexes = [
            models.Index(fields=["property", "target_date"], name="occupancy_fore_property_c4798")
        ]


class RevenueForecast(BaseModel):
    """Predicted revenue per unit and month."""

    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="revenue_forecasts", db_index=False
    )
    created_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="revenue_forecasts", null=True, blank=True
    )

    forecast_date = TodayField()
    period_start = models.DateField()
    period_end = models.DateField()
    scenario = ChoiceField(RevenueForecastScenario, default=RevenueForecastScenario.BASE)
    forecast_nights = DecimalField(max_digits=6, decimal_places=1, null=True)
    forecast_occupancy = RateField(null=True, help_text="fraction 0-1")
    model_version = LineField(null=True)
    assumptions = LineField(null=True)

    forecast_adr = MoneyField(null=True)
    forecast_gross_revenue = MoneyField()
    forecast_owner_net = MoneyField(null=True)
    on_the_books_revenue = MoneyField(default=0)
    budget_revenue = MoneyField(null=True)
    actual_revenue = MoneyField(null=True)
    variance_amount = MoneyField(null=True)

    label_fields = ("period_start", "scenario")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("revenue", "revenue_forecasts")
        verbose_name = "revenue forecast"
        verbose_name_plural = "revenue forecasts"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["property", "forecast_date", "period_start", "scenario"],
                name="revenue_forecasts_property_forecast_date_period_start_0927b",
                violation_error_message="There is already a row with this property, forecast date, period start, scenario.",
            )
        ]
        indexes = [
            models.Index(fields=["property", "period_start"], name="revenue_foreca_property_c7e14")
        ]


class YieldMetric(Log):
    """Rolling occupancy, ADR and RevPAR per unit."""

    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="yield_metrics", db_index=False
    )

    metric_date = models.DateField()
    occupancy_30d = RateField(null=True, help_text="fraction")
    occupancy_90d = RateField(null=True, help_text="fraction 0-1")
    occupancy_365d = RateField(null=True, help_text="fraction 0-1")
    average_lead_time_days = DecimalField(max_digits=6, decimal_places=1, null=True)
    average_stay_nights = ScoreField(null=True)
    gap_nights = IntegerField(null=True)
    booking_pace_index = DecimalField(
        max_digits=8, decimal_places=2, null=True, help_text="100 = same pace as last year"
    )
    market_occupancy_30d = RateField(null=True, help_text="fraction 0-1")
    rate_index = DecimalField(
        max_digits=8, decimal_places=2, null=True, help_text="our ADR over market ADR x 100"
    )
    direct_share = RateField(null=True, help_text="fraction of nights booked direct")
    cancellation_rate = RateField(null=True, help_text="fraction 0-1")

    adr_30d = MoneyField(null=True)
    adr_90d = MoneyField(null=True)
    adr_365d = MoneyField(null=True)
    revpar_30d = MoneyField(null=True)
    revpar_90d = MoneyField(null=True)
    revpar_365d = MoneyField(null=True)
    market_adr_30d = MoneyField(null=True)

    label_fields = ("metric_date",)
    search_through = ("property",)

    class Meta:
        db_table = in_schema("revenue", "yield_metrics")
        verbose_name = "yield metric"
        verbose_name_plural = "yield metrics"
        ordering = ["-metric_date"]
        constraints = [
            models.UniqueConstraint(
                fields=["property", "metric_date"],
                name="yield_metrics_property_metric_date_unique",
                violation_error_message="There is already a row with this property, metric date.",
            )
        ]
        indexes = [models.Index(fields=["metric_date"], name="yield_metrics_metric_date")]
