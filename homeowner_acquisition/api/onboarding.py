"""Onboarding over the API."""

from core.api.resources import Resource
from homeowner_acquisition.models import OnboardingProgress, OnboardingTask, PropertyAssessment


class OnboardingTaskResource(Resource):
    """Onboarding task template, or a task added for one prospect."""

    model = OnboardingTask
    fields = """
        id number task_name prospect default_team depends_on_task checklist ticket_category
        description category sort_order estimated_days due_offset_days is_required
        creates_ticket is_active created_at updated_at
    """


class OnboardingProgressResource(Resource):
    """Progress of each onboarding task for a prospect."""

    model = OnboardingProgress
    fields = """
        id prospect prospect_property task assigned_to_member completed_by ticket file due_date
        started_at completed_at blocker_reason notes status created_at updated_at
    """


class PropertyAssessmentResource(Resource):
    """Condition and readiness assessment of a prospect's unit."""

    model = PropertyAssessment
    fields = """
        id number prospect prospect_property assessed_by_member report_file assessment_date
        assessment_type overall_condition rental_ready estimated_prep_days
        recommended_improvements strengths concerns comp_analysis_notes hoa_allows_str
        photo_file_ids notes estimated_prep_cost furnishing_status permit_status created_at
        updated_at
    """
