"""Tables whose rows decide what people may do: the security trail is told of every write of them.

``watch(UserRole)`` in the app's ``policies.py``; the services of ``core.services.records`` do the
telling, whoever calls them (console, API, another service).
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Model
from django.utils.text import capfirst

from core.services.security import security_event

_watched: dict[type[Model], frozenset[str]] = {}
_told_apart: ContextVar[bool] = ContextVar("told_apart", default=True)
CLOSED = ("revoked_at", "deactivated_at")


def watch(model: type[Model], *columns: str) -> None:
    """Have changes of these columns told (of all, when none is named), and rows that come and go."""
    names = [field.name for field in model._meta.concrete_fields if field.editable]
    if unknown := set(columns) - set(names):
        raise ValueError(f"{model._meta.label} has no {', '.join(sorted(unknown))}.")
    _watched[model] = frozenset(columns or names)


def is_watched(model: type[Model]) -> bool:
    """Whether the security trail is told of writes of this model."""
    return model in _watched


@contextmanager
def told_as_one() -> Iterator[None]:
    """For a service that tells of many writes in one entry of its own."""
    token = _told_apart.set(False)
    try:
        yield
    finally:
        _told_apart.reset(token)


def tell_of(
    *, row: Model, before: Model | None, actor: Model | None, is_deleted: bool = False
) -> None:
    """Tell what became of a row: it came (``before`` None), went, or changed; nothing otherwise."""
    model = type(row)
    if model not in _watched or not _told_apart.get():
        return
    old = {} if before is None else _values(before)
    new = {} if is_deleted else _values(row)
    changed = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    if not changed:
        return
    action = "revoke" if is_deleted or _is_closing(old, new) else "update" if old else "grant"
    words = {"grant": "added", "revoke": "taken back", "update": "changed"}
    security_event(
        event="permission_change",
        action=action,
        description=f"{capfirst(model._meta.verbose_name)} {row} was {words[action]}.",
        actor=actor,
        row=row,
        columns=sorted(changed),
        severity="warning",
        old={name: old[name] for name in changed if name in old} or None,
        new={name: new[name] for name in changed if name in new} or None,
    )


def tell_of_many(
    *, model: type[Model], values: Mapping[str, Any], count: int, actor: Model | None
) -> None:
    """Tell of the same values given to many rows."""
    told = {
        name: _shown(value) for name, value in values.items() if name in _watched.get(model, ())
    }
    if told and count and _told_apart.get():
        security_event(
            event="permission_change",
            action="update",
            description=f"{count} {model._meta.verbose_name_plural} were changed at once.",
            actor=actor,
            count=count,
            columns=sorted(told),
            severity="warning",
            new=told,
        )


def _values(row: Model) -> dict[str, Any]:
    return {name: _shown(getattr(row, name)) for name in sorted(_watched[type(row)])}


def _shown(value: Any) -> Any:
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def _is_closing(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    ended = any(new.get(name) and not old.get(name) for name in CLOSED)
    return bool(old) and (ended or (old.get("is_active") is True and new.get("is_active") is False))
