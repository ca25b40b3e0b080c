"""Members."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    EmailField,
    Entity,
    FlagField,
    LineField,
    MoneyField,
    ScoreField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from team.choices.members import (
    TEAM_MEMBER_STATUS,
    TeamMemberCompensationType,
    TeamMemberEmploymentType,
    TeamMemberStatus,
)


class Team(Entity):
    """Operating team or department."""

    number = BusinessIDField("TEAM-", width=4, db_column="team_id")
    name = LineField()

    manager = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="teams", null=True, blank=True
    )
    parent_team = models.ForeignKey(
        "team.Team", models.SET_NULL, related_name="children", null=True, blank=True
    )
    default_ticket_type = CodeField("ref.TicketType", related_name="teams", null=True)

    description = TextField(null=True)
    is_active = FlagField(default=True)
    team_code = LineField(unique=True, help_text="short code, e.g. PROPERTY_CARE")
    email = EmailField(null=True)
    color = LineField(null=True, help_text="hex")

    search_text = SearchTextField("number", "name", "team_code", "email")

    label_fields = ("name", "number")

    class Meta:
        db_table = in_schema("team", "teams")
        verbose_name = "team"
        verbose_name_plural = "teams"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(parent_team__isnull=True)
                | ~models.Q(parent_team=models.F("id")),
                name="teams_parent_team_id_id_check",
                violation_error_message="Parent team cannot be the row itself.",
            )
        ]
        indexes = [search_index("teams_search")]


class TeamMember(Entity):
    """Team member: role, manager, employment and limits."""

    number = BusinessIDField("MBR-", db_column="member_id")

    contact = models.OneToOneField("directory.Contact", models.PROTECT, related_name="team_members")
    team = models.ForeignKey(
        "team.Team", models.SET_NULL, related_name="team_members", null=True, blank=True
    )
    manager = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="team_directory_as_manager",
        null=True,
        blank=True,
    )
    home_area = models.ForeignKey(
        "geo.Area", models.SET_NULL, related_name="team_members", null=True, blank=True
    )
    preferred_language = CodeField(
        "ref.Language", db_column="preferred_language", related_name="team_members", null=True
    )
    timezone = CodeField(
        "ref.TimeZone", db_column="timezone", related_name="team_members", null=True
    )

    role = LineField(null=True)
    department = LineField(null=True)
    employment_type = ChoiceField(
        TeamMemberEmploymentType, default=TeamMemberEmploymentType.EMPLOYEE
    )
    hire_date = models.DateField(null=True, blank=True)
    termination_date = models.DateField(null=True, blank=True)
    termination_reason = TextField(null=True)
    can_approve_expenses = FlagField()
    skills = ArrayField(LineField(), null=True, blank=True)
    certifications = ArrayField(LineField(), null=True, blank=True)
    is_active = FlagField(default=True)
    display_name = LineField()
    compensation_type = ChoiceField(
        TeamMemberCompensationType, default=TeamMemberCompensationType.HOURLY
    )
    work_email = EmailField(null=True)
    work_phone = LineField(null=True)
    max_weekly_hours = ScoreField(null=True)
    notes = TextField(null=True)

    hourly_rate = MoneyField(null=True)
    salary = MoneyField(null=True)
    expense_limit = MoneyField(null=True, help_text="USD per purchase without approval")
    overtime_rate = MoneyField(null=True)

    status = ChoiceField(TeamMemberStatus, default=TeamMemberStatus.ACTIVE)

    search_text = SearchTextField("number", "display_name", "work_email", "work_phone")

    label_fields = ("display_name", "number")

    class Meta:
        db_table = in_schema("team", "team_directory")
        verbose_name = "team member"
        verbose_name_plural = "team members"
        ordering = ["display_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(termination_date__isnull=True)
                | models.Q(termination_date__gte=models.F("hire_date")),
                name="team_directory_termination_date_hire_date_check",
                violation_error_message="Termination date must not be before hire date.",
            ),
            models.CheckConstraint(
                condition=models.Q(manager__isnull=True) | ~models.Q(manager=models.F("id")),
                name="team_directory_manager_id_id_check",
                violation_error_message="Manager cannot be the row itself.",
            ),
        ]
        indexes = [
            models.Index(fields=["is_active"], name="team_directory_is_active"),
            search_index("team_directory_search"),
        ]
        triggers = [TEAM_MEMBER_STATUS.guard()]
