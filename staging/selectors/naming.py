"""Rows of other tables by their names, as far as somebody may read them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import ForeignKey, Model
from django.urls import NoReverseMatch, reverse

from core.models.base import naming_relation
from core.permissions.scoping import scoped


@dataclass(frozen=True)
class Named:
    """A row as a page shows it: what it is called, and where its own page is."""

    label: str
    address: str


@dataclass
class Names:
    """Collects the keys that a page shows; ``load`` then asks one query a table."""

    actor: Any
    wanted: dict[tuple[type[Model], str], set[str]] = field(
        default_factory=lambda: defaultdict(set)
    )
    found: dict[tuple[type[Model], str, str], Named] = field(default_factory=dict)

    def want(self, model: type[Model], key: Any, attribute: str = "id") -> None:
        """Note a key that will be shown."""
        if key not in (None, ""):
            self.wanted[model, attribute].add(str(key))

    def want_related(self, relation: ForeignKey, key: Any) -> None:
        """Note the value of a foreign key."""
        self.want(relation.related_model, key, relation.target_field.attname)

    def load(self) -> None:
        """Read the names of all that was noted."""
        for (model, attribute), keys in self.wanted.items():
            for row in self._rows(model, attribute, keys):
                named = Named(str(row), address_of(model, row.pk))
                self.found[model, attribute, str(getattr(row, attribute))] = named
        self.wanted.clear()

    def _rows(self, model: type[Model], attribute: str, keys: Iterable[str]) -> list[Model]:
        rows = scoped(model._base_manager.all(), self.actor, "read")
        step = naming_path(model)
        rows = rows.select_related(step) if step else rows
        try:
            return list(rows.filter(**{f"{attribute}__in": keys}))
        except (ValidationError, ValueError, FieldDoesNotExist):
            return []

    def get(self, model: type[Model], key: Any, attribute: str = "id") -> Named | None:
        """The name of a row; None where it is not there, or not the person's to see."""
        return self.found.get((model, attribute, str(key)))

    def related(self, relation: ForeignKey, key: Any) -> Named | None:
        """The name of the row that a foreign key points to."""
        return self.get(relation.related_model, key, relation.target_field.attname)


def naming_path(model: type[Model]) -> str:
    """The relations to load so that ``str`` can name the rows, as one look-up."""
    name = naming_relation(model)
    if name is None:
        return ""
    relation: Any = model._meta.get_field(name)
    rest = naming_path(relation.related_model)
    return f"{name}__{rest}" if rest else name


def address_of(model: type[Model], key: Any) -> str:
    """The console's page of a row; "" where there is none."""
    try:
        return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[key])
    except NoReverseMatch:
        return ""
