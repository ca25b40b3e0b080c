"""Pricing."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    Log,
    MoneyField,
    NowField,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from core.models.expressions import ClosedDates
from revenue.choices.pricing import (
    EventPricingDemandLevel,
    EventPricingEventType,
    EventPricingStatus,
    PricingAdjustmentType,
    PricingLogEventType,
    PricingLogTriggeredBy,
    PricingRecommendationExperimentWinner,
    PricingRecommendationStatus,
    PricingRecommendationType,
    PricingRuleAdjustmentType,
    PricingRuleStacking,
    PricingRuleType,
    RateChangeSource,
    SeasonalRateSeasonLevel,
    SeasonalRateSeasonType,
)


class PricingRule(Entity):
    """Rules that shape nightly rates, globally or per unit."""

    number = BusinessIDField("PRC-", db_column="rule_id")
    rule_name = LineField()

    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="pricing_rules", null=True, blank=True
    )
    resort = models.ForeignKey(
        "property.Resort", models.CASCADE, related_name="pricing_rules", null=True, blank=True
    )
    platform = CodeField("ref.Platform", related_name="pricing_rules", null=True)
    created_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="pricing_rules", null=True, blank=True
    )

    rule_type = ChoiceField(PricingRuleType)
    priority = IntegerField(default=5, help_text="lower runs first")
    conditions = models.JSONField(null=True, blank=True)
    adjustment_type = ChoiceField(PricingRuleAdjustmentType, null=True)
    effective_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)
    is_active = FlagField(default=True)
    weekend_adjustment = RateField(null=True, help_text="fraction added on weekend nights")
    min_stay = IntegerField(null=True)
    max_stay = IntegerField(null=True)
    days_of_week = ArrayField(models.IntegerField(), null=True, blank=True, help_text="0 = Sunday")
    lead_time_min_days = IntegerField(null=True)
    lead_time_max_days = IntegerField(null=True)
    stay_nights_min = IntegerField(null=True)
    stay_nights_max = IntegerField(null=True)
    stacking = ChoiceField(PricingRuleStacking, default=PricingRuleStacking.MULTIPLY)

    adjustment_value = MoneyField(null=True, help_text="points when percentage, USD otherwise")
    base_nightly = MoneyField(null=True)
    min_rate = MoneyField(null=True)
    max_rate = MoneyField(null=True)

    search_text = SearchTextField("number", "rule_name")

    label_fields = ("rule_name", "number")
    search_through = ("property", "resort")

    class Meta:
        db_table = in_schema("revenue", "pricing_rules")
        verbose_name = "pricing rule"
        verbose_name_plural = "pricing rules"
        ordering = ["priority", "rule_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end_date__isnull=True)
                | models.Q(end_date__gte=models.F("effective_date")),
                name="pricing_rules_end_date_effective_date_check",
                violation_error_message="End date must not be before effective date.",
            ),
            models.CheckConstraint(
                condition=models.Q(min_rate__isnull=True)
                | models.Q(max_rate__isnull=True)
                | models.Q(max_rate__gte=models.F("min_rate")),
                name="pricing_rules_min_rate_max_rate_check",
                violation_error_message="Must hold: min rate is empty or max rate is empty or max rate is at least min rate.",
            ),
        ]
        indexes = [
            models.Index(fields=["is_active", "priority"], name="pricing_rules_is_active_a19eb"),
            models.Index(
                fields=["effective_date", "end_date"], name="pricing_rules_effective_30dd6"
            ),
            search_index("pricing_rules_search"),
        ]


class PricingAdjustment(Entity):
    """One-off nightly rate override by a person or model."""

    number = BusinessIDField("DYN-", db_column="adjustment_id")

    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="pricing_adjustments"
    )
    created_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="pricing_adjustments_as_created_by",
        null=True,
        blank=True,
    )
    recommendation = models.ForeignKey(
        "revenue.PricingRecommendation",
        models.SET_NULL,
        related_name="pricing_adjustments",
        null=True,
        blank=True,
    )
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="pricing_adjustments_as_approved_by",
        null=True,
        blank=True,
    )

    adjustment_date = models.DateField()
    adjustment_type = ChoiceField(PricingAdjustmentType)
    adjustment_reason = TextField(null=True)
    adjustment_percentage = RateField(null=True, help_text="percentage points versus base")
    applied_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    is_active = FlagField(default=True)

    base_rate = MoneyField(null=True)
    adjusted_rate = MoneyField()

    search_text = SearchTextField("number")

    label_fields = ("number", "adjustment_date")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("revenue", "pricing_adjustments")
        verbose_name = "pricing adjustment"
        verbose_name_plural = "pricing adjustments"
        ordering = ["-adjustment_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(adjusted_rate__gt=0),
                name="pricing_adjustments_adjusted_rate_check",
                violation_error_message="Adjusted rate must be more than 0.",
            ),
            models.UniqueConstraint(
                fields=["property", "adjustment_date", "adjustment_type"],
                name="pricing_adjustments_property_adjustment_date_adjustmen_66c9d",
                condition=models.Q(is_active=True),
                violation_error_message="There is already a row with this property, adjustment date, adjustment type.",
            ),
        ]
        indexes = [
            models.Index(fields=["adjustment_date"], name="pricing_adjust_adjustment_date"),
            search_index("pricing_adjustments_search"),
        ]


class SeasonalRate(Entity):
    """Rate levels for date ranges through the year."""

    number = BusinessIDField("SEA-", db_column="seasonal_rate_id")
    season_name = LineField()

    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="seasonal_rates", db_index=False
    )
    currency = CodeField("ref.Currency", related_name="seasonal_rates", default="USD")
    created_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="seasonal_rates", null=True, blank=True
    )

    season_type = ChoiceField(SeasonalRateSeasonType)
    season_level = ChoiceField(SeasonalRateSeasonLevel, default=SeasonalRateSeasonLevel.PRIMARY)
    start_date = models.DateField()
    end_date = models.DateField()
    adjustment_percent = RateField(
        null=True, help_text="percentage points on base when no fixed rate"
    )
    min_stay = IntegerField(default=1)
    max_stay = IntegerField(null=True)
    arrival_days = ArrayField(
        models.IntegerField(), null=True, blank=True, help_text="allowed check-in weekdays"
    )
    is_active = FlagField(default=True)
    notes = TextField(null=True)

    nightly_rate = MoneyField(null=True)
    weekend_rate = MoneyField(null=True)
    weekly_rate = MoneyField(null=True)
    monthly_rate = MoneyField(null=True)

    search_text = SearchTextField("number", "season_name")

    label_fields = ("season_name", "number")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("revenue", "seasonal_rates")
        verbose_name = "seasonal rate"
        verbose_name_plural = "seasonal rates"
        ordering = ["-start_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end_date__gte=models.F("start_date")),
                name="seasonal_rates_end_date_start_date_check",
                violation_error_message="End date must not be before start date.",
            ),
            models.CheckConstraint(
                condition=models.Q(nightly_rate__gt=0) | models.Q(adjustment_percent__isnull=False),
                name="seasonal_rates_nightly_rate_adjustment_percent_check",
                violation_error_message="Must hold: nightly rate > 0 or adjustment percent is given.",
            ),
            models.CheckConstraint(
                condition=models.Q(min_stay__gte=1),
                name="seasonal_rates_min_stay_check",
                violation_error_message="Min stay cannot be less than 1.",
            ),
            ExclusionConstraint(
                name="primary_seasons_do_not_overlap",
                expressions=[
                    ("property", RangeOperators.EQUAL),
                    (ClosedDates("start_date", "end_date"), RangeOperators.OVERLAPS),
                ],
                condition=models.Q(is_active=True, season_level="primary"),
                violation_error_message="Another primary season already covers these dates.",
            ),
        ]
        indexes = [
            models.Index(fields=["property", "start_date"], name="seasonal_rates_property_4399f"),
            search_index("seasonal_rates_search"),
        ]


class EventPricing(Entity):
    """Local events and their effect on rates."""

    number = BusinessIDField("MEVT-", db_column="event_pricing_id")
    event_name = LineField()

    property = models.ForeignKey(
        "property.Property",
        models.CASCADE,
        related_name="event_pricing",
        null=True,
        blank=True,
        help_text="empty = affected areas",
    )
    area = models.ForeignKey(
        "geo.Area", models.SET_NULL, related_name="event_pricing", null=True, blank=True
    )
    approved_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="event_pricing", null=True, blank=True
    )

    event_type = ChoiceField(EventPricingEventType)
    affected_area_slugs = ArrayField(LineField(), null=True, blank=True)
    start_date = models.DateField()
    end_date = models.DateField()
    impact_percent = RateField(default=0, help_text="percentage points on rate")
    demand_level = ChoiceField(EventPricingDemandLevel, default=EventPricingDemandLevel.MEDIUM)
    min_stay = IntegerField(null=True)
    recurs_annually = FlagField()
    source_url = LineField(null=True)
    notes = TextField(null=True)

    status = ChoiceField(EventPricingStatus, default=EventPricingStatus.PROPOSED)

    search_text = SearchTextField("number", "event_name")

    label_fields = ("event_name", "number")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("revenue", "event_pricing")
        verbose_name = "event pricing"
        verbose_name_plural = "event pricing"
        ordering = ["-start_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end_date__gte=models.F("start_date")),
                name="event_pricing_end_date_start_date_check",
                violation_error_message="End date must not be before start date.",
            )
        ]
        indexes = [
            models.Index(fields=["start_date", "end_date"], name="event_pricing_start_date_06c4a"),
            search_index("event_pricing_search"),
        ]


class PricingRecommendation(Entity):
    """Suggested rates from models or experiments awaiting decision."""

    number = BusinessIDField("REC-", db_column="recommendation_id")

    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="pricing_recommendations"
    )
    agent = models.ForeignKey(
        "ai.Agent", models.SET_NULL, related_name="pricing_recommendations", null=True, blank=True
    )
    decided_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="pricing_recommendations",
        null=True,
        blank=True,
    )

    target_date = models.DateField()
    end_date = models.DateField(null=True, blank=True)
    change_percent = RateField(null=True, help_text="percentage points")
    reason = TextField(null=True)
    factors = models.JSONField(null=True, blank=True)
    confidence_score = RateField(null=True, help_text="fraction")
    recommendation_type = ChoiceField(
        PricingRecommendationType, default=PricingRecommendationType.RATE
    )
    experiment_winner = ChoiceField(PricingRecommendationExperimentWinner, null=True)
    lift_percent = RateField(null=True, help_text="percentage points")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_notes = TextField(null=True)
    expires_at = models.DateTimeField(null=True, blank=True)

    current_rate = MoneyField(null=True)
    recommended_rate = MoneyField()
    expected_revenue_impact = MoneyField(null=True)
    variant_a_rate = MoneyField(null=True)
    variant_b_rate = MoneyField(null=True)

    status = ChoiceField(PricingRecommendationStatus, default=PricingRecommendationStatus.PENDING)

    search_text = SearchTextField("number")

    label_fields = ("number", "target_date")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("revenue", "pricing_recommendations")
        verbose_name = "pricing recommendation"
        verbose_name_plural = "pricing recommendations"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(recommended_rate__gt=0),
                name="pricing_recommendations_recommended_rate_check",
                violation_error_message="Recommended rate must be more than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(end_date__isnull=True)
                | models.Q(end_date__gte=models.F("target_date")),
                name="pricing_recommendations_end_date_target_date_check",
                violation_error_message="End date must not be before target date.",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "target_date"], name="pricing_recomm_status_ta_bdf51"),
            search_index("pricing_recommendations_search"),
        ]


class RateChange(Log):
    """Rate of each unit night as it changed."""

    number = BusinessIDField("RTH-", db_column="history_id")

    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="rate_history", db_index=False
    )
    platform = CodeField("ref.Platform", related_name="rate_history", null=True)
    currency = CodeField("ref.Currency", related_name="rate_history", default="USD")
    changed_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="rate_history", null=True, blank=True
    )

    stay_date = models.DateField()
    min_stay = IntegerField(null=True)
    source = ChoiceField(RateChangeSource)
    source_id = models.UUIDField(null=True, blank=True, help_text="row that caused it")
    reason = TextField(null=True)
    changed_at = NowField()

    old_rate = MoneyField(null=True)
    new_rate = MoneyField()

    search_text = SearchTextField("number")

    label_fields = ("number", "stay_date")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("revenue", "rate_history")
        verbose_name = "rate change"
        verbose_name_plural = "rate changes"
        ordering = ["-changed_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(new_rate__gte=0),
                name="rate_history_new_rate_check",
                violation_error_message="New rate cannot be less than 0.",
            )
        ]
        indexes = [
            models.Index(
                fields=["property", "stay_date", "-changed_at"],
                name="rate_history_property_st_178b2",
            ),
            models.Index(fields=["changed_at"], name="rate_history_changed_at"),
            search_index("rate_history_search"),
        ]


class PricingLog(Log):
    """Why a price was shown or pushed."""

    number = BusinessIDField("PLOG-", width=8, db_column="log_id")

    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="pricing_logs", db_index=False
    )
    platform = CodeField("ref.Platform", related_name="pricing_logs", null=True)
    user = models.ForeignKey(
        "portal.User", models.SET_NULL, related_name="pricing_logs", null=True, blank=True
    )
    agent = models.ForeignKey(
        "ai.Agent", models.SET_NULL, related_name="pricing_logs", null=True, blank=True
    )
    pricing_rule = models.ForeignKey(
        "revenue.PricingRule", models.SET_NULL, related_name="pricing_logs", null=True, blank=True
    )

    event_type = ChoiceField(PricingLogEventType)
    stay_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)
    rule_trace = models.JSONField(
        null=True, blank=True, help_text="ordered rules with their effect"
    )
    triggered_by = ChoiceField(PricingLogTriggeredBy, default=PricingLogTriggeredBy.SYSTEM)
    impressions = IntegerField(null=True)
    clicks = IntegerField(null=True)
    bookings = IntegerField(null=True)
    error_message = TextField(null=True)

    base_rate = MoneyField(null=True)
    final_rate = MoneyField(null=True)

    search_text = SearchTextField("number")

    label_fields = ("number", "event_type")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("revenue", "pricing_logs")
        verbose_name = "pricing log entry"
        verbose_name_plural = "pricing log entries"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["property", "-created_at"], name="pricing_logs_property_cr_b3d33"),
            models.Index(fields=["event_type"], name="pricing_logs_event_type"),
            search_index("pricing_logs_search"),
        ]
