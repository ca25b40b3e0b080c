"""How a planned row follows what is asked of it, field by field, and what a person has pinned.

``plan`` holds what was asked last. A field whose value differs from that was changed by a person:
it is pinned from then on. What is asked anew of a pinned field stands in ``plan_changes`` as
[kept, asked] until somebody decides (``property.services.pins``).
"""

from collections.abc import Sequence
from typing import Any

from property.models import Clean, Inspection
from property.selectors.asks import Ask, encoded

Planned = Clean | Inspection
STATUS = "status"


def value_of(row: Planned, name: str) -> Any:
    """The value of a field as plans keep it."""
    return encoded(row.serializable_value(name))


def put(row: Planned, name: str, value: Any) -> None:
    """Give a field a value that a plan keeps."""
    field: Any = row._meta.get_field(name)
    target = field.target_field if field.is_relation else field
    setattr(row, field.attname, None if value is None else target.to_python(value))


def takes(row: Planned, ask: Ask, *, following: Sequence[str], links: Sequence[str]) -> None:
    """Let a row that nobody has begun take what is asked of it; nothing is written.

    ``links`` always follow. A row that somebody else made is taken on: what it says otherwise is
    pinned, what it leaves open is filled in; only another day than asked is told as a difference.
    """
    for name in links:
        put(row, name, ask[name])
    old, pinned, changes = row.plan or {}, set(row.pinned_fields), dict(row.plan_changes or {})
    for name in following:
        kept, asked = value_of(row, name), ask[name]
        if name in old:
            if kept != old[name]:
                pinned.add(name)
            is_news = asked != old[name]
        else:
            if kept is not None and kept != asked:
                pinned.add(name)
            is_news = name == "scheduled_date"
        if name not in pinned:
            put(row, name, asked)
        if name not in pinned or kept == asked:
            changes.pop(name, None)
        elif is_news or name in changes:
            changes[name] = [kept, asked]
    _keep(row, ask, pinned, changes)


def stands_by(row: Planned, ask: Ask, *, following: Sequence[str]) -> None:
    """The same for a row that has been begun: it keeps all that it has, and says what differs."""
    old, changes = row.plan or {}, dict(row.plan_changes or {})
    for name in following:
        kept, asked = value_of(row, name), ask[name]
        if kept == asked:
            changes.pop(name, None)
        elif name in changes or (asked != old.get(name, asked)):
            changes[name] = [kept, asked]
    changes.pop(STATUS, None)
    _keep(row, ask, set(row.pinned_fields), changes)


def _keep(row: Planned, ask: Ask, pinned: set[str], changes: dict[str, list]) -> None:
    row.plan = ask
    row.pinned_fields = sorted(pinned)
    row.plan_changes = changes or None
