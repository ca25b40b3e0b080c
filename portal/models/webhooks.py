"""Webhooks: who is told of changes, of what, and how it went."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BaseModel,
    ChoiceField,
    FlagField,
    IntegerField,
    LineField,
    Log,
    SealedField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from portal.choices.webhooks import DELIVERY_STATUS, DeliveryStatus


class WebhookEndpoint(BaseModel):
    """An address of another system that is told of changes."""

    created_by = models.ForeignKey(
        "portal.User",
        models.PROTECT,
        related_name="webhook_endpoints",
        help_text="what this person may read is what the address is told",
    )

    name = LineField()
    url = LineField("address", help_text="https://…")
    secret_encrypted = SealedField(typed=False, help_text="signs each delivery")
    event_types = ArrayField(LineField(), help_text="e.g. reservation.created, ticket.*")
    is_active = FlagField(default=True)
    disabled_at = models.DateTimeField(null=True, blank=True)
    disabled_reason = TextField(null=True)
    previous_secret_encrypted = SealedField(
        null=True, typed=False, help_text="signs too, for a while"
    )
    previous_secret_until = models.DateTimeField(null=True, blank=True)

    search_text = SearchTextField("name", "url")

    label_fields = ("name",)

    class Meta:
        db_table = in_schema("portal", "webhook_endpoints")
        verbose_name = "webhook endpoint"
        verbose_name_plural = "webhook endpoints"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"],
                name="webhook_endpoints_name_unique",
                violation_error_message="There is already an endpoint of that name.",
            ),
        ]
        indexes = [search_index("webhook_endpoints_search")]


class WebhookProgress(Log):
    """How far an endpoint has come: apart from it, for this changes all the time."""

    endpoint = models.OneToOneField(
        "portal.WebhookEndpoint", models.CASCADE, related_name="progress"
    )

    drained_to = models.BigIntegerField(help_text="transaction before which all changes were taken")
    failure_count = IntegerField(default=0, help_text="tries failed in a row")
    failing_since = models.DateTimeField(null=True, blank=True)
    last_delivered_at = models.DateTimeField(null=True, blank=True)

    label_fields = ("last_delivered_at",)
    search_through = ("endpoint",)

    class Meta:
        db_table = in_schema("portal", "webhook_progress")
        verbose_name = "webhook progress"
        verbose_name_plural = "webhook progress"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(failure_count__gte=0),
                name="webhook_progress_failure_count_check",
                violation_error_message="Failure count cannot be less than 0.",
            ),
        ]


class WebhookEvent(Log):
    """The outbox: a change that other systems are to be told of."""

    event_type = LineField(help_text="e.g. reservation.updated")
    table_name = LineField(help_text="schema.table")
    record_id = models.UUIDField()
    occurred_at = models.DateTimeField()
    actor_id = models.UUIDField(null=True, blank=True, help_text="no FK, survives the user")
    payload = models.JSONField(help_text="key, operation and names of changed columns")
    position = models.BigIntegerField(null=True, blank=True, help_text="of the row change")

    label_fields = ("event_type", "occurred_at")

    class Meta:
        db_table = in_schema("portal", "webhook_events")
        verbose_name = "webhook event"
        verbose_name_plural = "webhook events"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["position"],
                name="webhook_events_position_unique",
                violation_error_message="This change is in the outbox already.",
            )
        ]
        indexes = [
            models.Index(fields=["event_type"], name="webhook_events_event_type"),
            models.Index(fields=["table_name", "record_id"], name="webhook_events_record"),
        ]


class WebhookDelivery(Log):
    """One event on its way to one address."""

    endpoint = models.ForeignKey(
        "portal.WebhookEndpoint", models.CASCADE, related_name="deliveries", db_index=False
    )
    event = models.ForeignKey("portal.WebhookEvent", models.CASCADE, related_name="deliveries")

    position = models.BigIntegerField(
        default=0, help_text="of the row change; the order to send in"
    )
    attempts = IntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True, blank=True)
    last_status_code = IntegerField(null=True)
    last_duration_ms = IntegerField(null=True, help_text="milliseconds the last try took")
    last_error = TextField(null=True)
    delivered_at = models.DateTimeField(null=True, blank=True)

    status = ChoiceField(DeliveryStatus, default=DeliveryStatus.PENDING)

    label_fields = ("status", "created_at")
    search_through = ("endpoint",)

    class Meta:
        db_table = in_schema("portal", "webhook_deliveries")
        verbose_name = "webhook delivery"
        verbose_name_plural = "webhook deliveries"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["endpoint", "event"],
                name="webhook_deliveries_endpoint_event_unique",
                violation_error_message="This endpoint was told of this event already.",
            ),
            models.CheckConstraint(
                condition=models.Q(attempts__gte=0),
                name="webhook_deliveries_attempts_check",
                violation_error_message="Attempts cannot be less than 0.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_attempt_at"],
                condition=models.Q(status__in=["pending", "failed"]),
                name="webhook_deliveries_due",
            ),
            models.Index(
                fields=["endpoint", "position"],
                condition=models.Q(status__in=["pending", "failed"]),
                name="webhook_deliveries_queue",
            ),
        ]
        triggers = [DELIVERY_STATUS.guard()]
