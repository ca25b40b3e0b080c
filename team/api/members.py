"""Members over the API."""

from core.api.resources import Resource
from team.models import Team, TeamMember


class TeamResource(Resource):
    """Operating team or department."""

    model = Team
    fields = """
        id number name manager parent_team default_ticket_type description is_active team_code
        email color created_at updated_at
    """


class TeamMemberResource(Resource):
    """Team member: role, manager, employment and limits."""

    model = TeamMember
    fields = """
        id number contact team manager home_area preferred_language timezone role department
        employment_type hire_date termination_date termination_reason can_approve_expenses
        skills certifications is_active display_name compensation_type work_email work_phone
        max_weekly_hours notes hourly_rate salary expense_limit overtime_rate status created_at
        updated_at
    """
