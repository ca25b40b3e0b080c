"""Endpoints: who is told, of what, and where."""

import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.outgoing import Refused, Unanswered, addresses_of, target_of
from core.secrets import opened
from core.services.records import record_delete, record_save
from core.services.security import security_event
from core.services.writing import writing
from portal.choices.webhooks import TEST_EVENT, event_choices
from portal.models import WebhookDelivery, WebhookEndpoint, WebhookEvent, WebhookProgress
from portal.selectors.webhooks import may_be_told
from portal.services.mails import notice_call
from portal.services.webhooks.outbox import horizon

# The old secret signs too for so long after it was changed.
BOTH_SECRETS = timedelta(hours=24)


def endpoint_create(
    *, name: str, url: str, event_types: Iterable[str], actor, source: str = "console"
) -> tuple[WebhookEndpoint, str]:
    """A new endpoint and its secret, which is shown this once.

    It is told of what ``actor`` may read, from now on. Raises ``ValidationError`` for an address
    that is not called, unknown event types, or an actor whom the staff API does not answer.
    """
    if actor is None or not may_be_told(actor):
        raise ValidationError("Only staff and service accounts can have endpoints.")
    endpoint = WebhookEndpoint(
        name=name, url=_checked_url(url), event_types=_checked(event_types), created_by=actor
    )
    secret = endpoint.secret_encrypted = _new_secret()
    with writing(actor, source):
        record_save(instance=endpoint, actor=actor, source=source)
        WebhookProgress.objects.create(endpoint=endpoint, drained_to=horizon())
        _log(endpoint, actor, "create", f"Created webhook endpoint {endpoint} to {endpoint.url}.")
    return endpoint, secret


def endpoint_change(
    *,
    endpoint: WebhookEndpoint,
    actor,
    name: str | None = None,
    url: str | None = None,
    event_types: Iterable[str] | None = None,
    source: str = "console",
) -> WebhookEndpoint:
    """Change what is given, and leave the rest.

    Who gives another person's endpoint another address or other event types becomes its owner:
    nobody has sent what only somebody else may read. Raises as ``endpoint_create``.
    """
    with writing(actor, source):
        row = WebhookEndpoint.objects.select_for_update().get(pk=endpoint.pk)
        before = (row.url, sorted(row.event_types))
        if name is not None:
            row.name = name
        if url is not None and url != row.url:
            row.url = _checked_url(url)
        if event_types is not None:
            row.event_types = _checked(event_types)
        if before != (row.url, sorted(row.event_types)) and actor is not None:
            if not may_be_told(actor):
                raise ValidationError("Only staff and service accounts can have endpoints.")
            row.created_by = actor
        record_save(instance=row, actor=actor, source=source)
        _log(row, actor, "update", f"Changed webhook endpoint {row} to {row.url}.")
    return row


def endpoint_rotate_secret(*, endpoint: WebhookEndpoint, actor, source: str = "console") -> str:
    """A new secret, shown this once; for a day the one before it signs as well."""
    with writing(actor, source):
        row = WebhookEndpoint.objects.select_for_update().get(pk=endpoint.pk)
        row.previous_secret_encrypted = opened(row, "secret_encrypted")
        row.previous_secret_until = timezone.now() + BOTH_SECRETS
        secret = row.secret_encrypted = _new_secret()
        record_save(instance=row, actor=actor, source=source)
        _log(row, actor, "update", f"Changed the secret of webhook endpoint {row}.")
    return secret


def endpoint_disable(
    *, endpoint: WebhookEndpoint, actor, reason: str, source: str = "job"
) -> WebhookEndpoint:
    """Switch an endpoint off; its owner gets a mail when nobody did it by hand (``actor`` None)."""
    with writing(actor, source, reason):
        row = WebhookEndpoint.objects.select_for_update().get(pk=endpoint.pk)
        if not row.is_active:
            return row
        row.is_active, row.disabled_at, row.disabled_reason = False, timezone.now(), reason
        record_save(instance=row, actor=actor, source=source)
        _log(row, actor, "update", f"Switched webhook endpoint {row} off. {reason}")
        if actor is None:
            notice_call(user=row.created_by, what="webhook_disabled")
    return row


def endpoint_enable(
    *, endpoint: WebhookEndpoint, actor, catch_up: bool = True, source: str = "console"
) -> WebhookEndpoint:
    """Switch an endpoint on again; with ``catch_up`` it is told of what it missed.

    Without, it is told of what came since the oldest transaction that is open just now began:
    rather a few changes too many than the end of a long import too few.
    """
    with writing(actor, source):
        row = WebhookEndpoint.objects.select_for_update().get(pk=endpoint.pk)
        if row.is_active:
            return row
        row.is_active, row.disabled_at, row.disabled_reason = True, None, None
        record_save(instance=row, actor=actor, source=source)
        rows = WebhookProgress.objects.filter(endpoint=row)
        rows.update(failure_count=0, failing_since=None)
        if not catch_up:
            rows.update(drained_to=horizon())
        _log(row, actor, "update", f"Switched webhook endpoint {row} on.")
    return row


def endpoint_delete(*, endpoint: WebhookEndpoint, actor, source: str = "console") -> None:
    """Remove an endpoint, with what was still to be sent to it."""
    with writing(actor, source):
        _log(endpoint, actor, "delete", f"Deleted webhook endpoint {endpoint}.")
        record_delete(instance=endpoint, actor=actor, source=source)


def endpoint_test(*, endpoint: WebhookEndpoint, actor, source: str = "console") -> WebhookDelivery:
    """Send a ``webhook.test`` event, as soon as a worker gets to it.

    Raises ``ValidationError`` while the endpoint is switched off.
    """
    if not endpoint.is_active:
        raise ValidationError(f"{endpoint} is switched off. Enable it first.")
    with writing(actor, source):
        event = WebhookEvent.objects.create(
            event_type=TEST_EVENT,
            table_name="portal.webhook_endpoints",
            record_id=endpoint.pk,
            occurred_at=timezone.now(),
            actor_id=actor.pk if actor else None,
            payload={"action": "test"},
        )
        return WebhookDelivery.objects.create(
            endpoint=endpoint, event=event, next_attempt_at=timezone.now()
        )


def _checked(event_types: Iterable[str]) -> list[str]:
    asked = sorted(set(event_types))
    unknown = [event for event in asked if event not in event_choices()]
    if unknown:
        raise ValidationError({"event_types": f"There is no event type {', '.join(unknown)}."})
    if not asked:
        raise ValidationError({"event_types": "Choose at least one event type."})
    return asked


def _checked_url(url: str) -> str:
    """The address, if it may be called. A host that does not resolve now may do so later."""
    trusted = settings.WEBHOOK_TRUSTED_HOSTS
    try:
        addresses_of(target_of(url, trusted=trusted, plain=settings.DEBUG), trusted=trusted)
    except Refused as error:
        raise ValidationError({"url": str(error)}) from error
    except Unanswered:
        pass
    return url


def _new_secret() -> str:
    return f"whsec_{secrets.token_urlsafe(32)}"


def _log(endpoint: WebhookEndpoint, actor, action: str, said: str) -> None:
    security_event(
        event="config_change", action=action, description=said, actor=actor, row=endpoint
    )
