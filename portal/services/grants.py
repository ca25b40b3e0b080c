"""Giving single rows to people and teams, for a reason and for a time, and taking them back."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet
from django.utils import timezone

from core.permissions.scoping import reaches, scoped
from core.permissions.standing import is_live, scopes_on
from core.services import database_refusals, writing
from core.services.security import security_event
from portal.models import User
from portal.models.grants import GRANTS, Grant
from portal.selectors.grants import grant_models, group_of
from property.models import Clean, Inspection
from service.models import DamageClaim, Project, Ticket
from team.models import Team

ACTIONS = ("view", "change", "delete")
#: What is handed over in an absence: the rows, and whose they are by which column.
HANDED_OVER: tuple[tuple[type[Model], str], ...] = (
    (Ticket, "current_agent"),
    (Clean, "assigned_to"),
    (Inspection, "inspector"),
    (Project, "owner_member"),
    (DamageClaim, "claim_owner"),
)
#: Statuses of what needs nobody any more.
OVER = ("RESOLVED", "CANCELLED", "COMPLETED", "completed", "verified", "cancelled")
#: How long a grant is kept after its end, to tell by it why somebody saw something.
KEPT = timedelta(days=180)
CHUNK = 1000


def grant_give(
    *,
    actor: User | None,
    row: Model,
    to: User | Team,
    actions: Iterable[str],
    reason: str,
    expires_at: datetime | None = None,
    source: str = "console",
) -> list[Grant]:
    """Grant a row to a person or a team; returns the grants, one for each action.

    ``actions`` are out of view, change and delete; whoever may change or delete sees as well. What
    was granted before gets the new reason and end. ``expires_at`` None is until taken back. Raises
    ``PermissionDenied`` unless the actor may write permissions and do the same to the row, and
    ``ValidationError`` for a row of a kind that is not granted, an unknown action, a missing
    reason, a time that is past, and an account that is shut.
    """
    words = [word for word in ACTIONS if word in {"view", *_known(actions)}]
    _check(to, reason, expires_at)
    _check_may_grant(actor)
    if actor is not None:
        for word in words:
            if not reaches(actor, row, word):
                raise PermissionDenied(f"You cannot let others {word} what you cannot yourself.")
    with writing(actor, source, reason), database_refusals(type(row)):
        grants = [
            _granted(actor, row, to, code, reason, expires_at) for code in _codes(type(row), words)
        ]
        _tell(actor, row, "grant", f"{row} was granted to {to}", reason, words, expires_at)
    return grants


def grant_take_back(
    *, actor: User | None, grant: Grant, reason: str, source: str = "console"
) -> None:
    """End a grant; what it was stays in the history.

    Raises ``PermissionDenied`` unless the actor may write permissions, ``ValidationError`` without
    a reason. The actor need not reach the row: who may take back is not who may see.
    """
    if not reason.strip():
        raise ValidationError({"reason": "Say why."})
    _check_may_grant(actor)
    with writing(actor, source, reason), database_refusals(type(grant)):
        row: Any = grant.content_object  # type: ignore[attr-defined]
        holder = getattr(grant, "user", None) or getattr(grant, "group", None)
        word = grant.permission.codename.partition("_")[0]
        _tell(actor, row, "revoke", f"{row} was taken back from {holder}", reason, [word], None)
        grant.delete()


def delegation_give(
    *,
    actor: User | None,
    absent: User,
    to: User,
    until: datetime,
    reason: str,
    source: str = "console",
) -> dict[str, int]:
    """Hand the work of somebody who is away over to another person, until then.

    Tickets, cleans, inspections, projects and claims that are the absent person's own and not yet
    over are granted (view and change); they stay assigned as they are. Returns how many of each
    kind, by its plural. A grant that ends later, or never, stays as it is. Raises
    ``PermissionDenied`` unless the actor may write permissions and change each of those rows, and
    ``ValidationError`` as ``grant_give``, and where the absent person is in no team.
    """
    _check(to, reason, until)
    _check_may_grant(actor)
    if absent.team_member_id is None:
        raise ValidationError({"absent": "This person has no work of their own: no team member."})
    if absent.pk == to.pk:
        raise ValidationError({"to": "Choose somebody else."})
    given: dict[str, int] = {}
    with writing(actor, source, reason):
        for model, column in HANDED_OVER:
            rows = _open(model, **{column: absent.team_member_id})
            keys = list(rows.order_by("pk").values_list("pk", flat=True))
            for action in ("view", "change") if actor is not None and keys else ():
                if scoped(rows, actor, action).count() != len(keys):
                    raise PermissionDenied(
                        f"Some {model._meta.verbose_name_plural} are out of your own reach."
                    )
            if keys:
                _hand_over(actor, model, keys, to, until, reason)
                given[str(model._meta.verbose_name_plural)] = len(keys)
        security_event(
            event="permission_change",
            action="grant",
            description=f"The work of {absent} was handed over to {to}",
            actor=actor,
            row=to,
            reason=reason,
            count=sum(given.values()),
            severity="warning",
            new={"absent": str(absent.pk), "to": str(to.pk), "until": until.isoformat(), **given},
        )
    return given


def grants_sweep() -> int:
    """Delete grants that ended long ago (``KEPT``); returns how many. The history keeps them."""
    before = timezone.now() - KEPT
    with writing(None, "job", "ended long ago"):
        return sum(
            model._base_manager.filter(expires_at__lt=before).delete()[0] for model in GRANTS
        )


def _hand_over(actor, model, keys: list, to: User, until: datetime, reason: str) -> None:
    grants: Any = grant_models(model)["user"]
    for code in _codes(model, ["view", "change"]):
        mine = grants._base_manager.filter(user=to, permission=code)
        for start in range(0, len(keys), CHUNK):
            chunk = keys[start : start + CHUNK]
            there = mine.filter(content_object__in=chunk)
            known = set(there.values_list("content_object_id", flat=True))
            there.filter(expires_at__lt=until).update(
                expires_at=until, reason=reason, granted_by=actor
            )
            grants._base_manager.bulk_create(
                grants(
                    content_object_id=key,
                    user=to,
                    permission=code,
                    granted_by=actor,
                    reason=reason,
                    expires_at=until,
                )
                for key in chunk
                if key not in known
            )


def _granted(actor, row: Model, to: User | Team, code, reason: str, expires_at) -> Grant:
    models: Any = grant_models(type(row))
    holder: Any = {"group": group_of(to)} if isinstance(to, Team) else {"user": to}
    model = models["team" if isinstance(to, Team) else "user"]
    same = model._base_manager.select_for_update().filter(
        content_object=row, permission=code, **holder
    )
    grant = same.first() or model(content_object=row, permission=code, **holder)
    grant.granted_by, grant.reason, grant.expires_at = actor, reason.strip(), expires_at
    grant.full_clean(validate_unique=False, validate_constraints=False)
    grant.save()
    return grant


def _codes(model: type[Model], words: Iterable[str]) -> list[Permission]:
    """Django's permissions of a model for some words; one query."""
    options = model._meta
    return list(
        Permission.objects.filter(
            content_type__app_label=options.app_label,
            content_type__model=options.model_name,
            codename__in=[f"{word}_{options.model_name}" for word in words],
        )
    )


def _open(model: type[Model], **mine) -> QuerySet:
    """The rows of a kind that are not over."""
    rows = model._default_manager.filter(**mine)
    names = {field.name for field in model._meta.concrete_fields}
    return rows.exclude(status__in=OVER) if "status" in names else rows.filter(resolved_at=None)


def _known(actions: Iterable[str]) -> set[str]:
    asked = set(actions)
    if not asked or not asked <= set(ACTIONS):
        raise ValidationError({"actions": f"Choose out of {', '.join(ACTIONS)}."})
    return asked


def _check(to: User | Team, reason: str, expires_at: datetime | None) -> None:
    if not reason.strip():
        raise ValidationError({"reason": "Say why."})
    if expires_at is not None and expires_at <= timezone.now():
        raise ValidationError({"expires_at": "This time is past already."})
    if isinstance(to, User) and not is_live(to):
        raise ValidationError({"to": "This account is shut."})


def _check_may_grant(actor: User | None) -> None:
    if actor is None or (is_live(actor) and actor.is_superuser):
        return
    if not is_live(actor) or "all" not in scopes_on(actor, "permissions", "write"):
        raise PermissionDenied("You cannot grant anything: that takes writing permissions.")


def _tell(actor, row, action: str, what: str, reason: str, words, expires_at) -> None:
    security_event(
        event="permission_change",
        action=action,
        description=what,
        actor=actor,
        row=row,
        reason=reason,
        columns=words,
        new={"actions": list(words), "until": expires_at and expires_at.isoformat()},
    )
