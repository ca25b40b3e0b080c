"""Batches."""

from django.conf import settings
from django.core.files.storage import storages
from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    NowField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from staging.choices.batches import BATCH_STATUS, BatchStatus, BatchTask


def sheets_storage():
    """Where uploaded spreadsheets are kept: nowhere a web server serves from."""
    return storages["imports"]


class ImportBatch(Entity):
    """One spreadsheet on its way in: the file, how it is read, and what became of it.

    ``status`` is where it stands, ``task`` what a worker is doing or about to do. The staged rows
    name the batch by its number.
    """

    number = BusinessIDField("IMP-", db_column="batch_id")
    file_name = LineField()

    sender = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="import_batches",
        null=True,
        blank=True,
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        help_text="for whom a worker does the task",
    )

    resource = LineField(help_text="what the rows are, e.g. properties")
    file = models.FileField(storage=sheets_storage, max_length=500)
    file_hash = LineField(help_text="SHA-256 of the file")
    file_size = models.BigIntegerField(help_text="bytes")
    survey = models.JSONField(null=True, blank=True, help_text="what the file holds")
    sheet = LineField(null=True)
    header_row = IntegerField(null=True, help_text="row of the sheet, 0 for none")
    columns = models.JSONField(default=dict, blank=True, help_text="heading: field")
    value_maps = models.JSONField(default=dict, blank=True, help_text="field: {cell: value}")
    defaults = models.JSONField(
        default=dict, blank=True, help_text="field: what stands where the sheet has nothing"
    )
    key_name = LineField(null=True, help_text="by what rows are matched; empty tries all")
    is_all_or_nothing = FlagField()
    goes_straight = FlagField(help_text="applied as soon as it is read, without a preview")
    clears_blanks = FlagField(help_text="empty cells empty what stands there")
    decisions = models.JSONField(
        default=dict, blank=True, help_text='row: key of the row that it is, or "skip"'
    )
    unknown_columns = models.JSONField(default=list, blank=True)
    counts = models.JSONField(default=dict, blank=True, help_text="rows by verdict")

    task = ChoiceField(BatchTask, null=True)
    phase = LineField(null=True)
    done = IntegerField(default=0)
    total = IntegerField(null=True)
    is_cancel_requested = FlagField("cancel requested")
    message = TextField(null=True, help_text="what went wrong, and the remedy")
    asked_at = NowField()
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    transaction_id = models.BigIntegerField(
        null=True, blank=True, help_text="of the history that it wrote"
    )

    status = ChoiceField(BatchStatus, default=BatchStatus.UPLOADED)

    search_text = SearchTextField("number", "file_name", "resource")

    label_fields = ("number", "file_name")

    class Meta:
        db_table = in_schema("staging", "import_batches")
        verbose_name = "import"
        verbose_name_plural = "imports"
        ordering = ["-number"]
        indexes = [
            models.Index(
                fields=["task"],
                condition=models.Q(task__isnull=False),
                name="import_batches_task_partial",
            ),
            models.Index(fields=["status"], name="import_batches_status"),
            models.Index(fields=["file_hash"], name="import_batches_file_hash"),
            search_index("import_batches_search"),
        ]
        triggers = [BATCH_STATUS.guard()]


class ImportRecipe(BaseModel):
    """How somebody's sheets of one shape were read the last time; proposed the next time."""

    sender = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="import_recipes", db_index=False
    )

    resource = LineField()
    signature = LineField(help_text="of the sheet's headings")
    columns = models.JSONField(default=dict, blank=True, help_text="heading: field")
    value_maps = models.JSONField(default=dict, blank=True, help_text="field: {cell: value}")
    key_name = LineField(null=True)
    used_at = NowField()

    label_fields = ("resource", "used_at")

    class Meta:
        db_table = in_schema("staging", "import_recipes")
        verbose_name = "import recipe"
        verbose_name_plural = "import recipes"
        ordering = ["-used_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["sender", "resource", "signature"],
                name="import_recipes_sender_resource_signature_unique",
                violation_error_message="There is already a recipe for this sender and shape.",
            )
        ]
