"""Entering secrets, and showing one to a person."""

from collections.abc import Mapping

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model

from core import secrets
from core.models.sealed import SealedField, sealed_fields
from core.permissions.fields import may_reveal
from core.services.records import record_save
from core.services.security import security_event
from core.services.writing import writing
from core.throttling import require

SHORTEST_REASON = 5


def secret_set(
    *, row: Model, values: Mapping[str, str | None], actor: Model | None, source: str = "console"
) -> Model:
    """Give sealed columns of a row new plain texts (None removes one); returns the row.

    Sealing, the last four characters, the blind index and the entry in the security trail follow
    as whenever the row is saved. Raises ``ValidationError`` for a column that is not sealed, a
    text that cannot be what it should be, or a duplicate.
    """
    known = {field.name for field in sealed_fields(type(row))}
    if unknown := values.keys() - known:
        raise ValidationError(dict.fromkeys(unknown, "This column keeps no secret."))
    for name, text in values.items():
        if secrets.is_sealed(text):
            raise ValidationError({name: f"This cannot start with {secrets.PREFIX}"})
        setattr(row, name, text)
    return record_save(instance=row, actor=actor, source=source)


def secret_reveal(
    *, row: Model, name: str, actor: Model, reason: str, source: str = "console"
) -> str:
    """The plain text of a sealed column, for a person who says why.

    The entry in the security trail is committed before the text is handed out; so are those of
    refusals. Raises ``PermissionDenied``, ``ValidationError`` for a missing reason or a text that
    does not open, and ``core.throttling.Refused`` beyond ``settings.REVEALS_PER_HOUR``. Not to
    be called in a transaction of one's own.
    """
    field = row._meta.get_field(name)
    if not isinstance(field, SealedField) or not field.is_typed:
        raise ValidationError({name: "This column keeps no secret."})
    if not may_reveal(actor, row, name):
        _tell(row, field, actor, source, reason, failure="No permission.", severity="warning")
        raise PermissionDenied(f"You may not see the {field.title.lower()} of {row}.")
    if len(reason.strip()) < SHORTEST_REASON:
        raise ValidationError({"reason": "Say in a few words what you need it for."})
    require(f"reveal:{actor.pk}", limit=settings.REVEALS_PER_HOUR, seconds=3600)
    try:
        text = secrets.opened(row, name)
    except secrets.Unreadable as error:
        _tell(row, field, actor, source, reason, failure=str(error), severity="critical")
        raise ValidationError({name: f"It cannot be read. {error}"}) from error
    if text is None:
        raise ValidationError({name: "There is nothing to show: none was entered."})
    _tell(row, field, actor, source, reason)
    return text


def _tell(row, field, actor, source, reason, *, failure="", severity="info"):
    with writing(actor, source, reason):
        security_event(
            event="data_access",
            action="read",
            description=f"{field.title} of {row} was {'refused' if failure else 'revealed'}.",
            actor=actor,
            row=row,
            reason=reason.strip(),
            columns=[field.name],
            success=not failure,
            failure=failure,
            severity=severity,
        )
