"""Journeys over the API."""

from core.api.resources import Resource
from ref.models import JourneyStage, StageTouchpoint, TouchpointType


class JourneyStageResource(Resource):
    """The fourteen stages of a guest journey."""

    model = JourneyStage
    fields = """
        id code name description sort_order is_active next_stage sequence_order trigger_type
        trigger_days_before_arrival trigger_days_after_departure trigger_event
        typical_duration_hours is_terminal created_at updated_at
    """


class TouchpointTypeResource(Resource):
    """Kinds of guest interactions in a journey."""

    model = TouchpointType
    fields = """
        id code name description sort_order is_active default_channel template category
        direction is_automated requires_response created_at updated_at
    """


class StageTouchpointResource(Resource):
    """Which touchpoints each stage requires and when."""

    model = StageTouchpoint
    fields = """
        id stage touchpoint_type is_required sequence_in_stage hours_into_stage
        send_at_local_time applies_to_platforms is_active catches_up created_at updated_at
    """
