"""Performance over the API."""

from core.api.resources import Resource
from property_listings.models import (
    CompetitorListing,
    ListingPerformance,
    ListingReviewSummary,
    ListingScore,
)


class ListingScoreResource(Resource):
    """Listing quality audits and search positions."""

    model = ListingScore
    fields = """
        id number listing channel_listing previous_score audited_by agent scored_on audit_type
        overall_score photo_score content_score pricing_score review_score calendar_score
        response_score seo_score search_term search_position search_page issues recommendations
        score_change estimated_revenue_impact created_at updated_at
    """
    read_only = False
    deletes = False


class ListingPerformanceResource(Resource):
    """Daily listing funnel per channel."""

    model = ListingPerformance
    fields = """
        id listing platform metric_date impressions page_views unique_visitors saved_count
        share_count inquiries instant_books request_to_books bookings booked_nights
        cancellations view_to_inquiry_rate inquiry_to_book_rate search_rank_average
        booking_value average_daily_rate created_at updated_at
    """


class ListingReviewSummaryResource(Resource):
    """Review totals of a listing per channel."""

    model = ListingReviewSummary
    fields = """
        id listing platform review_count average_rating rating_5_count rating_4_count
        rating_3_count rating_2_count rating_1_count cleanliness_average accuracy_average
        communication_average location_average check_in_average value_average
        top_positive_themes top_negative_themes sentiment_average response_rate last_review_date
        calculated_at created_at updated_at
    """


class CompetitorListingResource(Resource):
    """Competing listings tracked against ours."""

    model = CompetitorListing
    fields = """
        id number set_name listing platform external_property area set_type set_criteria
        external_listing_id listing_url property_name host_name bedrooms bathrooms max_guests
        property_type rating review_count is_superhost instant_book estimated_occupancy
        amenities photo_count similarity_score price_position ai_analysis last_scraped_at
        is_active average_nightly_rate min_nightly_rate max_nightly_rate cleaning_fee
        estimated_monthly_revenue created_at updated_at
    """
