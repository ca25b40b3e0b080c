"""Columns of a table as a file names and fills them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from django.db import models

from core.models import BusinessIDField, CodeField
from core.models.fields import field_or_none


@dataclass(frozen=True)
class FileColumn:
    """One column: its heading (the table's own name for it) and the look-up of its value."""

    name: str
    heading: str
    lookup: str


def file_columns(model: type[models.Model], names: Iterable[str]) -> list[FileColumn]:
    """The columns of these fields.

    A row of another table is named as people name it: by its code, or its number where it has
    one, else by its key.
    """
    return [_column(cast(models.Field, model._meta.get_field(name))) for name in names]


def _column(field: models.Field) -> FileColumn:
    lookup = field.attname
    if field.is_relation and not isinstance(field, CodeField):
        number = field_or_none(field.related_model, "number")
        if isinstance(number, BusinessIDField) and field.target_field.primary_key:
            lookup = f"{field.name}__number"
    return FileColumn(field.name, field.column, lookup)
