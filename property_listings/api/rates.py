"""Rates over the API."""

from core.api.resources import Resource
from property_listings.models import (
    ListingAvailability,
    ListingPricing,
    ListingPromotion,
    MinimumStay,
)


class ListingPricingResource(Resource):
    """Base price setup of a listing per channel."""

    model = ListingPricing
    fields = """
        id listing platform currency extra_guest_threshold weekly_discount_percent
        monthly_discount_percent channel_markup_percent effective_date end_date is_active
        base_rate weekend_rate min_rate max_rate cleaning_fee pet_fee extra_guest_fee
        security_deposit created_at updated_at
    """


class ListingAvailabilityResource(Resource):
    """Availability rules and blocks of a listing."""

    model = ListingAvailability
    fields = """
        id listing reservation ticket created_by start_date end_date is_available block_type
        reason booking_window_days advance_notice_hours turnaround_days checkin_days
        checkout_days source created_at updated_at
    """


class MinimumStayResource(Resource):
    """Minimum stay rules by date and weekday."""

    model = MinimumStay
    fields = """
        id rule_name listing platform start_date end_date day_of_week minimum_nights
        maximum_nights lead_time_days gap_fill_allowed priority is_active created_at updated_at
    """


class ListingPromotionResource(Resource):
    """Discounts and offers on a listing."""

    model = ListingPromotion
    fields = """
        id number promotion_name listing platform approved_by campaign promotion_type
        discount_percent promo_code start_date end_date stay_start stay_end min_nights
        max_redemptions redemption_count headline terms external_promotion_id discount_amount
        status created_at updated_at
    """
