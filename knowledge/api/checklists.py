"""Checklists over the API."""

from core.api.resources import Resource
from knowledge.models import Checklist, ChecklistAnswer, ChecklistItem, ChecklistRun


class ChecklistResource(Resource):
    """Reusable checklist template."""

    model = Checklist
    fields = """
        id number title property room_type sop created_by description checklist_type version
        estimated_minutes is_active created_at updated_at
    """


class ChecklistItemResource(Resource):
    """Items of a checklist template."""

    model = ChecklistItem
    fields = """
        id checklist ticket_category inventory_item item_order section item_text response_type
        is_required requires_photo creates_ticket_on_fail help_text created_at updated_at
    """


class ChecklistRunResource(Resource):
    """A checklist being worked for a job."""

    model = ChecklistRun
    fields = """
        id number checklist property ticket clean_event inspection assigned_to checklist_version
        due_at started_at completed_at completion_percentage notes status created_at updated_at
    """


class ChecklistAnswerResource(Resource):
    """Answers given on a checklist instance."""

    model = ChecklistAnswer
    fields = """
        id checklist_instance checklist_item file generated_ticket answered_by response_value
        is_checked is_failed answered_at notes number_value created_at updated_at
    """
