"""Measures."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from analytics.choices.measures import (
    GuestLifetimeValuePriceSensitivity,
    GuestLifetimeValueSegment,
    RevenueSummaryPropertyType,
)
from core.models import (
    ChoiceField,
    DecimalField,
    IntegerField,
    LineField,
    MoneyField,
    RateField,
    ScoreField,
    View,
    in_schema,
)


class PropertyPerformance(View):
    """Unit results by month."""

    property = models.ForeignKey(
        "property.Property", models.DO_NOTHING, db_constraint=False, related_name="+"
    )

    property_code = LineField(null=True)
    period_month = models.DateField()
    available_nights = IntegerField(null=True)
    booked_nights = IntegerField(null=True)
    owner_nights = IntegerField(null=True)
    blocked_nights = IntegerField(null=True)
    occupancy_rate = RateField(null=True, help_text="fraction")
    reservation_count = IntegerField(null=True)
    cancellation_count = IntegerField(null=True)
    average_stay_nights = ScoreField(null=True)
    average_lead_days = DecimalField(max_digits=6, decimal_places=1, null=True)
    average_rating = DecimalField(max_digits=4, decimal_places=2, null=True)
    review_count = IntegerField(null=True)
    clean_count = IntegerField(null=True)
    ticket_count = IntegerField(null=True)
    open_ticket_count = IntegerField(null=True)
    inspection_score_average = ScoreField(null=True, help_text="0-100")
    direct_share = RateField(null=True, help_text="fraction")
    refreshed_at = models.DateTimeField(null=True, blank=True)

    gross_revenue = MoneyField(null=True)
    net_revenue = MoneyField(null=True)
    owner_net = MoneyField(null=True)
    management_fee = MoneyField(null=True)
    adr = MoneyField(null=True)
    revpar = MoneyField(null=True)
    maintenance_cost = MoneyField(null=True)

    label_fields = ("property_code", "period_month")

    class Meta:
        db_table = in_schema("analytics", "property_performance_mv")
        managed = False
        verbose_name = "property performance"
        verbose_name_plural = "property performance"
        ordering = ["-period_month", "property_code"]
        constraints = [
            models.UniqueConstraint(
                fields=["property", "period_month"],
                name="property_performance_mv_property_period_month_unique",
                violation_error_message="There is already a row with this property, period month.",
            )
        ]


class GuestLifetimeValue(View):
    """Guest value, frequency and recency."""

    guest = models.ForeignKey(
        "directory.Guest", models.DO_NOTHING, db_constraint=False, related_name="+"
    )

    guest_code = LineField(null=True)
    first_stay_date = models.DateField(null=True, blank=True)
    last_stay_date = models.DateField(null=True, blank=True)
    stay_count = IntegerField(null=True)
    night_count = IntegerField(null=True)
    cancelled_count = IntegerField(null=True)
    average_stay_nights = ScoreField(null=True)
    average_lead_days = DecimalField(max_digits=6, decimal_places=1, null=True)
    booking_frequency_per_year = DecimalField(max_digits=6, decimal_places=2, null=True)
    days_since_last_stay = IntegerField(null=True)
    preferred_platform_code = LineField(null=True)
    preferred_property_id = models.UUIDField(null=True, blank=True)
    preferred_seasons = ArrayField(LineField(), null=True, blank=True)
    price_sensitivity = ChoiceField(GuestLifetimeValuePriceSensitivity, null=True)
    average_rating_given = DecimalField(max_digits=4, decimal_places=2, null=True)
    claim_count = IntegerField(null=True)
    complaint_count = IntegerField(null=True)
    referral_count = IntegerField(null=True)
    value_segment = ChoiceField(GuestLifetimeValueSegment, null=True)
    is_repeat = models.BooleanField(null=True, blank=True)
    refreshed_at = models.DateTimeField(null=True, blank=True)

    lifetime_revenue = MoneyField(null=True)
    average_booking_value = MoneyField(null=True)
    claim_cost = MoneyField(null=True)
    predicted_value_12m = MoneyField(null=True)

    label_fields = ("guest_code", "value_segment")

    class Meta:
        db_table = in_schema("analytics", "guest_lifetime_value_mv")
        managed = False
        verbose_name = "guest lifetime value"
        verbose_name_plural = "guest lifetime values"
        ordering = ["guest_code"]


class RevenueSummary(View):
    """Revenue rollup by month, platform and property type."""

    period_month = models.DateField()
    platform_code = LineField(null=True)
    property_type = ChoiceField(RevenueSummaryPropertyType, null=True)
    reservation_count = IntegerField(null=True)
    booked_nights = IntegerField(null=True)
    year_over_year_percent = RateField(null=True, help_text="percentage points")
    refreshed_at = models.DateTimeField(null=True, blank=True)

    gross_revenue = MoneyField(null=True)
    accommodation_revenue = MoneyField(null=True)
    fees_revenue = MoneyField(null=True)
    discount_total = MoneyField(null=True)
    refund_total = MoneyField(null=True)
    taxes_collected = MoneyField(null=True)
    platform_commission = MoneyField(null=True)
    processing_fees = MoneyField(null=True)
    management_fee = MoneyField(null=True)
    owner_payout = MoneyField(null=True)
    company_revenue = MoneyField(null=True)
    adr = MoneyField(null=True)
    budget_revenue = MoneyField(null=True)
    variance_amount = MoneyField(null=True)

    label_fields = ("period_month", "property_type")

    class Meta:
        db_table = in_schema("analytics", "revenue_summary_mv")
        managed = False
        verbose_name = "revenue summary"
        verbose_name_plural = "revenue summaries"
        ordering = ["-period_month"]
        constraints = [
            models.UniqueConstraint(
                fields=["period_month", "platform_code", "property_type"],
                name="revenue_summary_mv_period_month_platform_code_property_c4b81",
                nulls_distinct=False,
                violation_error_message="There is already a row with this period month, platform code, property type.",
            )
        ]


class OccupancyTrend(View):
    """Occupancy by day and area, against last year and market."""

    stay_date = models.DateField()
    area_id = models.UUIDField(null=True, blank=True)
    area_name = LineField(null=True)
    bedrooms = IntegerField(null=True)
    available_units = IntegerField(null=True)
    occupied_units = IntegerField(null=True)
    occupancy_rate = RateField(null=True, help_text="fraction")
    occupancy_last_year = RateField(null=True, help_text="fraction 0-1")
    market_occupancy = RateField(null=True, help_text="fraction 0-1")
    arrivals = IntegerField(null=True)
    departures = IntegerField(null=True)
    pickup_7d = IntegerField(null=True, help_text="nights booked in the last 7 days")
    pickup_30d = IntegerField(null=True)
    average_lead_days = DecimalField(max_digits=6, decimal_places=1, null=True)
    is_weekend = models.BooleanField(null=True, blank=True)
    event_name = LineField(null=True)
    refreshed_at = models.DateTimeField(null=True, blank=True)

    adr = MoneyField(null=True)
    adr_last_year = MoneyField(null=True)

    label_fields = ("stay_date", "area_name")

    class Meta:
        db_table = in_schema("analytics", "occupancy_trends_mv")
        managed = False
        verbose_name = "occupancy trend"
        verbose_name_plural = "occupancy trends"
        ordering = ["-stay_date"]
        constraints = [
            models.UniqueConstraint(
                fields=["stay_date", "area_id", "bedrooms"],
                name="occupancy_trends_mv_stay_date_area_id_bedrooms_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this stay date, area id, bedrooms.",
            )
        ]


class OperationalKpi(View):
    """Daily service, cleaning, guest and finance indicators."""

    kpi_date = models.DateField()
    team_id = models.UUIDField(null=True, blank=True)
    team_name = LineField(null=True)
    tickets_opened = IntegerField(null=True)
    tickets_resolved = IntegerField(null=True)
    tickets_open = IntegerField(null=True)
    sla_met_rate = RateField(null=True, help_text="fraction")
    average_resolution_hours = DecimalField(max_digits=8, decimal_places=2, null=True)
    first_response_hours = DecimalField(max_digits=8, decimal_places=2, null=True)
    cleans_completed = IntegerField(null=True)
    cleans_late = IntegerField(null=True)
    reclean_rate = RateField(null=True, help_text="fraction 0-1")
    inspections_completed = IntegerField(null=True)
    inspection_pass_rate = RateField(null=True, help_text="fraction 0-1")
    average_inspection_score = ScoreField(null=True, help_text="0-100")
    labor_hours = DecimalField(max_digits=10, decimal_places=2, null=True)
    billable_hours_share = RateField(null=True, help_text="fraction 0-1")
    messages_received = IntegerField(null=True)
    median_reply_minutes = DecimalField(max_digits=8, decimal_places=1, null=True)
    review_average = DecimalField(max_digits=4, decimal_places=2, null=True)
    reviews_pending_reply = IntegerField(null=True)
    claims_open = IntegerField(null=True)
    claim_recovery_rate = RateField(null=True, help_text="recovered over cost")
    invoices_overdue = IntegerField(null=True)
    statements_pending = IntegerField(null=True)
    refreshed_at = models.DateTimeField(null=True, blank=True)

    labor_cost = MoneyField(null=True)

    label_fields = ("kpi_date", "team_name")

    class Meta:
        db_table = in_schema("analytics", "operational_kpis_mv")
        managed = False
        verbose_name = "operational KPI"
        verbose_name_plural = "operational KPIs"
        ordering = ["-kpi_date"]
        constraints = [
            models.UniqueConstraint(
                fields=["kpi_date", "team_id"],
                name="operational_kpis_mv_kpi_date_team_id_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this kpi date, team id.",
            )
        ]
