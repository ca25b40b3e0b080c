"""What a model says about itself that the console can use: nothing here is repeated in an app."""

from functools import cache

from django.contrib.postgres.fields import ArrayField, RangeField
from django.contrib.postgres.indexes import PostgresIndex
from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    CoordinateField,
    DateMultiRangeField,
    Join,
    Lookup,
    MoneyField,
    SealedField,
    SearchTextField,
    VectorField,
    View,
)
from core.models.base import naming_relation
from core.models.fields import TouchedField
from core.permissions.fields import is_discreet, is_secret
from core.transitions import transitions_of

# What people look for first when they know that a row belongs to something.
ANCHORS = (
    "property",
    "reservation",
    "ticket",
    "contact",
    "guest",
    "homeowner",
    "team_member",
    "company",
    "clean_event",
    "inspection",
    "transaction",
    "item",
    "listing",
)


def is_editable(field) -> bool:
    """Whether a person fills the column in."""
    return field.editable and not getattr(field, "generated", False)


def is_span(field: models.Field) -> bool:
    """Whether the column holds ranges computed from others, which are shown themselves."""
    return isinstance(field, DateMultiRangeField) or isinstance(
        getattr(field, "output_field", None), RangeField
    )


@cache
def shown_fields(model: type[models.Model]) -> tuple[models.Field, ...]:
    """The columns a person may read, in the order in which the model declares them."""
    return tuple(
        field
        for field in model._meta.concrete_fields
        if not isinstance(field, (SearchTextField, VectorField))
        and not is_secret(field)
        and not is_span(field)
        and not field.primary_key
    )


@cache
def form_fields(model: type[models.Model]) -> tuple[models.Field, ...]:
    """The columns of a row's own page: those shown, and the secrets that may be entered."""
    shown = set(shown_fields(model))
    return tuple(
        field
        for field in model._meta.concrete_fields
        if field in shown or (isinstance(field, SealedField) and field.is_typed)
    )


@cache
def relations(model: type[models.Model]) -> tuple[models.Field, ...]:
    """All foreign keys and many-to-many relations that the model declares."""
    return tuple(
        field
        for field in (*model._meta.concrete_fields, *model._meta.many_to_many)
        if field.is_relation
    )


def is_lookup(model: type[models.Model]) -> bool:
    """Whether the table is a short list that staff choose from."""
    return issubclass(model, Lookup)


@cache
def naming_path(model: type[models.Model]) -> tuple[str, ...]:
    """The relations to load so that ``str`` can name the rows: ("contact",) for a guest."""
    name = naming_relation(model)
    if name is None:
        return ()
    rest = naming_path(model._meta.get_field(name).related_model)
    return (name, *(f"{name}__{step}" for step in rest))


@cache
def indexed_fields(model: type[models.Model]) -> frozenset[str]:
    """Own fields by which the database can sort without reading the whole table."""
    names = {"pk", model._meta.pk.name}
    for field in model._meta.concrete_fields:
        if field.unique or field.db_index:
            names.add(field.name)
    for index in model._meta.indexes:
        if index.fields and not index.condition and not isinstance(index, PostgresIndex):
            names.add(index.fields[0].lstrip("-"))
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and not constraint.condition:
            names.update(constraint.fields[:1])
    return frozenset(names)


@cache
def status_fields(model: type[models.Model]) -> tuple[str, ...]:
    """The closed lists that tell how far a row has come; the moved ones first."""
    moved = list(transitions_of(model))
    named = [
        field.name
        for field in shown_fields(model)
        if isinstance(field, ChoiceField) and "status" in field.name and field.name not in moved
    ]
    return tuple(moved + named)


def ranked(fields, wanted):
    """``fields`` with those named first that ``wanted`` names, in its order."""
    order = {name: position for position, name in enumerate(wanted)}
    return sorted(fields, key=lambda field: order.get(field.name, len(order)))


MONEY_FIRST = ("total_amount", "amount", "total", "net_amount", "balance", "total_cost")
MOST_COLUMNS = 8


@cache
def default_columns(model: type[models.Model]) -> tuple[str, ...]:
    """Columns for a list of the model where nobody chose: who it is, where it stands, whose it is,
    when, how much."""
    fields = [f for f in shown_fields(model) if not is_discreet(f) and not is_side_note(f)]
    by_name = {field.name: field for field in fields}
    columns: list[str] = []

    def take(names, limit):
        new = [name for name in names if name in by_name and name not in columns][:limit]
        columns.extend(new[: MOST_COLUMNS - len(columns)])

    if is_lookup(model):
        take(["code", "name"], 2)
        take([f.name for f in fields if isinstance(f, CodeField)], 2)
        take([f.name for f in fields if isinstance(f, models.ForeignKey)], 2)
        take(["description"], 1)
        take([f.name for f in fields if isinstance(f, (ChoiceField, models.DecimalField))], 2)
        take(["sort_order", "is_active"], 2)
        return tuple(columns)
    keys = [f for f in fields if f.is_relation and not is_lookup(f.related_model)]
    take([f.name for f in fields if isinstance(f, BusinessIDField)], 1)
    if issubclass(model, Join):
        take([f.name for f in keys if not f.null], 2)
    take(model.label_fields, 2)
    if not columns:
        take([f.name for f in ranked(keys, ANCHORS) if not f.null], 2)
    take(status_fields(model), 1)
    take([f.name for f in ranked(keys, ANCHORS) if not f.null], 2)
    take([f.name for f in ranked(keys, ANCHORS) if f.name in ANCHORS], 2)
    take([f.name for f in fields if isinstance(f, CodeField)], 1)
    take([f.name for f in fields if _is_type(f)], 1)
    take([f.name for f in fields if _is_plain_date(f)], 2)
    take([f.name for f in fields if _is_instant(f)], 1)
    take([f.name for f in ranked(fields, MONEY_FIRST) if isinstance(f, MoneyField)], 2)
    take([f.name for f in fields if isinstance(f, (models.DecimalField, models.IntegerField))], 2)
    take(["is_active"], 1)
    if len(columns) < MOST_COLUMNS - 2:
        take([f.name for f in fields if isinstance(f, models.BooleanField)], 1)
    if len(columns) < MOST_COLUMNS - 2 and not issubclass(model, View):
        take(["created_at"], 1)
    return tuple(columns) or ("__str__",)


SIDE_NOTES = {"country", "timezone", "language", "preferred_language", "currency"}


def is_side_note(field: models.Field) -> bool:
    """Whether a list can do without the column unless somebody asks for it."""
    return field.name in SIDE_NOTES or isinstance(field, CoordinateField)


def _is_type(field):
    return isinstance(field, ChoiceField) and field.name.endswith(("type", "category", "source"))


def _is_plain_date(field):
    return isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField)


def _is_instant(field):
    return isinstance(field, models.DateTimeField) and not isinstance(field, TouchedField)


def is_text(field: models.Field) -> bool:
    """Whether the column keeps words that a person typed (not a closed list)."""
    return isinstance(field, (models.CharField, models.TextField)) and not field.choices


def is_list(field: models.Field) -> bool:
    """Whether the column keeps a list or a document."""
    return isinstance(field, (ArrayField, models.JSONField))
