"""Rows of a list as bare values: a page of a hundred rows needs no five hundred models."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db import models

from core.api.fetching import fetched
from core.models import BaseModel


class Bare:
    """A row that knows the columns it was given, and is called as its model would call it."""

    _meta: Any
    label_fields: tuple[str, ...] = ()
    search_through: tuple[str, ...] = ()

    def __init__(self, values: dict) -> None:
        self.__dict__ = values

    @property
    def pk(self):
        """The row's key."""
        return self.__dict__[self._meta.pk.attname]

    def loaded(self, relation: str):
        """The related row; None where there is none or the list does not need it."""
        return self.__dict__.get(relation)

    __str__ = BaseModel.__str__


@cache
def bare(model: type[models.Model]) -> type[Bare]:
    """The class of bare rows of ``model``."""
    names = ("_meta", "label_fields", "search_through")
    return type(f"Bare{model.__name__}", (Bare,), {name: getattr(model, name) for name in names})


@dataclass
class Part:
    """Which of the values of a row make up the row itself, or one that it refers to."""

    kind: type[Bare]
    attributes: list[str]
    values: slice
    key: int
    further: list[tuple[str, "Part"]]
    seen: dict[Any, Bare] = field(default_factory=dict)

    def row(self, values: tuple) -> Bare:
        """The bare row, with the rows it refers to; equal ones are made once."""
        known = dict(zip(self.attributes, values[self.values], strict=True))
        for step, part in self.further:
            key = values[part.key]
            if key is not None and key not in part.seen:
                part.seen[key] = part.row(values)
            known[step] = part.seen.get(key)
        return self.kind(known)


def can_be_bare(model: type[models.Model], columns: Iterable[str]) -> bool:
    """Whether all rows that the columns lead to are of the ladder, and called as it calls them."""
    steps = {column.rpartition("__")[0] for column in columns}
    targets = [_end(model, step) for step in steps if step]
    return all(target.__str__ is BaseModel.__str__ for target in (model, *targets))


def bare_rows(rows: models.QuerySet, columns: Iterable[str]) -> list[Bare]:
    """The rows with ``columns`` ("number", "property__property_code" …) in one query.

    Related rows are bare too, None where there is none; each needs its key among the columns.
    """
    paths: list[str] = []
    part = _part(rows.model, list(columns), "", paths)
    return [part.row(values) for values in fetched(rows, paths)]


def _part(model, columns: list[str], before: str, paths: list[str]) -> Part:
    own = [name for name in columns if "__" not in name]
    first = len(paths)
    paths += [f"{before}{name}" for name in own]
    steps = dict.fromkeys(name.partition("__")[0] for name in columns if "__" in name)
    further = []
    for step in steps:
        beyond = [name.partition("__")[2] for name in columns if name.startswith(f"{step}__")]
        target = model._meta.get_field(step).related_model
        further.append((step, _part(target, beyond, f"{before}{step}__", paths)))
    return Part(
        kind=bare(model),
        attributes=[model._meta.get_field(name).attname for name in own],
        values=slice(first, first + len(own)),
        key=first + own.index(model._meta.pk.name),
        further=further,
    )


def _end(model, path: str):
    for step in path.split("__"):
        model = model._meta.get_field(step).related_model
    return model
