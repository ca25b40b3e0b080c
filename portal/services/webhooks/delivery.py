"""One delivery: signed, sent, and what came of it kept."""

import hmac
import random
import time
from datetime import timedelta
from typing import Any

import structlog
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.models import F
from django.utils import timezone

from core.outgoing import Answer, Refused, Unanswered, post
from core.secrets import Unreadable, opened
from portal.choices.webhooks import EVENT_SOURCES, TEST_EVENT, DeliveryStatus
from portal.models import WebhookDelivery, WebhookEndpoint, WebhookProgress
from portal.selectors.webhooks import WAITING, as_json, row_shown
from portal.services.webhooks.endpoints import endpoint_disable

SECONDS = 10.0  # that a receiver has for its answer
LEASE = timedelta(seconds=60)  # after which a delivery whose sender was killed is sent again
TRIES = 12
FIRST_PAUSE, LAST_PAUSE = 5.0, 6 * 3600.0  # seconds
JITTER = 0.2
LONGEST_RETRY_AFTER = 3600
# An endpoint that has failed for so long, and so often, is switched off.
PATIENCE, MOST_FAILURES = timedelta(days=3), 20
GONE = 410
log = structlog.get_logger(__name__)


class OutOfReach(Exception):
    """The row of the event is no longer the endpoint owner's to read."""


def delivery_send(*, delivery: WebhookDelivery) -> bool:
    """Send one delivery now, once; whether the receiver took it.

    Claims it first, for ``LEASE``: False as well when another process did so. Who is killed in
    between leaves it to be sent again: a receiver gets an event once or more, never less.
    """
    if not _claim(delivery):
        return False
    endpoint = delivery.endpoint
    began = time.monotonic()
    try:
        body = body_of(delivery)
        answer = post(
            endpoint.url,
            body,
            _headers(delivery, body),
            seconds=SECONDS,
            trusted=settings.WEBHOOK_TRUSTED_HOSTS,
            plain=settings.DEBUG,
        )
    except OutOfReach as error:
        _settle(delivery, DeliveryStatus.ABANDONED, last_error=str(error))
        return False
    except (Unanswered, Refused) as error:
        return _failed(delivery, str(error), None, began)
    except (Unreadable, ImproperlyConfigured) as error:
        return _failed(delivery, f"The secret cannot be read: {error}", None, began)
    if 200 <= answer.status < 300:
        _delivered(delivery, answer, began)
        return True
    return _failed(delivery, _said(answer), answer, began)


def body_of(delivery: WebhookDelivery) -> bytes:
    """The JSON that is sent: the event, and the row as its receiver may see it now."""
    event, owner = delivery.event, delivery.endpoint.created_by
    told: dict[str, Any] = {
        "id": event.pk,
        "type": event.event_type,
        "occurred_at": event.occurred_at,
        "position": event.position,
        "table": event.table_name,
        "record": event.record_id,
        "actor": event.actor_id,
        "changed": event.payload.get("changed"),
        "row": None,
    }
    if event.event_type != TEST_EVENT and event.payload.get("action") != "deleted":
        model = apps.get_model(EVENT_SOURCES[event.event_type.partition(".")[0]])
        told["row"] = row_shown(model, event.record_id, owner)
        if told["row"] is None and model._base_manager.filter(pk=event.record_id).exists():
            raise OutOfReach(f"{owner} may not read this row any more.")
    return as_json(told)


def signature(secret: str, body: bytes, at: int) -> str:
    """HMAC-SHA256 over "<at>.<body>" in hexadecimal; ``at`` in Unix seconds."""
    return hmac.new(secret.encode(), f"{at}.".encode() + body, "sha256").hexdigest()


def pause(attempts: int) -> timedelta:
    """How long to wait after so many tries: 5 s, 15 s, 45 s … 6 h, each a little random."""
    seconds = min(LAST_PAUSE, FIRST_PAUSE * 3 ** (attempts - 1))
    return timedelta(seconds=seconds * random.uniform(1 - JITTER, 1 + JITTER))  # noqa: S311


def _claim(delivery: WebhookDelivery) -> bool:
    now = timezone.now()
    mine = WebhookDelivery.objects.filter(
        pk=delivery.pk, status__in=WAITING, next_attempt_at__lte=now, endpoint__is_active=True
    ).update(attempts=F("attempts") + 1, next_attempt_at=now + LEASE)
    if mine:
        delivery.refresh_from_db(fields=["attempts", "status"])
    return bool(mine)


def _headers(delivery: WebhookDelivery, body: bytes) -> dict[str, str]:
    endpoint, at = delivery.endpoint, int(time.time())
    signed = [f"v1={signature(secret, body, at)}" for secret in secrets_of(endpoint)]
    return {
        "Content-Type": "application/json",
        "User-Agent": "Halekeeper-Webhooks/1",
        "Halekeeper-Event-Id": str(delivery.event_id),
        "Halekeeper-Event-Type": delivery.event.event_type,
        "Halekeeper-Attempt": str(delivery.attempts),
        "Halekeeper-Signature": ",".join([f"t={at}", *signed]),
    }


def secrets_of(endpoint: WebhookEndpoint) -> list[str]:
    """The secrets that sign now: the present one, and for a while the one before it."""
    found = [opened(endpoint, "secret_encrypted")]
    until = endpoint.previous_secret_until
    if until is not None and until > timezone.now():
        found.append(opened(endpoint, "previous_secret_encrypted"))
    return [secret for secret in found if secret]


def _delivered(delivery: WebhookDelivery, answer: Answer, began: float) -> None:
    now = timezone.now()
    _settle(
        delivery,
        DeliveryStatus.DELIVERED,
        last_status_code=answer.status,
        last_error=None,
        last_duration_ms=_milliseconds(began),
        delivered_at=now,
    )
    WebhookProgress.objects.filter(endpoint_id=delivery.endpoint_id).update(
        failure_count=0, failing_since=None, last_delivered_at=now
    )


def _failed(delivery: WebhookDelivery, error: str, answer: Answer | None, began: float) -> bool:
    """Keep what went wrong and when to try again, or that it is given up; False."""
    last = delivery.attempts >= TRIES or (answer is not None and answer.status == GONE)
    status = DeliveryStatus.ABANDONED if last else DeliveryStatus.FAILED
    again = pause(delivery.attempts)
    if answer is not None and answer.status in (429, 503):
        asked = answer.headers.get("Retry-After", "")
        if asked.isdecimal() and len(asked) < 6:
            again = max(again, timedelta(seconds=min(int(asked), LONGEST_RETRY_AFTER)))
    _settle(
        delivery,
        status,
        next_attempt_at=None if last else timezone.now() + again,
        last_status_code=answer.status if answer else None,
        last_error=error,
        last_duration_ms=_milliseconds(began),
    )
    log.info("webhook_failed", delivery=str(delivery.pk), attempts=delivery.attempts)
    _lose_patience(delivery.endpoint, answer)
    return False


def _lose_patience(endpoint: WebhookEndpoint, answer: Answer | None) -> None:
    """Count the failure; switch the endpoint off when it has been failing for long."""
    now = timezone.now()
    rows = WebhookProgress.objects.filter(endpoint=endpoint)
    rows.filter(failing_since=None).update(failing_since=now)
    rows.update(failure_count=F("failure_count") + 1)
    progress = rows.get()
    if answer is not None and answer.status == GONE:
        endpoint_disable(
            endpoint=endpoint, actor=None, reason="The receiver said it is gone (410)."
        )
    elif progress.failure_count >= MOST_FAILURES and progress.failing_since <= now - PATIENCE:
        endpoint_disable(
            endpoint=endpoint,
            actor=None,
            reason=f"Nothing was taken since {progress.failing_since:%d %b %Y %H:%M} UTC.",
        )


def _settle(delivery: WebhookDelivery, status: str, **values: Any) -> None:
    """Write the outcome, unless somebody asked for a replay meanwhile."""
    values.setdefault("next_attempt_at", None)
    WebhookDelivery.objects.filter(pk=delivery.pk, status__in=WAITING).update(
        status=status, **values
    )
    delivery.refresh_from_db()


def _said(answer: Answer) -> str:
    if 300 <= answer.status < 400:
        return f"The receiver answered {answer.status}: redirects are not followed."
    return f"The receiver answered {answer.status}."


def _milliseconds(began: float) -> int:
    return round((time.monotonic() - began) * 1000)
