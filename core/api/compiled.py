"""Rows as JSON takes them, without an instance or a serializer field in between.

What a serializer declares is compiled once to the columns of one ``values_list``. That holds as
long as every field shows its column as it is, which for the fields of DRF means: the answer is
byte by byte the serializer's. A field or serializer with a ``to_representation`` of its own is
left to the serializer.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Field, Model
from rest_framework import serializers
from rest_framework.settings import api_settings

from core.api.serializers import InstantField, ScopedCodeField, ScopedRelatedField

# How these show a value, orjson shows it too.
AS_IT_IS = frozenset(
    kind.to_representation
    for kind in (
        serializers.BigIntegerField,
        serializers.BooleanField,
        serializers.CharField,
        serializers.ChoiceField,
        serializers.DateField,
        serializers.IntegerField,
        serializers.JSONField,
        serializers.TimeField,
        serializers.UUIDField,
        ScopedCodeField,
        ScopedRelatedField,
        InstantField,
    )
)
GETTERS = frozenset(
    {
        serializers.Field.get_attribute,
        serializers.RelatedField.get_attribute,
        ScopedCodeField.get_attribute,
    }
)


@dataclass(frozen=True)
class Plan:
    """Columns to ask for, and how a row of them becomes a document.

    ``nested`` are the relations: name, place of the related row's key, and the plan of its
    columns, which stand from ``start`` on.
    """

    columns: tuple[str, ...]
    names: tuple[str, ...]
    nested: tuple[tuple[str, int, "Plan"], ...] = ()
    start: int = 0

    @property
    def width(self) -> int:
        """How many columns are the row's own."""
        return len(self.names)

    def documents(self, rows: Iterable[Sequence]) -> list[dict]:
        """One document for each row of values; rows that refer to the same one share its document."""
        names = self.names
        nested = [(name, plan.related_at(place)) for name, place, plan in self.nested]
        made = []
        for row in rows:
            document = dict(zip(names, row, strict=False))
            for name, related in nested:
                document[name] = related(row)
            made.append(document)
        return made

    def related_at(self, place: int) -> Callable[[Sequence], dict | None]:
        """A function that gives the document of the related row, whose key stands at ``place``
        and whose columns are part of a row of values; each is made once."""
        names, start, stop = self.names, self.start, self.start + self.width
        nested = [(name, plan.related_at(key)) for name, key, plan in self.nested]
        known: dict[Any, dict | None] = {None: None}

        def related(row: Sequence) -> dict | None:
            key = row[place]
            if key not in known:
                known[key] = made = dict(zip(names, row[start:stop], strict=True))
                for name, further in nested:
                    made[name] = further(row)
            return known[key]

        return related


@lru_cache(maxsize=4096)
def plan_of(serializer_class: type[serializers.ModelSerializer]) -> Plan | None:
    """The plan of a serializer of rows; None where it must be asked itself."""
    columns: list[str] = []
    plan = _plan(serializer_class(), "", columns)
    return plan and Plan(tuple(columns), plan.names, plan.nested)


def _plan(serializer, prefix: str, columns: list[str]) -> Plan | None:
    if type(serializer).to_representation is not serializers.Serializer.to_representation:
        return None
    model, start = serializer.Meta.model, len(columns)
    inner, names = [], []
    for name, field in serializer.fields.items():
        if field.write_only:
            continue
        column = _column(model, field)
        if column is None:
            return None
        names.append(name)
        columns.append(f"{prefix}{column}")
        if isinstance(field, serializers.ModelSerializer):
            inner.append((name, len(columns) - 1, field))
    nested = []
    for name, place, field in inner:
        plan = _plan(field, f"{prefix}{field.source}__", columns)
        if plan is None:
            return None
        nested.append((name, place, plan))
    return Plan((), tuple(names), tuple(nested), start)


def _column(model: type[Model], field: serializers.Field) -> str | None:
    """The column that a field shows as it is; None for a field that does more."""
    column = next((f for f in model._meta.concrete_fields if f.name == field.source), None)
    if column is None:
        return None
    if isinstance(field, serializers.ModelSerializer):
        return column.attname if column.is_relation else None
    return column.attname if _shows_column(field, column) else None


def _shows_column(field: serializers.Field, column: Field) -> bool:
    shows, gets = type(field).to_representation, type(field).get_attribute
    if gets not in GETTERS:
        return False
    if shows is serializers.ListField.to_representation:
        return _shows_column(field.child, column)
    if shows is serializers.DecimalField.to_representation:
        # A table keeps the decimals that the column declares; a view may have any.
        as_text = getattr(field, "coerce_to_string", api_settings.COERCE_DECIMAL_TO_STRING)
        changed = field.localize or field.normalize_output
        return column.model._meta.managed and as_text and not changed
    if shows is serializers.BigIntegerField.to_representation:
        return not getattr(field, "coerce_to_string", api_settings.COERCE_BIGINT_TO_STRING)
    if shows is ScopedRelatedField.to_representation and field.pk_field is not None:
        return False
    return shows in AS_IT_IS


__all__ = ["Plan", "plan_of"]
