"""How a form is laid out where nobody laid it out by hand: groups of columns of one kind."""

from functools import cache

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.admin.describe import form_fields, status_fields
from core.models import MoneyField, TextField
from core.models.fields import TouchedField

SHORT = 14  # columns up to which one group is enough
SYSTEM = ("source_system", "external_id", "streamline_id", "monday_item_id", "legacy_id")
PER_LINE = 3
STAMPS = ("created_at", "updated_at", *SYSTEM)


def lines(names, per_line=PER_LINE):
    """The names in lines of a few columns each."""
    names = list(names)
    return [
        tuple(names[start : start + per_line])
        if len(names[start : start + per_line]) > 1
        else names[start]
        for start in range(0, len(names), per_line)
    ]


def group(title, names, *, tab=True, per_line=PER_LINE):
    """One fieldset, or nothing when it would be empty."""
    classes = ["tab"] if tab and title else []
    return [(title, {"fields": lines(names, per_line), "classes": classes})] if names else []


def sheet(*groups: tuple[str, ...]) -> tuple:
    """Fieldsets written as lines of names: ``sheet(("", "number name"), ("Place", "city state"))``.

    The first group stands open above the tabs. Columns that no line names follow under "More".
    """
    return tuple(
        (
            title or None,
            {
                "fields": [tuple(line.split()) if " " in line else line for line in lines],
                "classes": ["tab"] if title else [],
            },
        )
        for title, *lines in groups
    )


def completed(fieldsets, offered: list[str]) -> list:
    """``fieldsets`` less what the page cannot show, and with what they forgot at the end."""
    kept, named = [], set()
    for title, options in fieldsets:
        fields = []
        for line in options["fields"]:
            names = [n for n in ((line,) if isinstance(line, str) else line) if n in offered]
            named.update(names)
            if names:
                fields.append(names[0] if len(names) == 1 else tuple(names))
        if fields:
            kept.append((title, {**options, "fields": fields}))
    more = [name for name in offered if name not in named and name not in STAMPS]
    stamps = [name for name in offered if name not in named and name in STAMPS]
    return [*kept, *group("More", more), *group("Record", stamps)]


@cache
def kinds(model: type[models.Model]) -> dict[str, tuple[str, ...]]:
    """The shown columns of a model by kind; each stands in exactly one."""
    groups: dict[str, list[str]] = {
        name: []
        for name in ("identity", "state", "relations", "facts", "money", "dates", "flags", "texts",
                     "lists", "system")
    }  # fmt: skip
    statuses = status_fields(model)
    labels = {*getattr(model, "label_fields", ()), "number", "code", "name", "title"}
    for field in form_fields(model):
        groups[_kind(field, statuses, labels)].append(field.name)
    for relation in model._meta.many_to_many:
        groups["relations"].append(relation.name)
    return {name: tuple(names) for name, names in groups.items()}


def _kind(field, statuses, labels):
    if isinstance(field, TouchedField) or field.name in SYSTEM:
        return "system"
    if field.name in statuses:
        return "state"
    if field.name in labels:
        return "identity"
    if field.is_relation:
        return "relations"
    for types, kind in (
        (MoneyField, "money"),
        (models.BooleanField, "flags"),
        (models.DateField, "dates"),
        ((ArrayField, models.JSONField), "lists"),
    ):
        if isinstance(field, types):
            return kind
    if isinstance(field, TextField) and not field.choices:
        return "texts"
    return "facts"


def default_fieldsets(model: type[models.Model], offered: set[str]) -> list:
    """Groups in the same order on every page: who, state, whose, facts, money, time, words.

    ``offered`` are the names that the form or its read-only part can show.
    """
    parts = {
        name: [column for column in columns if column in offered]
        for name, columns in kinds(model).items()
    }
    body = ("facts", "money", "dates", "flags", "texts", "lists")
    head = parts["identity"] + parts["state"] + parts["relations"]
    if sum(len(parts[name]) for name in parts) <= SHORT:
        plain = head + [n for name in body[:-2] for n in parts[name]]
        return [
            *group(None, plain, per_line=2),
            *group("Notes", parts["texts"] + parts["lists"], tab=False, per_line=1),
            *group("Record", parts["system"], tab=False),
        ]
    return [
        *group(None, parts["identity"] + parts["state"], per_line=3),
        *group("Belongs to", parts["relations"], per_line=2),
        *group("Details", parts["facts"]),
        *group("Money", parts["money"]),
        *group("Dates", parts["dates"], per_line=2),
        *group("Yes or no", parts["flags"], per_line=4),
        *group("Notes", parts["texts"], per_line=1),
        *group("Lists", parts["lists"], per_line=1),
        *group("Record", parts["system"]),
    ]
