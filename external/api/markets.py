"""Markets over the API."""

from core.api.resources import Resource
from external.models import (
    CompetitiveSet,
    CompetitorProperty,
    DataSource,
    MarketListing,
    MarketOccupancy,
    MarketRate,
    MarketTrend,
)


class MarketListingResource(Resource):
    """Rival listings seen in an area."""

    model = MarketListing
    fields = """
        id number area market_property platform data_source external_listing_id listing_url
        title host_name property_type bedrooms bathrooms max_guests latitude longitude rating
        review_count is_superhost amenities license_number first_seen_at last_seen_at
        delisted_at is_active raw_data created_at updated_at
    """


class MarketRateResource(Resource):
    """Observed or reported area rates by stay date."""

    model = MarketRate
    fields = """
        id number area market_listing platform currency data_source stay_date bedrooms
        property_type sample_size captured_on average_rate median_rate low_rate high_rate
        percentile_25_rate percentile_75_rate created_at updated_at
    """


class MarketOccupancyResource(Resource):
    """Area occupancy and supply by period."""

    model = MarketOccupancy
    fields = """
        id area data_source period_type period_start period_end bedrooms property_type
        occupancy_rate available_nights booked_nights active_listings average_length_of_stay
        average_booking_window_days cancellation_rate is_forecast created_at updated_at
    """


class MarketTrendResource(Resource):
    """Analysed market movements for an area."""

    model = MarketTrend
    fields = """
        id number area data_source agent reviewed_by trend_type title summary metric_name
        period_start period_end current_value previous_value change_percent direction
        confidence_level impact recommended_action source_url created_at updated_at
    """


class CompetitorPropertyResource(Resource):
    """Rival units watched in an area."""

    model = CompetitorProperty
    fields = """
        id number property_name area market_property market_listing data_source street_address
        city state resort_name bedrooms bathrooms property_type view_type manager_name
        is_hot_lead airbnb_url airbnb_rating vrbo_url vrbo_rating estimated_occupancy strengths
        weaknesses opportunity_score last_checked_at notes is_active estimated_annual_revenue
        estimated_adr rental_status our_status created_at updated_at
    """


class DataSourceResource(Resource):
    """External feeds, licences and refresh schedule."""

    model = DataSource
    fields = """
        id number source_name provider_company credential source_type base_url license_terms
        refresh_frequency last_run_at last_success_at next_run_at last_error records_last_run
        reliability_score is_active notes cost_per_month last_status created_at updated_at
    """


class CompetitiveSetResource(Resource):
    """Which market properties compete with each of ours."""

    model = CompetitiveSet
    fields = """
        id our_property market_property added_by similarity_score same_resort same_area
        same_bedrooms same_view_type competition_level is_active notes created_at updated_at
    """
