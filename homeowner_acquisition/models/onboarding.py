"""Onboarding."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    MoneyField,
    SearchTextField,
    TextField,
    TodayField,
    in_schema,
    search_index,
)
from homeowner_acquisition.choices.onboarding import (
    OnboardingProgressStatus,
    OnboardingTaskCategory,
    PropertyAssessmentFurnishingStatus,
    PropertyAssessmentOverallCondition,
    PropertyAssessmentPermitStatus,
    PropertyAssessmentType,
)


class OnboardingTask(Entity):
    """Onboarding task template, or a task added for one prospect."""

    number = BusinessIDField("TASK-", width=3, db_column="task_code")
    task_name = LineField()

    prospect = models.ForeignKey(
        "homeowner_acquisition.Prospect",
        models.CASCADE,
        related_name="onboarding_tasks",
        null=True,
        blank=True,
        help_text="empty = standard template",
    )
    default_team = models.ForeignKey(
        "team.Team", models.SET_NULL, related_name="onboarding_tasks", null=True, blank=True
    )
    depends_on_task = models.ForeignKey(
        "homeowner_acquisition.OnboardingTask",
        models.SET_NULL,
        related_name="onboarding_tasks_as_depends_on_task",
        null=True,
        blank=True,
    )
    checklist = models.ForeignKey(
        "knowledge.Checklist",
        models.SET_NULL,
        related_name="onboarding_tasks",
        null=True,
        blank=True,
    )
    ticket_category = CodeField("ref.TicketCategory", related_name="onboarding_tasks", null=True)

    description = TextField(null=True)
    category = ChoiceField(OnboardingTaskCategory)
    sort_order = IntegerField()
    estimated_days = IntegerField(null=True)
    due_offset_days = IntegerField(null=True, help_text="days after contract start")
    is_required = FlagField(default=True)
    creates_ticket = FlagField()
    is_active = FlagField(default=True)

    search_text = SearchTextField("number", "task_name")

    label_fields = ("task_name",)

    class Meta:
        db_table = in_schema("homeowner_acquisition", "onboarding_tasks")
        verbose_name = "onboarding task"
        verbose_name_plural = "onboarding tasks"
        ordering = ["sort_order", "task_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(depends_on_task__isnull=True)
                | ~models.Q(depends_on_task=models.F("id")),
                name="onboarding_tasks_depends_on_task_id_id_check",
                violation_error_message="Depends on task cannot be the row itself.",
            )
        ]
        indexes = [
            models.Index(fields=["category", "sort_order"], name="onboarding_tas_category_57196"),
            search_index("onboarding_tasks_search"),
        ]


class OnboardingProgress(BaseModel):
    """Progress of each onboarding task for a prospect."""

    prospect = models.ForeignKey(
        "homeowner_acquisition.Prospect",
        models.CASCADE,
        related_name="onboarding_progress",
        db_index=False,
    )
    prospect_property = models.ForeignKey(
        "homeowner_acquisition.ProspectProperty",
        models.CASCADE,
        related_name="onboarding_progress",
        null=True,
        blank=True,
    )
    task = models.ForeignKey(
        "homeowner_acquisition.OnboardingTask", models.PROTECT, related_name="onboarding_progress"
    )
    assigned_to_member = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="onboarding_progress_as_assigned_to_member",
        null=True,
        blank=True,
    )
    completed_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="onboarding_progress_as_completed_by",
        null=True,
        blank=True,
    )
    ticket = models.ForeignKey(
        "service.Ticket", models.SET_NULL, related_name="onboarding_progress", null=True, blank=True
    )
    file = models.ForeignKey(
        "storage.StoredFile",
        models.SET_NULL,
        related_name="onboarding_progress",
        null=True,
        blank=True,
    )

    due_date = models.DateField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    blocker_reason = TextField(null=True)
    notes = TextField(null=True)

    status = ChoiceField(OnboardingProgressStatus, default=OnboardingProgressStatus.PENDING)

    label_fields = ("status", "due_date")
    search_through = ("ticket", "prospect")

    class Meta:
        db_table = in_schema("homeowner_acquisition", "onboarding_progress")
        verbose_name = "onboarding progress"
        verbose_name_plural = "onboarding progress"
        ordering = ["due_date"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="blocked") | models.Q(blocker_reason__isnull=False),
                name="onboarding_progress_status_blocker_reason_check",
                violation_error_message="Blocker reason is needed when status is blocked.",
            ),
            models.UniqueConstraint(
                fields=["prospect", "task"],
                name="onboarding_progress_prospect_task_unique",
                violation_error_message="There is already a row with this prospect, task.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="onboarding_pro_status"),
            models.Index(fields=["due_date"], name="onboarding_pro_due_date"),
        ]


class PropertyAssessment(Entity):
    """Condition and readiness assessment of a prospect's unit."""

    number = BusinessIDField("ASMT-", db_column="assessment_id")

    prospect = models.ForeignKey(
        "homeowner_acquisition.Prospect", models.CASCADE, related_name="property_assessments"
    )
    prospect_property = models.ForeignKey(
        "homeowner_acquisition.ProspectProperty",
        models.CASCADE,
        related_name="property_assessments",
        null=True,
        blank=True,
    )
    assessed_by_member = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="property_assessments",
        null=True,
        blank=True,
    )
    report_file = models.ForeignKey(
        "storage.StoredFile",
        models.SET_NULL,
        related_name="property_assessments",
        null=True,
        blank=True,
    )

    assessment_date = TodayField()
    assessment_type = ChoiceField(PropertyAssessmentType, default=PropertyAssessmentType.ON_SITE)
    overall_condition = ChoiceField(PropertyAssessmentOverallCondition, null=True)
    rental_ready = models.BooleanField(null=True, blank=True)
    estimated_prep_days = IntegerField(null=True)
    recommended_improvements = ArrayField(LineField(), null=True, blank=True)
    strengths = ArrayField(LineField(), null=True, blank=True)
    concerns = ArrayField(LineField(), null=True, blank=True)
    comp_analysis_notes = TextField(null=True)
    hoa_allows_str = models.BooleanField(null=True, blank=True)
    photo_file_ids = ArrayField(models.UUIDField(), null=True, blank=True)
    notes = TextField(null=True)

    estimated_prep_cost = MoneyField(null=True)

    furnishing_status = ChoiceField(PropertyAssessmentFurnishingStatus, null=True)
    permit_status = ChoiceField(PropertyAssessmentPermitStatus, null=True)

    search_text = SearchTextField("number")

    label_fields = ("number", "assessment_date")
    search_through = ("prospect",)

    class Meta:
        db_table = in_schema("homeowner_acquisition", "property_assessments")
        verbose_name = "property assessment"
        verbose_name_plural = "property assessments"
        ordering = ["-assessment_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(estimated_prep_cost__gte=0),
                name="property_assessments_estimated_prep_cost_check",
                violation_error_message="Estimated prep cost cannot be less than 0.",
            )
        ]
        indexes = [
            models.Index(fields=["assessment_date"], name="property_asses_assessment_date"),
            search_index("property_assessments_search"),
        ]
