"""Forecasts over the API."""

from core.api.resources import Resource
from revenue.models import (
    CompetitorRate,
    MarketMeasure,
    OccupancyForecast,
    RevenueForecast,
    YieldMetric,
)


class CompetitorRateResource(Resource):
    """Competitor nightly rates seen for comparable units."""

    model = CompetitorRate
    fields = """
        id number competitor_name property market_property competitor_property platform
        stay_date min_stay is_available rate_difference_percent source source_url captured_at
        nightly_rate cleaning_fee total_price created_at updated_at
    """
    read_only = False
    deletes = False


class MarketMeasureResource(Resource):
    """Market indicators by area and period."""

    model = MarketMeasure
    fields = """
        id number area period_type period_start period_end bedrooms property_type segment
        active_listings occupancy_rate average_length_of_stay average_booking_window_days
        demand_index source captured_at metadata average_daily_rate median_rate revpar
        rate_tolerance created_at updated_at
    """


class OccupancyForecastResource(Resource):
    """Predicted occupancy per unit and date."""

    model = OccupancyForecast
    fields = """
        id property forecast_date target_date predicted_occupancy confidence_low confidence_high
        booked_already pickup_expected model_version actual_occupancy forecast_error features
        created_at updated_at
    """


class RevenueForecastResource(Resource):
    """Predicted revenue per unit and month."""

    model = RevenueForecast
    fields = """
        id property created_by forecast_date period_start period_end scenario forecast_nights
        forecast_occupancy model_version assumptions forecast_adr forecast_gross_revenue
        forecast_owner_net on_the_books_revenue budget_revenue actual_revenue variance_amount
        created_at updated_at
    """


class YieldMetricResource(Resource):
    """Rolling occupancy, ADR and RevPAR per unit."""

    model = YieldMetric
    fields = """
        id property metric_date occupancy_30d occupancy_90d occupancy_365d
        average_lead_time_days average_stay_nights gap_nights booking_pace_index
        market_occupancy_30d rate_index direct_share cancellation_rate adr_30d adr_90d adr_365d
        revpar_30d revpar_90d revpar_365d market_adr_30d created_at updated_at
    """
