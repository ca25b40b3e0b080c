"""Writing rows of any model: what the console, the API and imports do where no verb of a
domain service is called for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from core.models.sealed import SealedField, seal, with_companions
from core.permissions.fields import guarded_fields, hidden_fields
from core.permissions.policies import policy_of
from core.permissions.scoping import open_fields, reach_of, scopes_on
from core.services.refusals import Refusal, database_refusals, refusal_of
from core.services.security import security_event
from core.services.watched import is_watched, tell_of, tell_of_many
from core.services.writing import writing
from core.transitions import transitions_of

CHUNK = 1000
# Columns that keep the reason of a status, where they are not called <status>_reason.
REASON_COLUMNS = {
    "cancelled": "cancellation_reason",
    "on_hold": "hold_reason",
    "void": "voided_reason",
}


class OutOfScope(PermissionDenied):
    """After the write its writer could no longer reach the row; nothing was written."""


def record_save[Row: Model](
    *, instance: Row, actor: Model | None, source: str = "console", update_fields=None
) -> Row:
    """Validate and write one row.

    Raises ``ValidationError`` for what the model or the database refuses and ``OutOfScope`` when
    the row is not in the actor's scope, or would leave it. ``actor`` None is the system itself.
    """
    action = "create" if instance._state.adding else "write"
    with writing(actor, source), database_refusals(type(instance)):
        if action == "write":
            check_in_scope(instance=instance, actor=actor, action=action)
        check_fields_open(instance=instance, actor=actor)
        before = None
        if action == "write" and is_watched(type(instance)):
            before = type(instance)._base_manager.get(pk=instance.pk)
        sealed = seal(instance)
        if update_fields is not None:
            update_fields = with_companions(type(instance), update_fields)
        instance.full_clean(validate_unique=False, validate_constraints=False)
        instance.save(update_fields=update_fields)
        check_in_scope(instance=instance, actor=actor, action=action)
        if sealed:
            security_event(
                event="data_change",
                action="create" if action == "create" else "update",
                description=f"Secrets of {instance} were entered.",
                actor=actor,
                row=instance,
                columns=sealed,
            )
        tell_of(row=instance, before=before, actor=actor)
    return instance


def record_delete(*, instance: Model, actor: Model | None, source: str = "console") -> None:
    """Delete one row and what it owns.

    Raises ``ValidationError`` when other rows still need it, ``OutOfScope`` when it is not the
    actor's to delete.
    """
    with writing(actor, source), database_refusals(type(instance)):
        check_in_scope(instance=instance, actor=actor, action="delete")
        tell_of(row=instance, before=instance, actor=actor, is_deleted=True)
        instance.delete()


def record_transition[Row: Model](
    *,
    instance: Row,
    field: str,
    to: str,
    actor: Model | None,
    reason: str = "",
    source: str = "console",
    values: Mapping[str, Any] | None = None,
) -> Row:
    """Move a status along its map.

    The row is locked and read anew; ``values`` are further attributes that it takes with the
    move. A column ``<status>_at`` takes the instant and
    ``<status>_reason`` the reason, where the model has them; the reason also stands in the
    history. Raises ``ValidationError`` when the map has no such move or a reason is missing.
    """
    model = type(instance)
    transitions = transitions_of(model)[field]
    with writing(actor, source, reason), database_refusals(model):
        row = model._base_manager.select_for_update().get(pk=instance.pk)
        start = getattr(row, field)
        if start == to or not transitions.allows(start, to):
            allowed = ", ".join(map(transitions.label, transitions.next(start))) or "nothing"
            said = f"{transitions.label(start)} can only become {allowed}."
            raise ValidationError({field: ValidationError(said, code="conflict")})
        if (start, to) in transitions.reason and not reason.strip():
            raise ValidationError({field: "Say why: this move needs a reason."})
        setattr(row, field, to)
        for name, value in (values or {}).items():
            setattr(row, name, value)
        names = {f.name for f in model._meta.concrete_fields}
        word = to.lower()
        if f"{word}_at" in names and getattr(row, f"{word}_at") is None:
            setattr(row, f"{word}_at", timezone.now())
        for column in {f"{word}_reason", REASON_COLUMNS.get(word, "")} & names if reason else ():
            setattr(row, column, reason)
        row.save()
        check_in_scope(instance=row, actor=actor, action="write")
    return row


@dataclass
class BulkOutcome:
    """What became of a change of many rows; ``refused`` maps keys to reasons."""

    changed: int = 0
    unchanged: int = 0
    refused: dict[Any, Refusal] = field(default_factory=dict)


def records_update(
    *,
    queryset: QuerySet,
    values: Mapping[str, Any],
    actor: Model | None,
    source: str = "console",
) -> BulkOutcome:
    """Give all rows of ``queryset`` the same values, in one transaction.

    Rows that already have them are left alone. Rows the database refuses are found by halving
    and reported; the others are changed. Raises ``ValidationError`` for a value that no row can
    take or a field that only moves through transitions, and ``OutOfScope`` when a row would leave
    the actor's scope (then nothing is changed).
    """
    model = queryset.model
    cleaned = _cleaned(model, values)
    outcome = BulkOutcome()
    same = Q()
    for name, value in cleaned.items():
        same &= Q(**{f"{name}__isnull": True}) if value is None else Q(**{name: value})
    check_fields_open_in_bulk(model=model, names=cleaned, actor=actor)
    with writing(actor, source):
        keys = list(queryset.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(keys), CHUNK):
            chunk = keys[start : start + CHUNK]
            rows = model._base_manager.filter(pk__in=chunk)
            pending = list(rows.exclude(same).select_for_update().values_list("pk", flat=True))
            outcome.unchanged += len(chunk) - len(pending)
            _update(model, pending, cleaned, outcome)
            check_all_in_scope(model=model, keys=pending, actor=actor)
        tell_of_many(model=model, values=cleaned, count=outcome.changed, actor=actor)
    return outcome


def _update(model, keys: Sequence, values, outcome: BulkOutcome) -> None:
    if not keys:
        return
    try:
        with transaction.atomic():
            outcome.changed += model._base_manager.filter(pk__in=keys).update(**values)
    except DatabaseError as error:
        refusal = refusal_of(error, model)
        if refusal is None:
            raise
        if len(keys) == 1:
            outcome.refused[keys[0]] = refusal
            return
        middle = len(keys) // 2
        _update(model, keys[:middle], values, outcome)
        _update(model, keys[middle:], values, outcome)


def _cleaned(model, values: Mapping[str, Any]) -> dict[str, Any]:
    moved = transitions_of(model)
    cleaned: dict[str, Any] = {}
    errors: dict[str, Any] = {}
    for name, value in values.items():
        target = model._meta.get_field(name)
        if name in moved or not target.editable or target.primary_key:
            errors[name] = "This field cannot be set here."
            continue
        if isinstance(target, SealedField):
            errors[name] = "Secrets are entered row by row."
            continue
        try:
            raw = value.pk if isinstance(value, Model) and not target.is_relation else value
            if target.is_relation:
                cleaned[name] = value
                if value is None and not target.null:
                    errors[name] = "Choose a value."
            else:
                cleaned[name] = target.clean(raw, None)
        except ValidationError as error:
            errors[name] = error.messages
    if errors:
        raise ValidationError(errors)
    return cleaned


def check_fields_open(*, instance: Model, actor: Model | None) -> None:
    """Raise ``ValidationError`` for a change of a field that is not the actor's to change."""
    model, adding = type(instance), instance._state.adding
    if actor is None:
        return
    open_names = None if adding else open_fields(actor, instance)
    if open_names is None and not guarded_fields(model):
        return
    before = None if adding else model._base_manager.get(pk=instance.pk)
    guarded = hidden_fields(actor, model, "write" if before else "create", row=before)
    closed = [
        field.name
        for field in instance._meta.concrete_fields
        if field.editable
        and (field.name in guarded or (open_names is not None and field.name not in open_names))
        and _start(before, field) != getattr(instance, field.attname)
    ]
    if closed:
        raise ValidationError(dict.fromkeys(closed, "This is not yours to change."))


def _start(before: Model | None, field) -> Any:
    """What a column held before; in a new row, what it starts with."""
    return getattr(before, field.attname) if before is not None else field.get_default()


def check_fields_open_in_bulk(*, model: type[Model], names: Iterable[str], actor) -> None:
    """The same for many rows at once: who may not change all of them changes none beyond the
    fields that are open to everybody."""
    policy = policy_of(model)
    if actor is None or actor.is_superuser or policy is None:
        return
    if closed := set(names) & hidden_fields(actor, model, "write"):
        raise ValidationError(dict.fromkeys(closed, "This is not yours to change."))
    if policy.own_fields is None:
        return
    if "all" in scopes_on(actor, policy.resource, "write"):
        return
    if closed := set(names) - policy.own_fields:
        raise ValidationError(dict.fromkeys(closed, "This is not yours to change."))


def check_in_scope(*, instance: Model, actor: Model | None, action: str) -> None:
    """Raise ``OutOfScope`` unless the actor may do ``action`` on the row as it is stored."""
    if actor is None or reach_of(actor, type(instance), action).everything:
        return
    rows = type(instance).objects.for_user(actor, action)
    if not rows.filter(pk=instance.pk).exists():
        raise OutOfScope(f"This {instance._meta.verbose_name} would be out of your reach.")


def check_all_in_scope(*, model: type[Model], keys: Sequence, actor: Model | None) -> None:
    """``check_in_scope`` for many rows: one query."""
    if actor is None or actor.is_superuser or not keys:
        return
    if model.objects.for_user(actor, "write").filter(pk__in=keys).count() != len(keys):
        raise OutOfScope(f"Some {model._meta.verbose_name_plural} would be out of your reach.")
