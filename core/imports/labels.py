"""Columns of an import and their values as people read them."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import models
from django.utils.dateparse import parse_datetime
from django.utils.timezone import localtime

from core.imports.resource import Column
from core.models import MoneyField

NOTHING = "–"


def label_of(column: Column) -> str:
    """What a page calls a column: "Property code"."""
    return column.name.replace("_", " ").capitalize()


def shown(column: Column | None, value: Any) -> str:
    """A staged value, or one that the database gave as JSON, in words."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value)) or NOTHING
    if isinstance(value, dict):
        return ", ".join(f"{name}: {part}" for name, part in value.items())
    field = column.model_field if column is not None else None
    if field is not None and field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, MoneyField):
        try:
            return f"{Decimal(str(value)):,.2f}"
        except InvalidOperation:
            return str(value)
    if isinstance(field, models.DateTimeField) and isinstance(value, str):
        at = parse_datetime(value)
        return f"{localtime(at):%Y-%m-%d %H:%M}" if at and at.tzinfo else value
    return str(value)
