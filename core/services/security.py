"""What the security trail is told."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.utils.module_loading import import_string


def security_event(
    *,
    event: str,
    action: str,
    description: str,
    actor: Model | None = None,
    row: Model | type[Model] | None = None,
    reason: str = "",
    columns: Iterable[str] = (),
    count: int = 1,
    success: bool = True,
    failure: str = "",
    severity: str = "info",
    old: Mapping[str, Any] | None = None,
    new: Mapping[str, Any] | None = None,
    metadata: Mapping[str, Any] | None = None,
) -> None:
    """Put an entry into the security trail (``settings.SECURITY_LOG``), in the caller's transaction.

    ``event`` and ``action`` are values of the trail's lists (login, export …; create, read …),
    ``row`` (or a model, for many of its rows) and ``columns`` say what was touched, ``count`` how
    many rows. Who did it is ``actor``
    (None: the system, or somebody unknown); from where is known by itself. Secrets in ``old`` and
    ``new`` are masked. What must outlast a rollback, as a refused sign-in, is told after it.
    """
    import_string(settings.SECURITY_LOG)(
        event=event,
        action=action,
        description=description,
        actor=actor,
        row=row,
        reason=reason,
        columns=columns,
        count=count,
        success=success,
        failure=failure,
        severity=severity,
        old=old,
        new=new,
        metadata=metadata,
    )
