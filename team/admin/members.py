"""Console pages: members."""

from django.contrib import admin

from core.admin import EntityAdmin, Panel, sheet
from directory.admin.people import roles_banner
from team.models import Team, TeamMember


@admin.register(Team)
class TeamAdmin(EntityAdmin):
    """Teams and their people."""

    is_large = False
    list_display = ("number", "name", "manager", "parent_team", "default_ticket_type", "is_active")
    panels = ("team_members", "tickets", "cleans", "shifts", "properties", "recurring_tasks")


@admin.register(TeamMember)
class TeamMemberAdmin(EntityAdmin):
    """Colleagues, with what they have to do."""

    is_large = False
    list_display = (
        "number",
        "display_name",
        "status",
        "team",
        "role",
        "department",
        "employment_type",
        "work_phone",
        "hire_date",
    )
    list_filter = ("status", "employment_type", "team", "home_area", "is_active", "hire_date")
    panels = (
        Panel("tickets_as_current_agent", title="Tickets"),
        Panel("cleans_as_assigned_to", title="Cleans"),
        "inspections",
        "shifts",
        "time_entries",
        Panel("properties", title="Manages"),
        Panel("key_checkouts_as_checked_out_to", title="Keys"),
        "training_completions",
    )
    fieldsets = sheet(
        ("", "number display_name contact", "status is_active"),
        (
            "Work",
            "team manager",
            "role department",
            "employment_type max_weekly_hours",
            "work_email work_phone",
            "home_area",
            "preferred_language timezone",
            "skills certifications",
        ),
        ("Employment", "hire_date termination_date", "termination_reason", "notes"),
        (
            "Pay",
            "compensation_type hourly_rate salary",
            "overtime_rate expense_limit",
            "can_approve_expenses",
        ),
    )

    def banner(self, request, obj):
        """The other roles of the same person."""
        return roles_banner(request, obj.contact, besides=obj) if obj.contact_id else ""
