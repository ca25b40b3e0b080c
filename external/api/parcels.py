"""Parcels over the API."""

from core.api.resources import Resource
from external.models import MarketProperty, ParcelManager, ParcelPricing, ParcelReview, ParcelSale


class MarketPropertyResource(Resource):
    """Market property registry keyed by Tax Map Key."""

    model = MarketProperty
    fields = """
        id our_property area tmk property_name street_address city state postal_code county
        latitude longitude resort_name building unit_number bedrooms bathrooms square_feet
        land_sqft year_built property_type view_type is_managed_by_us is_prospect is_competitor
        is_hot_lead is_vacation_rental rental_pool_name rental_pool_url airbnb_listing_id
        airbnb_url airbnb_rating airbnb_review_count vrbo_listing_id vrbo_url vrbo_rating
        vrbo_review_count owner_name owner_mailing_address owner_mailing_city
        owner_mailing_state owner_mailing_zip last_sale_date current_manager_name
        estimated_occupancy data_sources first_seen_at last_enriched_at notes last_sale_price
        assessed_value estimated_annual_revenue estimated_adr rental_status ownership_status
        our_status created_at updated_at
    """


class ParcelManagerResource(Resource):
    """Manager history of market properties."""

    model = ParcelManager
    fields = """
        id number manager_name market_property company data_source manager_contact started_at
        ended_at first_seen_date last_seen_date change_detected_at is_hot_lead source notes
        created_at updated_at
    """


class ParcelSaleResource(Resource):
    """Recorded sales of market properties."""

    model = ParcelSale
    fields = """
        id number market_property data_source sale_date buyer_name buyer_mailing_address
        buyer_mailing_city buyer_mailing_state buyer_mailing_zip seller_name document_number
        sale_type is_hot_lead source sale_price created_at updated_at
    """


class ParcelReviewResource(Resource):
    """Public reviews of rival properties with sentiment."""

    model = ParcelReview
    fields = """
        id number market_property platform agent data_source external_review_id review_date
        rating review_text reviewer_name host_response host_response_date sentiment pain_points
        opportunity_score processed_at created_at updated_at
    """


class ParcelPricingResource(Resource):
    """Price snapshots of rival properties."""

    model = ParcelPricing
    fields = """
        id number market_property platform currency data_source captured_at check_in_date
        check_out_date minimum_nights is_available source_url nightly_rate cleaning_fee
        service_fee total_price created_at updated_at
    """
