"""Rows as the staff API shows them, for webhooks (``settings.WEBHOOK_ROWS``)."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Model

from core.api.reading import documents
from core.api.registry import discover
from core.api.rendering import as_json
from core.api.shapes import Shape, seen_by, whole


def fields_shown(model: type[Model], user) -> dict[str, str]:
    """Column -> name, for the model's own columns that the staff API shows to ``user``."""
    shown = _shape(model, user).names
    return {str(f.column): f.name for f in model._meta.concrete_fields if f.name in shown}


def rows_shown(model: type[Model], keys: Iterable[UUID], user) -> dict[UUID, dict[str, Any]]:
    """Those of the rows that ``user`` may read, as the staff API shows them to that user."""
    rows = model._default_manager.for_user(user, "read").filter(pk__in=list(keys))  # type: ignore[attr-defined]
    made, places = documents(rows, _shape(model, user), user, ["id"])
    return {key: row for row, (key,) in zip(made, places, strict=True)}


def _shape(model: type[Model], user) -> Shape:
    """What the staff API shows; LookupError where it does not show the model."""
    resource = discover().get(model)
    if resource is None:
        raise LookupError(f"The staff API does not show {model._meta.verbose_name_plural}.")
    return seen_by(user, whole(resource))


__all__ = ["as_json", "fields_shown", "rows_shown"]
