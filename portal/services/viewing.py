"""Looking at the console through another person's eyes: told to the security trail, read-only."""

from django.core.exceptions import PermissionDenied, ValidationError

from core.services import writing
from core.services.security import security_event
from portal.models import User
from portal.selectors.viewing import may_view_as


def view_as_begin(*, actor: User, person: User, reason: str, source: str = "console") -> None:
    """Note that ``actor`` begins to look as ``person``, and why.

    Raises ``PermissionDenied`` unless ``may_view_as`` holds, ``ValidationError`` without a reason.
    """
    if not may_view_as(actor, person):
        raise PermissionDenied("You cannot look through this person's eyes.")
    if not reason.strip():
        raise ValidationError("Say what you need it for.")
    with writing(actor, source, reason):
        _tell(actor, person, "grant", f"Began to view the console as {person}", reason.strip())


def view_as_end(*, actor: User, person: User | None, source: str = "console") -> None:
    """Note that it is over."""
    with writing(actor, source):
        _tell(actor, person, "revoke", f"Ended viewing the console as {person or 'somebody'}", "")


def _tell(actor: User, person: User | None, action: str, description: str, reason: str) -> None:
    security_event(
        event="data_access",
        action=action,
        description=description,
        actor=actor,
        row=person,
        reason=reason,
        severity="warning",
        metadata={"view_as": True},
    )
