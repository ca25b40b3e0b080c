"""Inspections over the API."""

from core.api.resources import Resource
from property.api.plans import PlanActions
from property.models import (
    Inspection,
    InspectionAnswer,
    InspectionInventoryLink,
    InspectionIssue,
    InspectionQuestion,
    InspectionRoomScore,
)


class InspectionResource(PlanActions, Resource):
    """Quality or condition inspection of a unit, with scores."""

    model = Inspection
    fields = """
        id number property clean_event reservation inspector follow_up_ticket template_checklist
        inspection_type scheduled_date scheduled_time actual_start_at actual_end_at
        duration_minutes overall_score cleanliness_score maintenance_score inventory_score
        pass_fail issues_count critical_issues_count follow_up_required notes completed_at
        issues_major_count issues_moderate_count issues_minor_count follow_up_notes plan pinned_fields
        plan_changes status
        created_at updated_at
    """
    read_only_fields = "plan pinned_fields plan_changes"
    expand = "property.resort"
    through = "property__resort"


class InspectionQuestionResource(Resource):
    """Question bank used to build inspections."""

    model = InspectionQuestion
    fields = """
        id number category room_type created_by default_severity_on_fail default_ticket_category
        question_text question_type options is_required is_critical weight guidance_text
        photo_required sort_order is_active applies_to_property_types is_ac_unit_question
        photo_required_on_fail auto_create_ticket_on_fail links_to_inventory version created_at
        updated_at
    """


class InspectionAnswerResource(Resource):
    """Answer to one question for one room of one inspection."""

    model = InspectionAnswer
    fields = """
        id inspection room question issue_severity issue generated_ticket answered_by ac_unit
        response_value response_bool response_number response_rating is_issue photo_file_ids
        notes answered_at passed score created_at updated_at
    """


class InspectionInventoryLinkResource(Resource):
    """Which catalogue item an inspection question counts."""

    model = InspectionInventoryLink
    fields = """
        id question inventory_item item_type expected_quantity count_tolerance created_at
        updated_at
    """


class InspectionIssueResource(Resource):
    """Defect found during an inspection, tracked to resolution."""

    model = InspectionIssue
    fields = """
        id number inspection room category severity generated_ticket resolved_by reported_by
        description location_detail photo_file_ids resolution resolved_at is_guest_caused
        estimated_cost status created_at updated_at
    """


class InspectionRoomScoreResource(Resource):
    """Calculated per-room scores for an inspection."""

    model = InspectionRoomScore
    fields = """
        id inspection room cleanliness_score maintenance_score inventory_score overall_score
        issues_count notes questions_total questions_passed questions_failed calculated_at
        created_at updated_at
    """
