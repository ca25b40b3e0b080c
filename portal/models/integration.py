"""What other systems rely on: calls that may be sent twice."""

from django.db import models

from core.models import (
    IntegerField,
    LineField,
    Log,
    TextField,
    in_schema,
)


class IdempotencyKey(Log):
    """A call that was made under a key, and its answer, for when it is sent again."""

    user = models.ForeignKey(
        "portal.User", models.CASCADE, related_name="idempotency_keys", db_index=False
    )

    key = LineField(help_text="as the caller made it")
    method = LineField()
    path = LineField()
    request_hash = LineField(help_text="of the body: the same key never serves another call")
    status_code = IntegerField(null=True, help_text="empty while the first call runs")
    headers = models.JSONField(null=True, blank=True)
    body = TextField(null=True)
    expires_at = models.DateTimeField()

    label_fields = ("method", "path")
    search_through = ("user",)

    class Meta:
        db_table = in_schema("portal", "idempotency_keys")
        verbose_name = "idempotency key"
        verbose_name_plural = "idempotency keys"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "key"],
                name="idempotency_keys_user_key_unique",
                violation_error_message="This key was used already.",
            )
        ]
        indexes = [models.Index(fields=["expires_at"], name="idempotency_keys_expires_at")]
