"""Rows of a list as bare values: a page of a hundred rows needs no five hundred models."""

from collections.abc import Sequence
from functools import cache

from django.db import models

from core.models import BaseModel


class Bare:
    """A row that knows the columns it was given, and is called as its model would call it."""

    _meta: models.options.Options
    label_fields: tuple[str, ...] = ()

    def __init__(self, values: dict) -> None:
        self.__dict__ = values

    @property
    def pk(self):
        """The row's key."""
        return self.__dict__[self._meta.pk.attname]

    __str__ = BaseModel.__str__


@cache
def bare(model: type[models.Model]) -> type[Bare]:
    """The class of bare rows of ``model``."""
    names = {"_meta": model._meta, "label_fields": model.label_fields}
    return type(f"Bare{model.__name__}", (Bare,), names)


def can_be_bare(model: type[models.Model], relations: Sequence[str]) -> bool:
    """Whether nothing that a list calls these rows by is more than their own label columns."""
    targets = [model, *(model._meta.get_field(name).related_model for name in relations)]
    return all(target.__str__ is BaseModel.__str__ for target in targets)


def bare_rows(
    rows: models.QuerySet, relations: Sequence[str], columns: Sequence[str]
) -> list[Bare]:
    """The rows with ``columns`` ("number", "property__property_code" …) in one query.

    The related rows named by ``relations`` are bare rows too, None where there is none. Each needs
    its key among the columns.
    """
    own = [name for name in columns if "__" not in name]
    paths, attributes = list(own), _attributes(rows.model, own)
    further = []
    for relation in relations:
        target = rows.model._meta.get_field(relation).related_model
        before = f"{relation}__"
        names = [name.removeprefix(before) for name in columns if name.startswith(before)]
        first = len(paths)
        paths += [f"{before}{name}" for name in names]
        key = first + names.index(target._meta.pk.name)
        part = slice(first, len(paths))
        further.append((relation, key, part, _attributes(target, names), bare(target), {}))
    made, row = [], bare(rows.model)
    for values in rows.values_list(*paths):
        known = dict(zip(attributes, values, strict=False))
        for relation, key, part, names, kind, seen in further:
            pk = values[key]
            if pk is None:
                known[relation] = None
                continue
            if pk not in seen:
                seen[pk] = kind(dict(zip(names, values[part], strict=True)))
            known[relation] = seen[pk]
        made.append(row(known))
    return made


def _attributes(model, names) -> list[str]:
    return [model._meta.get_field(name).attname for name in names]
