"""Preferences over the API."""

from concierge.models import (
    GuestPreference,
    GuestSurvey,
    SpecialOccasion,
    SurveyAnswer,
    SurveyQuestion,
)
from core.api.resources import Resource


class GuestPreferenceResource(Resource):
    """Travel profile of a guest."""

    model = GuestPreference
    fields = """
        id number guest activity_level budget_level dining_budget schedule_density
        driving_tolerance preferred_cuisine group_composition children_ages notes interests
        limitations dietary_restrictions capabilities wake_preference dinner_preference
        has_rental_car rental_car_type travel_style typical_trip_nights visit_count
        favorite_area_slugs favorite_activities disliked_activities celebrations
        ai_personality_tags ai_preferences_summary source last_confirmed_at
        dining_budget_per_person created_at updated_at
    """


class GuestSurveyResource(Resource):
    """Survey sent to a guest around a stay."""

    model = GuestSurvey
    fields = """
        id number reservation guest activity_level budget_level schedule_density
        driving_tolerance linked_ticket survey_type survey_version sent_at started_at
        completed_at expires_at completion_pct current_section travel_party trip_purpose
        celebration_type celebration_date previous_visit_count special_requests parsed_signals
        nps_score overall_score reminder_sent_count last_reminder_at status created_at
        updated_at
    """


class SurveyQuestionResource(Resource):
    """Question bank for guest surveys."""

    model = SurveyQuestion
    fields = """
        id number language question_code survey_type section_number section_title question_text
        help_text question_type options is_required maps_to_field show_if sort_order is_active
        created_at updated_at
    """


class SurveyAnswerResource(Resource):
    """Answers to survey questions."""

    model = SurveyAnswer
    fields = """
        id guest_survey survey_question question_code section_number response_value
        response_values response_json response_rank responded_at response_number created_at
        updated_at
    """


class SpecialOccasionResource(Resource):
    """Celebrations during a stay and what we prepare."""

    model = SpecialOccasion
    fields = """
        id number reservation guest assigned_to service_request occasion_type occasion_date
        honoree_name details is_surprise planned_gesture completed_at budget_amount status
        created_at updated_at
    """
