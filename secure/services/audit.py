"""The security trail: who did what, from where, and why."""

import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.backends.utils import split_identifier
from django.db.models import Model, Q
from django.utils import timezone

from core.permissions.fields import masked
from core.permissions.scoping import reaches
from core.services.origin import current_origin, current_request_user
from core.services.writing import current_source, writing
from secure.choices.secrets import (
    AuditLogActionType,
    AuditLogActorType,
    AuditLogDataClassification,
    AuditLogEventType,
    AuditLogSeverity,
)
from secure.models import AuditLog
from secure.models.secrets import REVIEW_COLUMNS
from secure.services.seals import seal_soon

LONGEST = 2000


def audit_event_record(
    *,
    event: str,
    action: str,
    description: str,
    actor: Model | None = None,
    row: Model | type[Model] | None = None,
    reason: str = "",
    columns: Iterable[str] = (),
    count: int = 1,
    success: bool = True,
    failure: str = "",
    severity: str = "info",
    old: Mapping[str, Any] | None = None,
    new: Mapping[str, Any] | None = None,
    metadata: Mapping[str, Any] | None = None,
) -> None:
    """Write one entry; ``core.services.security.security_event`` is the door to it.

    An admin who views as somebody else is named as who they are, the other one in ``metadata``.
    Critical entries are flagged for review. Raises ``ValueError`` for an event, action or severity
    that is not in the trail's lists.
    """
    origin = current_origin()
    extra = dict(metadata or {})
    viewer = getattr(actor, "viewed_by", None)
    if actor is not None and viewer is not None:
        extra["viewed_as"] = str(actor.pk)
        actor = viewer
    AuditLog.objects.create(
        event_type=AuditLogEventType(event),
        action_type=AuditLogActionType(action),
        severity=AuditLogSeverity(severity),
        user_id=getattr(actor, "pk", None),
        user_email=getattr(actor, "email", None),
        user_role=_roles(actor),
        actor_type=_kind(actor),
        ip_address=origin.ip,
        user_agent=origin.user_agent,
        session_id=origin.session_id,
        request_id=origin.request_id,
        description=description[:LONGEST],
        access_reason=reason[:LONGEST] or None,
        columns_accessed=list(columns) or None,
        record_count=count,
        success=success,
        failure_reason=failure[:LONGEST] or None,
        flagged_for_review=severity == AuditLogSeverity.CRITICAL,
        old_values=_kept(old),
        new_values=_kept(new),
        metadata=_kept(extra) or None,
        **_row(row),
    )
    seal_soon()


def audit_entry_review(*, entry: AuditLog, notes: str, actor: Model, source: str = "console"):
    """Note that somebody looked into an entry, and what came of it; it waits for review no longer.

    Nothing else of an entry can change. Raises ``ValidationError`` without notes or for an entry
    reviewed before, ``PermissionDenied`` for whoever may not administer the trail.
    """
    if not reaches(actor, entry, "admin"):
        raise PermissionDenied("You may not review entries.")
    if not notes.strip():
        raise ValidationError("Say what came of it.")
    with writing(actor, source, notes):
        row = AuditLog.objects.select_for_update().get(pk=entry.pk)
        if row.reviewed_at is not None:
            raise ValidationError("Somebody reviewed it already.")
        row.flagged_for_review = False
        row.reviewed_at, row.reviewed_by_id = timezone.now(), actor.pk
        row.review_notes = notes.strip()[:LONGEST]
        row.save(update_fields=REVIEW_COLUMNS)
        audit_event_record(
            event="data_change",
            action="update",
            description=f"{row.number} was reviewed.",
            actor=actor,
            row=row,
            reason=notes.strip(),
        )
    return row


def _row(row: Model | type[Model] | None) -> dict[str, Any]:
    if row is None:
        return {}
    known: dict[str, Any] = {"table_name": ".".join(split_identifier(row._meta.db_table))}
    restricted = row._meta.app_label == "secure"
    known["data_classification"] = (
        AuditLogDataClassification.RESTRICTED
        if restricted
        else AuditLogDataClassification.CONFIDENTIAL
    )
    if isinstance(row, Model):
        number = getattr(row, "number", None)
        known["record_id"] = row.pk if isinstance(row.pk, UUID) else None
        known["record_business_id"] = number if isinstance(number, str) else None
    return known


def _roles(actor: Model | None) -> str | None:
    """The codes of the roles that somebody holds now, the highest first."""
    if actor is None or not hasattr(actor, "roles"):
        return None
    held = actor.roles.filter(is_active=True, revoked_at=None).filter(
        Q(expires_at=None) | Q(expires_at__gt=timezone.now())
    )
    codes = held.order_by("-role__rank", "role__role_code").values_list(
        "role__role_code", flat=True
    )
    return ", ".join(dict.fromkeys(codes)) or (
        "superuser" if getattr(actor, "is_superuser", False) else None
    )


def _kind(actor: Model | None) -> str:
    source = current_source()
    if source == "job":
        return AuditLogActorType.SCHEDULED_JOB
    if getattr(actor, "user_type", None) == "service":
        return AuditLogActorType.API
    if actor is None:
        nobody = getattr(current_request_user(), "is_anonymous", False)
        return AuditLogActorType.USER if nobody else AuditLogActorType.SYSTEM
    return AuditLogActorType.API if source == "api" else AuditLogActorType.USER


def _kept(values: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Values as JSON keeps them, secrets masked."""
    if values is None:
        return None
    text = json.dumps({key: masked(key, value) for key, value in values.items()}, default=str)
    return json.loads(text.replace("\\u0000", ""))
