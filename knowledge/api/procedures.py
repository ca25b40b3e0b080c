"""Procedures over the API."""

from core.api.resources import Resource
from knowledge.models import Procedure, ProcedureCheck, ProcedureStep


class ProcedureResource(Resource):
    """Standard operating procedure, versioned and approved."""

    model = Procedure
    fields = """
        id number title slug owner_member approved_by article ticket_category purpose scope
        department category version approved_at effective_date review_due_date estimated_minutes
        is_ai_visible status created_at updated_at
    """


class ProcedureStepResource(Resource):
    """Ordered steps of a procedure."""

    model = ProcedureStep
    fields = """
        id sop file step_number title instruction expected_duration_minutes role_responsible
        requires_photo is_critical warning_text created_at updated_at
    """


class ProcedureCheckResource(Resource):
    """Checks that prove a procedure was followed."""

    model = ProcedureCheck
    fields = "id sop step checklist item_order item_text is_required created_at updated_at"
