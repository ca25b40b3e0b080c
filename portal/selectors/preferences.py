"""What a person has chosen, with the defaults for the rest."""

import json
from collections.abc import Iterable
from typing import Any

from portal.choices.preferences import PREFERENCES
from portal.choices.users import UserPreferenceValueType as Kind
from portal.models import User, UserPreference


def preferences_of(*, user: User) -> dict[str, Any]:
    """Every known preference of ``user`` by its key, as a value of its type. One query."""
    kept = kept_values(user=user, keys=PREFERENCES)
    return {key: kept.get(key, known.default) for key, known in PREFERENCES.items()}


def kept_values(*, user: User, keys: Iterable[str]) -> dict[str, Any]:
    """Those of the keys that ``user`` has a value for. One query.

    A value that cannot be read as what it says to be counts as not kept.
    """
    rows = UserPreference.objects.filter(user=user, preference_key__in=list(keys)).values_list(
        "preference_key", "preference_value", "value_type"
    )
    values = {}
    for key, text, kind in rows:
        try:
            values[key] = value_of(text, kind)
        except ValueError:
            continue
    return values


def value_of(text: str | None, kind: str) -> Any:
    """The value that a row of ``portal.preferences`` keeps as text; ``ValueError`` for nonsense."""
    if text is None:
        return None
    match kind:
        case Kind.BOOLEAN:
            if text not in ("true", "false"):
                raise ValueError(f"{text!r} is neither true nor false.")
            return text == "true"
        case Kind.INTEGER:
            return int(text)
        case Kind.JSON:
            return json.loads(text)
    return text
