"""Team members over the API."""

from core.api.resources import Resource
from team.models import TeamMember


class TeamMemberResource(Resource):
    """People who work for the company; pay is not shown here."""

    model = TeamMember
    fields = (
        "id",
        "number",
        "display_name",
        "contact",
        "team",
        "manager",
        "role",
        "employment_type",
        "work_email",
        "work_phone",
        "hire_date",
        "status",
        "is_active",
        "created_at",
        "updated_at",
    )
