"""Sent twice, done once: an app that never heard the answer sends its request again."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Model


def made_before(model: type[Model], key: UUID | None, **mine: Any) -> Any:
    """The row that an earlier sending of the same request has made, or None.

    ``key`` is the UUID that the sender made for the row (None: the sender made none), ``mine``
    are attributes by which the row is the sender's own. Raises ``ValidationError`` under ``id``
    when another row has the key.
    """
    if key is None:
        return None
    row = model._base_manager.filter(pk=key).first()
    if row is not None and any(getattr(row, name) != value for name, value in mine.items()):
        raise ValidationError(
            {"id": ValidationError("Another row has this id. Make a new one.", code="conflict")}
        )
    return row
