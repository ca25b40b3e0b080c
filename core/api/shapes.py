"""What an answer shows of a row: which fields, and which related rows in place of their keys."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rest_framework.exceptions import ValidationError

from core.permissions.fields import hidden_fields

if TYPE_CHECKING:
    from core.api.resources import Resource


@dataclass(frozen=True)
class Shape:
    """Fields of a resource's rows, in the declared order; ``expanded`` relations show their row."""

    resource: "type[Resource]"
    names: tuple[str, ...]
    expanded: tuple[tuple[str, "Shape"], ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every declared field is shown."""
        return self.names == self.resource.fields


def shape_asked(resource: "type[Resource]", params) -> Shape:
    """The shape that ``?fields=`` and ``?expand=`` ask for.

    Raises ``ValidationError`` for names that the resource does not declare.
    """
    fields, expand = params.get("fields"), params.get("expand")
    if fields is None and expand is None:
        return whole(resource)
    return _asked(resource, fields, expand)


@cache
def whole(resource: "type[Resource]") -> Shape:
    """All declared fields, with keys."""
    return Shape(resource, resource.fields)


def seen_by(user, shape: Shape, action: str = "read") -> Shape:
    """The shape less the columns that the user may not read (or write) in any row."""
    hidden = hidden_fields(user, shape.resource.model, action)
    inner = tuple((name, seen_by(user, below, action)) for name, below in shape.expanded)
    if not hidden and inner == shape.expanded:
        return shape
    return Shape(shape.resource, tuple(n for n in shape.names if n not in hidden), inner)


@lru_cache(maxsize=2048)
def _asked(resource: "type[Resource]", fields: str | None, expand: str | None) -> Shape:
    names, paths = _listed(fields), _listed(expand)
    errors = {}
    if unknown := sorted(set(names) - set(resource.fields)):
        errors["fields"] = f"There is no {', '.join(unknown)}."
    if unknown := sorted(set(paths) - set(resource.expandable())):
        errors["expand"] = f"{', '.join(unknown)} cannot be expanded."
    if fields is not None and not names:
        errors["fields"] = "Name at least one field."
    if expand is not None and not paths:
        errors["expand"] = "Name at least one relation."
    if errors:
        raise ValidationError(errors)
    return _shape(resource, set(names) or set(resource.fields), paths)


def _shape(resource: "type[Resource]", names: set[str], paths: list[str]) -> Shape:
    """``paths`` are dotted relations; those that a path goes through are expanded too."""
    below: dict[str, list[str]] = {}
    for path in paths:
        name, _, rest = path.partition(".")
        below.setdefault(name, []).extend([rest] if rest else [])
    expanded = tuple(
        (name, _shape(target, set(target.brief_fields()), below[name]))
        for name in resource.fields
        if name in below and (target := resource.target(name))
    )
    shown = names | set(below)
    return Shape(resource, tuple(name for name in resource.fields if name in shown), expanded)


def _listed(text: str | None) -> list[str]:
    return [part for part in (text or "").replace(" ", "").split(",") if part]
