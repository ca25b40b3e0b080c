"""Projects over the API."""

from core.api.resources import Resource
from service.models import Project, ProjectProperty, ProjectTicket


class ProjectResource(Resource):
    """Umbrella initiative across units or the portfolio."""

    model = Project
    fields = """
        id number project_name resort priority owner_member project_description project_type
        scope_type target_start_date target_end_date actual_start_date actual_end_date notes
        completion_percentage budget_amount status created_at updated_at
    """


class ProjectPropertyResource(Resource):
    """Per-unit checklist row of a project."""

    model = ProjectProperty
    fields = """
        id project property resort assigned_member assigned_at started_at completed_at notes
        skip_reason status created_at updated_at
    """


class ProjectTicketResource(Resource):
    """Tickets that carry out a project."""

    model = ProjectTicket
    fields = """
        id project ticket property role sequence_order is_required notes created_at updated_at
    """
