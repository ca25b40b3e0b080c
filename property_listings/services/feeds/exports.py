"""Links to calendars that others read: made, renewed, and what stands behind one."""

import secrets as random
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError

from core import secrets
from core.services import record_save, writing
from core.services.records import check_in_scope
from core.services.security import security_event
from property.models import Property
from property_listings.models import CalendarExport

TOKEN_BYTES = 20
NOTED = timedelta(hours=1)


def export_create(
    *, home: Property, name: str, platform: str | None = None, actor, source: str = "console"
) -> tuple[CalendarExport, str]:
    """A link for somebody who reads the calendar; returns it with its token.

    ``platform`` is who reads it: what came from there is left out.
    """
    token = random.token_hex(TOKEN_BYTES)
    export = CalendarExport(property=home, name=name, platform_code=platform, token_encrypted=token)
    record_save(instance=export, actor=actor, source=source)
    return export, token


def export_rotate(*, export: CalendarExport, actor, source: str = "console") -> str:
    """Another token; whoever has the old one reads nothing any more. Returns the new one."""
    token = random.token_hex(TOKEN_BYTES)
    with writing(actor, source):
        row = CalendarExport._base_manager.select_for_update().get(pk=export.pk)
        row.token_encrypted = token
        record_save(instance=row, actor=actor, source=source)
    return token


def export_switch(
    *, export: CalendarExport, is_active: bool, actor, source: str = "console"
) -> CalendarExport:
    """Switch a link off or on."""
    with writing(actor, source):
        row = CalendarExport._base_manager.select_for_update().get(pk=export.pk)
        row.is_active = is_active
        row.save(update_fields=["is_active"])
        check_in_scope(instance=row, actor=actor, action="write")
    return row


def export_token(*, export: CalendarExport, actor, source: str = "console") -> str:
    """The token once more, for somebody who may change the link; the security trail keeps that."""
    with writing(actor, source):
        check_in_scope(instance=export, actor=actor, action="write")
        try:
            token = secrets.opened(export, "token_encrypted")
        except secrets.Unreadable as error:
            raise ValidationError("It cannot be read: its key is gone. Make a new link.") from error
        security_event(
            event="data_access",
            action="read",
            description=f"The link of the calendar {export} was shown.",
            actor=actor,
            row=export,
            columns=["token_encrypted"],
        )
    return token or ""


def export_fetched(*, export: CalendarExport, at: datetime) -> None:
    """Note that the calendar was read; to the hour, so that reading hardly ever writes."""
    if export.last_fetched_at is None or at - export.last_fetched_at >= NOTED:
        with writing(None, "api"):
            CalendarExport._base_manager.filter(pk=export.pk).update(last_fetched_at=at)
