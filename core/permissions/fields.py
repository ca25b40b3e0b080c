"""Columns that not everybody sees who may read the row.

- **Secret** columns (sealed texts, hashes, tokens) are in no list, form, filter, file or answer.
  What is sealed can be entered anew by whoever may write the row, and is revealed one at a time,
  for a reason, to whoever has the permission that ``revealed_by`` names.
- **Discreet** columns stand on the row's own page only.
- **Guarded** columns (pay) need a permission of another resource than their row:
  ``guarded(TeamMember, "payroll", "hourly_rate", "salary")`` in the app's ``policies.py``.
"""

from collections import defaultdict
from typing import Any

from django.db import models

from core.models.sealed import SealedField
from core.permissions.policies import policy_of
from core.secrets import is_sealed

SECRET_ENDINGS = ("_encrypted", "_hash", "_token", "_secret")
SECRET_NAMES = {"password", "encrypted_value", "token"}
DISCREET_ENDINGS = (
    "_password",
    "door_code",
    "gate_code",
    "lockbox_code",
    "access_code",
    "code_value",
    "code_current",
    "code_master",
)
MASK = "•••"

Model = type[models.Model]
_guards: dict[Model, dict[str, str]] = defaultdict(dict)
_reveals: dict[Model, dict[str, tuple[str, str]]] = defaultdict(dict)


def is_secret(field: models.Field) -> bool:
    """Whether no page, file or answer ever shows the column.

    Not remembered: fields that many models inherit have one hash, and to find one of them in a
    cache takes longer than this.
    """
    return (
        isinstance(field, SealedField)
        or field.name in SECRET_NAMES
        or field.name.endswith(SECRET_ENDINGS)
    )


def is_discreet(field: models.Field) -> bool:
    """Whether the column is shown on the row's own page only, if at all."""
    return is_secret(field) or field.name.endswith(DISCREET_ENDINGS)


def masked(name: str, value: Any) -> Any:
    """The value of a column as a record of what happened may keep it: secrets as "•••"."""
    is_kept_back = name in SECRET_NAMES or name.endswith(SECRET_ENDINGS + DISCREET_ENDINGS)
    return MASK if value not in (None, "") and (is_kept_back or is_sealed(value)) else value


def guarded(model: Model, resource: str, *names: str) -> None:
    """Say that these columns need the action on ``resource`` as well as that on their row."""
    for name in names:
        model._meta.get_field(name)  # a column that is not there is a mistake of ours
        _guards[model][name] = resource


def revealed_by(model: Model, resource: str, action: str, *names: str) -> None:
    """Say what permission reveals sealed columns; "admin" on the row's resource unless said."""
    for name in names:
        if not isinstance(model._meta.get_field(name), SealedField):
            raise TypeError(f"{model._meta.label}.{name} is not sealed.")
        _reveals[model][name] = (resource, action)


def guarded_fields(model: Model) -> dict[str, str]:
    """Name of each guarded column and the resource that it needs."""
    return dict(_guards.get(model, {}))


def hidden_fields(
    user, model: Model, action: str = "read", row: models.Model | None = None
) -> frozenset[str]:
    """The guarded columns on which ``user`` may not do ``action`` (read, write, export …).

    With ``row`` the answer is for that row; without it for a whole list, where it takes the
    permission for all rows.
    """
    return frozenset(
        name
        for name, resource in _guards.get(model, {}).items()
        if not _may(user, model, resource, action, row)
    )


def may_reveal(user, row: models.Model, name: str) -> bool:
    """Whether ``user`` may have the plain text of a sealed column of ``row``."""
    model = type(row)
    policy = policy_of(model)
    if policy is None or getattr(user, "viewed_by", None) is not None:
        return False
    resource, action = _reveals.get(model, {}).get(name, (policy.resource, "admin"))
    return _may(user, model, resource, action, row)


def _may(user, model: Model, resource: str, action: str, row: models.Model | None) -> bool:
    from core.permissions.scoping import reaches
    from core.permissions.standing import is_live, scopes_on

    if not is_live(user):
        return False
    if user.is_superuser or "all" in scopes_on(user, resource, action):
        return True
    return row is not None and reaches(user, row, action, resource=resource)
