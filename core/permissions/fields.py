"""Which columns are secret, which are discreet, and whose permission some of them need."""

from functools import cache
from typing import Any

from django.db import models

from core.secrets import is_sealed

# Columns that nobody reads in a list, a form, a filter or a file.
SECRET_ENDINGS = ("_encrypted", "_hash", "_token", "_secret")
SECRET_NAMES = {"password", "encrypted_value", "token"}
# Shown on the row's own page only: never in lists, filters or files.
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


@cache
def is_secret(field: models.Field) -> bool:
    """Whether no page, file or answer ever shows the column."""
    return field.name in SECRET_NAMES or field.name.endswith(SECRET_ENDINGS)


@cache
def is_discreet(field: models.Field) -> bool:
    """Whether the column is shown on the row's own page only."""
    return is_secret(field) or field.name.endswith(DISCREET_ENDINGS)


def masked(name: str, value: Any) -> Any:
    """The value of a column as a record of what happened may keep it: secrets as "•••"."""
    is_kept_back = name in SECRET_NAMES or name.endswith(SECRET_ENDINGS + DISCREET_ENDINGS)
    return MASK if value not in (None, "") and (is_kept_back or is_sealed(value)) else value
