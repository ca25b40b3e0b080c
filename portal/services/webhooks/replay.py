"""Sending again what was sent, given up or missed."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone

from core.services.security import security_event
from core.services.writing import writing
from portal.choices.webhooks import DeliveryStatus
from portal.models import WebhookDelivery, WebhookEndpoint
from portal.services.webhooks.outbox import events_take_between


def delivery_replay(*, delivery: WebhookDelivery, actor, source: str = "console") -> None:
    """Send one delivery again, as soon as a worker gets to it.

    Raises ``ValidationError`` while its endpoint is switched off.
    """
    endpoint = delivery.endpoint
    _refuse_disabled(endpoint)
    rows = WebhookDelivery.objects.filter(pk=delivery.pk)
    _again(rows, endpoint, actor, source, f"Sent event {delivery.event_id} again to {endpoint}.")


def deliveries_replay(
    *,
    endpoint: WebhookEndpoint,
    actor,
    since: datetime,
    until: datetime | None = None,
    only_undelivered: bool = True,
    missed: bool = False,
    source: str = "console",
) -> int:
    """Send the events of a span of time again; their number.

    ``only_undelivered`` leaves out what the receiver took. ``missed`` adds what the endpoint was
    never told: changes from before it was there, or of types it asks for since. Raises
    ``ValidationError`` while the endpoint is switched off.
    """
    _refuse_disabled(endpoint)
    if until is not None and until <= since:
        raise ValidationError({"until": "The end lies before the beginning."})
    rows = WebhookDelivery.objects.filter(endpoint=endpoint, event__occurred_at__gte=since)
    if until is not None:
        rows = rows.filter(event__occurred_at__lt=until)
    if only_undelivered:
        rows = rows.exclude(status=DeliveryStatus.DELIVERED)
    count = _again(rows, endpoint, actor, source, f"Sent events again to {endpoint}.")
    if missed:
        with writing(actor, source):
            count += events_take_between(endpoint=endpoint, since=since, until=until)
    return count


def _again(
    rows: QuerySet[WebhookDelivery], endpoint: WebhookEndpoint, actor, source: str, said: str
) -> int:
    with writing(actor, source):
        count = rows.update(
            status=DeliveryStatus.PENDING,
            attempts=0,
            next_attempt_at=timezone.now(),
            delivered_at=None,
        )
        security_event(
            event="config_change",
            action="update",
            description=said,
            actor=actor,
            row=endpoint,
            count=count,
        )
    return count


def _refuse_disabled(endpoint: WebhookEndpoint) -> None:
    if not endpoint.is_active:
        raise ValidationError(f"{endpoint} is switched off. Enable it first.")
