"""Procedures."""

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
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from knowledge.choices.procedures import ProcedureCategory, ProcedureStatus


class Procedure(Entity):
    """Standard operating procedure, versioned and approved."""

    number = BusinessIDField("MLA-SOP-", db_column="sop_id")
    title = LineField()
    slug = LineField(null=True, unique=True)

    owner_member = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="sops_as_owner_member",
        null=True,
        blank=True,
    )
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="sops_as_approved_by",
        null=True,
        blank=True,
    )
    article = models.ForeignKey(
        "knowledge.Article",
        models.SET_NULL,
        related_name="sops",
        null=True,
        blank=True,
        help_text="long-form companion",
    )
    ticket_category = CodeField(
        "ref.TicketCategory",
        related_name="sops",
        null=True,
        help_text="suggested on tickets of this category",
    )

    purpose = LineField(null=True)
    scope = LineField(null=True)
    department = LineField(null=True)
    category = ChoiceField(ProcedureCategory, null=True)
    version = IntegerField(default=1)
    approved_at = models.DateTimeField(null=True, blank=True)
    effective_date = models.DateField(null=True, blank=True)
    review_due_date = models.DateField(null=True, blank=True)
    estimated_minutes = IntegerField(null=True)
    is_ai_visible = FlagField(default=True)

    status = ChoiceField(ProcedureStatus, default=ProcedureStatus.DRAFT)

    search_text = SearchTextField("number", "title", "slug")

    label_fields = ("title", "number")

    class Meta:
        db_table = in_schema("knowledge", "sops")
        verbose_name = "procedure"
        verbose_name_plural = "procedures"
        ordering = ["title"]
        indexes = [
            models.Index(fields=["status"], name="sops_status"),
            models.Index(fields=["department"], name="sops_department"),
            search_index("sops_search"),
        ]


class ProcedureStep(BaseModel):
    """Ordered steps of a procedure."""

    sop = models.ForeignKey(
        "knowledge.Procedure", models.CASCADE, related_name="sop_steps", db_index=False
    )
    file = models.ForeignKey(
        "storage.StoredFile", models.SET_NULL, related_name="sop_steps", null=True, blank=True
    )

    step_number = IntegerField()
    title = LineField()
    instruction = LineField()
    expected_duration_minutes = IntegerField(null=True)
    role_responsible = LineField(null=True)
    requires_photo = FlagField()
    is_critical = FlagField()
    warning_text = TextField(null=True)

    search_text = SearchTextField("title")

    label_fields = ("step_number", "title")
    search_through = ("sop",)

    class Meta:
        db_table = in_schema("knowledge", "sop_steps")
        verbose_name = "procedure step"
        verbose_name_plural = "procedure steps"
        ordering = ["sop_id", "step_number"]
        constraints = [
            models.UniqueConstraint(
                fields=["sop", "step_number"],
                name="sop_steps_sop_step_number_unique",
                violation_error_message="There is already a row with this sop, step number.",
            )
        ]
        indexes = [search_index("sop_steps_search")]


class ProcedureCheck(BaseModel):
    """Checks that prove a procedure was followed."""

    sop = models.ForeignKey(
        "knowledge.Procedure", models.CASCADE, related_name="sop_checklists", db_index=False
    )
    step = models.ForeignKey(
        "knowledge.ProcedureStep",
        models.SET_NULL,
        related_name="sop_checklists",
        null=True,
        blank=True,
    )
    checklist = models.ForeignKey(
        "knowledge.Checklist", models.SET_NULL, related_name="sop_checklists", null=True, blank=True
    )

    item_order = IntegerField()
    item_text = TextField()
    is_required = FlagField(default=True)

    label_fields = ("item_order", "item_text")
    search_through = ("sop",)

    class Meta:
        db_table = in_schema("knowledge", "sop_checklists")
        verbose_name = "procedure check"
        verbose_name_plural = "procedure checks"
        ordering = ["sop_id", "item_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["sop", "item_order"],
                name="sop_checklists_sop_item_order_unique",
                violation_error_message="There is already a row with this sop, item order.",
            )
        ]
