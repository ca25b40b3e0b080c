"""Rows for an answer: one query with joins for what the caller reads all of, one more for each
relation of which the caller reads a part."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from core.api.compiled import plan_of
from core.api.fetching import fetched
from core.api.serializers import RecordSerializer
from core.api.shapes import Shape, seen_by
from core.permissions.scoping import reach_of
from core.transitions import transitions_of


@lru_cache(maxsize=4096)
def serializer_for(shape: Shape, *, is_new: bool = False) -> type[RecordSerializer]:
    """The serializer of a shape; what the database or a transition keeps is read-only.

    A status that moves along a map is said for a new row (``is_new``) where it has no default.
    """
    model: Any = shape.resource.model
    moved = set(transitions_of(model))
    said = {n for n in moved & set(shape.names) if not model._meta.get_field(n).has_default()}
    if is_new and not said:
        return serializer_for(shape)
    moved -= said if is_new else set()
    nested = {name: serializer_for(inner)(read_only=True) for name, inner in shape.expanded}
    read_only = [
        name
        for name in shape.names
        if name not in nested
        and (
            name in moved
            or name in shape.resource.read_only_fields
            or not model._meta.get_field(name).editable
            or model._meta.get_field(name).generated
        )
    ]
    meta = {
        "model": model,
        "fields": shape.names,
        "read_only_fields": read_only,
        "shape": shape,
        "validators": [],  # the database refuses duplicates, and knows of all rows
    }
    kind = "New" if is_new else "Row" if shape.is_whole else "Brief"
    name = f"{model.__name__}{kind}Serializer"
    base = shape.resource.serializer_base
    return type(name, (base,), {**nested, "Meta": type("Meta", (), meta)})


def brief_serializer(resource) -> type[RecordSerializer]:
    """The serializer of a resource's rows where they stand in place of a key."""
    return serializer_for(Shape(resource, resource.brief_fields()))


def documents(
    rows: QuerySet, shape: Shape, user, extra: Sequence[str] = ()
) -> tuple[list[dict], list[list]]:
    """The rows as documents, and the columns ``extra`` of each."""
    shape = seen_by(user, shape)
    joined = _joined(shape, user)
    serializer_class = serializer_for(joined)
    plan = plan_of(serializer_class)
    if plan is None:
        paths = [path.replace(".", "__") for path in _paths(joined)]
        found = list(rows.select_related(*paths) if paths else rows)
        made = [dict(one) for one in serializer_class(found, many=True).data]
        beside = [[getattr(row, name) for name in extra] for row in found]
    else:
        missing = [name for name in extra if name not in plan.columns]
        columns = (*plan.columns, *missing)
        values = fetched(rows, columns)
        places = [columns.index(name) for name in extra]
        made = plan.documents(values)
        beside = [[row[place] for place in places] for row in values]
    if joined is not shape:
        _attach(made, shape, user)
    return made, beside


def _joined(shape: Shape, user) -> Shape:
    """The shape less the relations of which the user reads a part, which a join would show."""
    if not shape.expanded:
        return shape
    expanded = tuple(
        (name, _joined(inner, user))
        for name, inner in shape.expanded
        if reach_of(user, inner.resource.model, "read").everything
    )
    return shape if expanded == shape.expanded else Shape(shape.resource, shape.names, expanded)


def _attach(made: list[dict], shape: Shape, user) -> None:
    """Put related rows in place of their keys where the user may read them."""
    for name, inner in shape.expanded:
        model = inner.resource.model
        relation: Any = shape.resource.model._meta.get_field(name)
        if reach_of(user, model, "read").everything:
            shared = {id(row[name]): row[name] for row in made if row[name] is not None}
            _attach(list(shared.values()), inner, user)
            continue
        key = relation.target_field.attname
        wanted = {row[name] for row in made if row[name] is not None}
        rows = model.objects.for_user(user, "read").filter((f"{key}__in", wanted))
        inside, keys = documents(rows, inner, user, [key])
        known = {row_key: row for row, (row_key,) in zip(inside, keys, strict=True)}
        for row in made:
            row[name] = known.get(row[name], row[name])


def _paths(shape: Shape) -> list[str]:
    """The dotted relations of a shape."""
    paths = []
    for name, inner in shape.expanded:
        paths += [name, *(f"{name}.{path}" for path in _paths(inner))]
    return paths


__all__ = ["brief_serializer", "documents", "serializer_for"]
