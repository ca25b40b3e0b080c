"""Pricing over the API."""

from core.api.resources import Resource
from revenue.models import (
    EventPricing,
    PricingAdjustment,
    PricingLog,
    PricingRecommendation,
    PricingRule,
    RateChange,
    SeasonalRate,
)


class PricingRuleResource(Resource):
    """Rules that shape nightly rates, globally or per unit."""

    model = PricingRule
    fields = """
        id number rule_name property resort platform created_by rule_type priority conditions
        adjustment_type effective_date end_date is_active weekend_adjustment min_stay max_stay
        days_of_week lead_time_min_days lead_time_max_days stay_nights_min stay_nights_max
        stacking adjustment_value base_nightly min_rate max_rate created_at updated_at
    """


class PricingAdjustmentResource(Resource):
    """One-off nightly rate override by a person or model."""

    model = PricingAdjustment
    fields = """
        id number property created_by recommendation approved_by adjustment_date adjustment_type
        adjustment_reason adjustment_percentage applied_at expires_at is_active base_rate
        adjusted_rate created_at updated_at
    """


class SeasonalRateResource(Resource):
    """Rate levels for date ranges through the year."""

    model = SeasonalRate
    fields = """
        id number season_name property currency created_by season_type season_level start_date
        end_date adjustment_percent min_stay max_stay arrival_days is_active notes nightly_rate
        weekend_rate weekly_rate monthly_rate created_at updated_at
    """


class EventPricingResource(Resource):
    """Local events and their effect on rates."""

    model = EventPricing
    fields = """
        id number event_name property area approved_by event_type affected_area_slugs start_date
        end_date impact_percent demand_level min_stay recurs_annually source_url notes status
        created_at updated_at
    """


class PricingRecommendationResource(Resource):
    """Suggested rates from models or experiments awaiting decision."""

    model = PricingRecommendation
    fields = """
        id number property agent decided_by target_date end_date change_percent reason factors
        confidence_score recommendation_type experiment_winner lift_percent decided_at
        decision_notes expires_at current_rate recommended_rate expected_revenue_impact
        variant_a_rate variant_b_rate status created_at updated_at
    """


class RateChangeResource(Resource):
    """Rate of each unit night as it changed."""

    model = RateChange
    fields = """
        id number property platform currency changed_by stay_date min_stay source source_id
        reason changed_at old_rate new_rate created_at updated_at
    """


class PricingLogResource(Resource):
    """Why a price was shown or pushed."""

    model = PricingLog
    fields = """
        id number property platform user agent pricing_rule event_type stay_date end_date
        rule_trace triggered_by impressions clicks bookings error_message base_rate final_rate
        created_at updated_at
    """
