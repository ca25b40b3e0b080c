"""Projects."""

from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    Join,
    LineField,
    MoneyField,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from service.choices.projects import (
    PROJECT_STATUS,
    ProjectPropertyStatus,
    ProjectScopeType,
    ProjectStatus,
    ProjectTicketRole,
    ProjectType,
)


class Project(Entity):
    """Umbrella initiative across units or the portfolio."""

    number = BusinessIDField("PRJ-", db_column="project_id")
    project_name = LineField()

    resort = models.ForeignKey(
        "property.Resort", models.SET_NULL, related_name="projects", null=True, blank=True
    )
    priority = CodeField(
        "ref.TicketPriority", db_column="priority", related_name="projects", default="MEDIUM"
    )
    owner_member = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="projects", null=True, blank=True
    )

    project_description = TextField(null=True)
    project_type = ChoiceField(ProjectType, null=True)
    scope_type = ChoiceField(ProjectScopeType, null=True)
    target_start_date = models.DateField(null=True, blank=True)
    target_end_date = models.DateField(null=True, blank=True)
    actual_start_date = models.DateField(null=True, blank=True)
    actual_end_date = models.DateField(null=True, blank=True)
    notes = TextField(null=True)
    completion_percentage = RateField(null=True, help_text="derived from project_properties")

    budget_amount = MoneyField(null=True)

    status = ChoiceField(ProjectStatus, default=ProjectStatus.DRAFT)

    search_text = SearchTextField("number", "project_name")

    label_fields = ("project_name", "number")
    search_through = ("resort",)

    class Meta:
        db_table = in_schema("service", "projects")
        verbose_name = "project"
        verbose_name_plural = "projects"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(target_end_date__isnull=True)
                | models.Q(target_end_date__gte=models.F("target_start_date")),
                name="projects_target_end_date_target_start_date_check",
                violation_error_message="Target end date must not be before target start date.",
            ),
            models.CheckConstraint(
                condition=~models.Q(scope_type="RESORT") | models.Q(resort__isnull=False),
                name="projects_scope_type_resort_id_check",
                violation_error_message="Resort is needed when scope type is resort.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="projects_status"),
            models.Index(fields=["target_end_date"], name="projects_target_end_date"),
            search_index("projects_search"),
        ]
        triggers = [PROJECT_STATUS.guard()]


class ProjectProperty(Join):
    """Per-unit checklist row of a project."""

    project = models.ForeignKey(
        "service.Project", models.CASCADE, related_name="properties", db_index=False
    )
    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="project_properties"
    )
    resort = models.ForeignKey(
        "property.Resort", models.SET_NULL, related_name="project_properties", null=True, blank=True
    )
    assigned_member = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="project_properties", null=True, blank=True
    )

    assigned_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    notes = TextField(null=True)
    skip_reason = TextField(null=True)

    status = ChoiceField(ProjectPropertyStatus, default=ProjectPropertyStatus.PENDING)

    label_fields = ("status",)
    search_through = ("property", "resort")

    class Meta:
        db_table = in_schema("service", "project_properties")
        verbose_name = "project property"
        verbose_name_plural = "project properties"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="SKIPPED") | models.Q(skip_reason__isnull=False),
                name="project_properties_status_skip_reason_check",
                violation_error_message="Skip reason is needed when status is skipped.",
            ),
            models.UniqueConstraint(
                fields=["project", "property"],
                name="project_properties_project_property_unique",
                violation_error_message="There is already a row with this project, property.",
            ),
        ]
        indexes = [models.Index(fields=["status"], name="project_proper_status")]


class ProjectTicket(Join):
    """Tickets that carry out a project."""

    project = models.ForeignKey(
        "service.Project", models.CASCADE, related_name="tickets", db_index=False
    )
    ticket = models.ForeignKey("service.Ticket", models.CASCADE, related_name="project_tickets")
    property = models.ForeignKey(
        "property.Property", models.SET_NULL, related_name="project_tickets", null=True, blank=True
    )

    role = ChoiceField(ProjectTicketRole, default=ProjectTicketRole.PRIMARY)
    sequence_order = IntegerField(null=True)
    is_required = FlagField(default=True)
    notes = TextField(null=True)

    label_fields = ("sequence_order", "role")
    search_through = ("ticket", "property")

    class Meta:
        db_table = in_schema("service", "project_tickets")
        verbose_name = "project ticket"
        verbose_name_plural = "project tickets"
        ordering = ["project_id", "sequence_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "ticket"],
                name="project_tickets_project_ticket_unique",
                violation_error_message="There is already a row with this project, ticket.",
            )
        ]
