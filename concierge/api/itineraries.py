"""Itineraries over the API."""

from concierge.models import (
    ActivityRecommendation,
    ExperienceRating,
    Itinerary,
    ItineraryItem,
    RecommendationFeedback,
)
from core.api.resources import Resource


class ItineraryResource(Resource):
    """Day-by-day plan offered to a guest."""

    model = Itinerary
    fields = """
        id number title reservation guest property survey generated_by_agent approved_by
        introduction theme_code theme_weights excluded_limitations trip_start_date trip_end_date
        total_days version compatibility_score generated_at generation_params approved_at
        sent_at opened_at guest_rating guest_feedback status created_at updated_at
    """


class ItineraryItemResource(Resource):
    """One planned activity, meal or rest in an itinerary."""

    model = ItineraryItem
    fields = """
        id itinerary poi activity attraction restaurant service_offering interest day_number
        day_date day_title item_order item_type time_slot start_time end_time duration_minutes
        title description why_recommended tips booking_required booking_url drive_time_minutes
        alternatives guest_modified guest_removed estimated_cost cost_per_person booking_status
        created_at updated_at
    """


class ActivityRecommendationResource(Resource):
    """Suggestion made to a guest by an agent or concierge."""

    model = ActivityRecommendation
    fields = """
        id number reservation guest restaurant activity attraction service_offering local_tip
        agent recommended_by touchpoint recommendation_type title reason match_score
        interest_weights excluded_by_limitations sent_at viewed_at decided_at status created_at
        updated_at
    """


class RecommendationFeedbackResource(Resource):
    """Guest reaction to a recommendation."""

    model = RecommendationFeedback
    fields = """
        id recommendation guest rating reaction comment visited_on source created_at updated_at
    """
    read_only = False
    deletes = False


class ExperienceRatingResource(Resource):
    """Guest rating of a booked experience."""

    model = ExperienceRating
    fields = """
        id reservation guest booking service_provider restaurant activity attraction rating
        value_rating would_recommend comment sentiment rated_at source is_public created_at
        updated_at
    """
    read_only = False
    deletes = False
