"""What a person has chosen, with the defaults for the rest."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from portal.choices.users import UserPreferenceValueType as Kind
from portal.models import User, UserPreference


@dataclass(frozen=True)
class KnownPreference:
    """A key of ``portal.preferences``: its type, what it may be, and what it is by default."""

    kind: str
    default: Any
    choices: tuple[str, ...] = ()
    lowest: int | None = None
    highest: int | None = None
    help: str = ""


PREFERENCES: Mapping[str, KnownPreference] = {
    "theme": KnownPreference(
        Kind.STRING, "system", ("system", "light", "dark"), help="colours of the portal"
    ),
    "date_format": KnownPreference(
        Kind.STRING, "locale", ("locale", "iso", "us", "day_first"), help="how dates are written"
    ),
    "week_start": KnownPreference(
        Kind.STRING, "sunday", ("sunday", "monday", "saturday"), help="first day in calendars"
    ),
    "page_size": KnownPreference(
        Kind.INTEGER, 100, lowest=10, highest=1000, help="rows of a list at a time"
    ),
    "reduced_motion": KnownPreference(Kind.BOOLEAN, False, help="no animations"),
}


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
