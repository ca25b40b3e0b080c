"""Checklists."""

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
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from knowledge.choices.checklists import (
    ChecklistItemResponseType,
    ChecklistRunStatus,
    ChecklistType,
)


class Checklist(Entity):
    """Reusable checklist template."""

    number = BusinessIDField("CHK-", db_column="checklist_id")
    title = LineField()

    property = models.ForeignKey(
        "property.Property",
        models.CASCADE,
        related_name="checklists",
        null=True,
        blank=True,
        help_text="empty = generic",
    )
    room_type = CodeField("ref.RoomType", related_name="checklists", null=True)
    sop = models.ForeignKey(
        "knowledge.Procedure", models.SET_NULL, related_name="checklists", null=True, blank=True
    )
    created_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="checklists", null=True, blank=True
    )

    description = TextField(null=True)
    checklist_type = ChoiceField(ChecklistType)
    version = IntegerField(default=1)
    estimated_minutes = IntegerField(null=True)
    is_active = FlagField(default=True)

    search_text = SearchTextField("number", "title")

    label_fields = ("title", "number")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("knowledge", "checklists")
        verbose_name = "checklist"
        verbose_name_plural = "checklists"
        ordering = ["title"]
        indexes = [
            models.Index(fields=["checklist_type"], name="checklists_checklist_type"),
            models.Index(fields=["is_active"], name="checklists_is_active"),
            search_index("checklists_search"),
        ]


class ChecklistItem(BaseModel):
    """Items of a checklist template."""

    checklist = models.ForeignKey(
        "knowledge.Checklist", models.CASCADE, related_name="items", db_index=False
    )
    ticket_category = CodeField("ref.TicketCategory", related_name="checklist_items", null=True)
    inventory_item = models.ForeignKey(
        "inventory.InventoryItem",
        models.SET_NULL,
        related_name="checklist_items",
        null=True,
        blank=True,
    )

    item_order = IntegerField()
    section = LineField(null=True)
    item_text = TextField()
    response_type = ChoiceField(ChecklistItemResponseType, default=ChecklistItemResponseType.CHECK)
    is_required = FlagField(default=True)
    requires_photo = FlagField()
    creates_ticket_on_fail = FlagField()
    help_text = TextField(null=True)

    label_fields = ("item_order", "item_text")
    search_through = ("inventory_item", "checklist")

    class Meta:
        db_table = in_schema("knowledge", "checklist_items")
        verbose_name = "checklist item"
        verbose_name_plural = "checklist items"
        ordering = ["item_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["checklist", "item_order"],
                name="checklist_items_checklist_item_order_unique",
                violation_error_message="There is already a row with this checklist, item order.",
            )
        ]


class ChecklistRun(Entity):
    """A checklist being worked for a job."""

    number = BusinessIDField("CHI-", width=8, db_column="instance_id")

    checklist = models.ForeignKey("knowledge.Checklist", models.PROTECT, related_name="instances")
    property = models.ForeignKey(
        "property.Property",
        models.SET_NULL,
        related_name="checklist_instances",
        null=True,
        blank=True,
    )
    ticket = models.ForeignKey(
        "service.Ticket", models.CASCADE, related_name="checklist_instances", null=True, blank=True
    )
    clean_event = models.ForeignKey(
        "property.Clean",
        models.CASCADE,
        related_name="checklist_instances",
        db_column="clean_id",
        null=True,
        blank=True,
    )
    inspection = models.ForeignKey(
        "property.Inspection",
        models.CASCADE,
        related_name="checklist_instances",
        null=True,
        blank=True,
    )
    assigned_to = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="checklist_instances",
        null=True,
        blank=True,
    )

    checklist_version = IntegerField(default=1)
    due_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    completion_percentage = RateField(null=True, help_text="percentage points")
    notes = TextField(null=True)

    status = ChoiceField(ChecklistRunStatus, default=ChecklistRunStatus.NOT_STARTED)

    search_text = SearchTextField("number")

    label_fields = ("number", "status")
    search_through = ("property", "ticket")

    class Meta:
        db_table = in_schema("knowledge", "checklist_instances")
        verbose_name = "checklist run"
        verbose_name_plural = "checklist runs"
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["status"], name="checklist_inst_status"),
            search_index("checklist_instances_search"),
        ]


class ChecklistAnswer(BaseModel):
    """Answers given on a checklist instance."""

    checklist_instance = models.ForeignKey(
        "knowledge.ChecklistRun", models.CASCADE, related_name="checklist_responses", db_index=False
    )
    checklist_item = models.ForeignKey(
        "knowledge.ChecklistItem", models.PROTECT, related_name="checklist_responses"
    )
    file = models.ForeignKey(
        "storage.StoredFile",
        models.SET_NULL,
        related_name="checklist_responses",
        null=True,
        blank=True,
    )
    generated_ticket = models.ForeignKey(
        "service.Ticket", models.SET_NULL, related_name="checklist_responses", null=True, blank=True
    )
    answered_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="checklist_responses",
        null=True,
        blank=True,
    )

    response_value = LineField(null=True)
    is_checked = FlagField()
    is_failed = FlagField()
    answered_at = models.DateTimeField(null=True, blank=True)
    notes = TextField(null=True)

    number_value = MoneyField(null=True)

    label_fields = ("response_value",)
    search_through = ("generated_ticket", "checklist_instance")

    class Meta:
        db_table = in_schema("knowledge", "checklist_responses")
        verbose_name = "checklist answer"
        verbose_name_plural = "checklist answers"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["checklist_instance", "checklist_item"],
                name="checklist_responses_checklist_instance_checklist_item_unique",
                violation_error_message="There is already a row with this checklist instance, checklist item.",
            )
        ]
