"""Measures over the API."""

from analytics.models import (
    GuestLifetimeValue,
    OccupancyTrend,
    OperationalKpi,
    PropertyPerformance,
    RevenueSummary,
)
from core.api.resources import Resource


class PropertyPerformanceResource(Resource):
    """Unit results by month."""

    model = PropertyPerformance
    fields = """
        id property property_code period_month available_nights booked_nights owner_nights
        blocked_nights occupancy_rate reservation_count cancellation_count average_stay_nights
        average_lead_days average_rating review_count clean_count ticket_count open_ticket_count
        inspection_score_average direct_share refreshed_at gross_revenue net_revenue owner_net
        management_fee adr revpar maintenance_cost
    """


class GuestLifetimeValueResource(Resource):
    """Guest value, frequency and recency."""

    model = GuestLifetimeValue
    fields = """
        id guest guest_code first_stay_date last_stay_date stay_count night_count
        cancelled_count average_stay_nights average_lead_days booking_frequency_per_year
        days_since_last_stay preferred_platform_code preferred_property_id preferred_seasons
        price_sensitivity average_rating_given claim_count complaint_count referral_count
        value_segment is_repeat refreshed_at lifetime_revenue average_booking_value claim_cost
        predicted_value_12m
    """


class RevenueSummaryResource(Resource):
    """Revenue rollup by month, platform and property type."""

    model = RevenueSummary
    fields = """
        id period_month platform_code property_type reservation_count booked_nights
        year_over_year_percent refreshed_at gross_revenue accommodation_revenue fees_revenue
        discount_total refund_total taxes_collected platform_commission processing_fees
        management_fee owner_payout company_revenue adr budget_revenue variance_amount
    """


class OccupancyTrendResource(Resource):
    """Occupancy by day and area, against last year and market."""

    model = OccupancyTrend
    fields = """
        id stay_date area_id area_name bedrooms available_units occupied_units occupancy_rate
        occupancy_last_year market_occupancy arrivals departures pickup_7d pickup_30d
        average_lead_days is_weekend event_name refreshed_at adr adr_last_year
    """


class OperationalKpiResource(Resource):
    """Daily service, cleaning, guest and finance indicators."""

    model = OperationalKpi
    fields = """
        id kpi_date team_id team_name tickets_opened tickets_resolved tickets_open sla_met_rate
        average_resolution_hours first_response_hours cleans_completed cleans_late reclean_rate
        inspections_completed inspection_pass_rate average_inspection_score labor_hours
        billable_hours_share messages_received median_reply_minutes review_average
        reviews_pending_reply claims_open claim_recovery_rate invoices_overdue
        statements_pending refreshed_at labor_cost
    """
