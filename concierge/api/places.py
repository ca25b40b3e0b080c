"""Places over the API."""

from concierge.models import Activity, Attraction, LocalTip, Restaurant
from core.api.resources import Resource


class LocalTipResource(Resource):
    """Insider tips and experience spots of an area."""

    model = LocalTip
    fields = """
        id number title slug area poi author tip_type body best_time_to_visit access_type
        street_address latitude longitude vibe_tags safety_notes risk_level good_for_photos
        season_start season_end source is_ai_visible is_active created_at updated_at
    """


class AttractionResource(Resource):
    """Beaches, sights, shops and shopping centres."""

    model = Attraction
    fields = """
        id number area poi attraction_type name slug description street_address city postal_code
        latitude longitude phone website hours price_level parking_type parking_fee_note
        has_parking_validation restrooms showers lifeguards swimming_conditions
        snorkeling_quality typical_surf specialties store_count amenities accessibility
        vibe_tags best_time_to_visit requires_reservation reservation_url weather_sensitive
        risk_level family_safety_tips family_friendly romantic average_rating our_rating
        is_recommended is_featured is_ai_visible photo_file_ids admission_fee status created_at
        updated_at
    """


class RestaurantResource(Resource):
    """Restaurants recommended to guests."""

    model = Restaurant
    fields = """
        id number name slug area poi company description cuisine_types price_level
        street_address latitude longitude phone website menu_url hours meal_periods dress_code
        reservation_required reservation_url dietary_options has_parking_validation
        good_for_couples good_for_families good_for_groups has_ocean_view live_music highlights
        best_time_to_visit insider_tips average_rating review_count our_rating is_partner
        commission_rate is_recommended is_ai_visible photo_file_ids status created_at updated_at
    """


class ActivityResource(Resource):
    """Tours, hikes, lessons and other things to do."""

    model = Activity
    fields = """
        id number area poi company service_provider interest activity_level activity_type name
        slug description duration_minutes duration_note price_level requires_reservation
        booking_url meeting_point latitude longitude min_age max_age difficulty distance_miles
        elevation_gain_ft is_loop terrain permit_required permit_notes highlights what_to_bring
        limitation_codes_excluded best_time_to_visit weather_sensitive risk_level average_rating
        our_rating is_recommended is_ai_visible photo_file_ids price_from status created_at
        updated_at
    """
