"""The audit table: one row for each row that was written, by whoever wrote it."""

from django.db import models

from config.postgresql.names import in_schema


class RowChange(models.Model):
    """One change of one row, written by triggers of its table (append-only).

    ``changed`` maps columns to ``[old, new]``; an insert keeps nothing (the row has it), a
    delete keeps the whole old row as ``[old, null]``. Columns with secrets show "•••".
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField("when")
    schema_name = models.TextField()
    table_name = models.TextField()
    row_id = models.UUIDField()
    action = models.CharField(
        max_length=1, choices=[("I", "added"), ("U", "changed"), ("D", "deleted")]
    )
    changed = models.JSONField(null=True)
    actor_id = models.UUIDField(null=True, help_text="the user; empty for the system itself")
    source = models.TextField(null=True, help_text="console, api, import, job or shell")
    reason = models.TextField(null=True, help_text="why, where somebody was asked")
    transaction_id = models.BigIntegerField()

    class Meta:
        db_table = in_schema("core", "row_changes")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["row_id", "-id"], name="row_changes_row"),
            models.Index(fields=["actor_id", "-id"], name="row_changes_actor"),
            models.Index(fields=["transaction_id"], name="row_changes_transaction"),
        ]
        default_permissions = ("view",)

    def __str__(self):
        return f"{self.get_action_display()} {self.schema_name}.{self.table_name}"
