"""A clean as the person who does it moves it: begun, done."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from core.services import record_transition, writing
from property.choices.cleans import CleanStatus
from property.models import Clean

DONE = (CleanStatus.COMPLETED, CleanStatus.VERIFIED)


def clean_start(*, clean: Clean, actor, source: str = "api") -> Clean:
    """Somebody begins; begun already, it stays as it is."""
    begun = {"actual_start_at": timezone.now(), "actual_end_at": None, "duration_minutes": None}
    return _move(clean, CleanStatus.IN_PROGRESS, begun, actor, source, (CleanStatus.IN_PROGRESS,))


def clean_complete(
    *, clean: Clean, actor, issues_found: str = "", notes: str = "", source: str = "api"
) -> Clean:
    """It is done, with what was found; done already, it stays as it is.

    Minutes count from when it was begun. Raises ``ValidationError`` when it was never begun.
    """
    with writing(actor, source):
        row = Clean._base_manager.select_for_update().get(pk=clean.pk)
        now = timezone.now()
        values: dict[str, Any] = {
            "actual_end_at": now,
            "completed_by_id": actor.team_member_id,
        }
        if row.actual_start_at is not None:
            values["duration_minutes"] = int((now - row.actual_start_at).total_seconds() // 60)
        if issues_found:
            values["issues_found"] = issues_found
        if notes:
            values["notes"] = f"{row.notes}\n{notes}" if row.notes else notes
        return _move(row, CleanStatus.COMPLETED, values, actor, source, DONE)


def _move(
    clean: Clean, to: str, values: Mapping[str, Any], actor, source: str, there: tuple[str, ...]
) -> Clean:
    """The move, unless an earlier sending of the same has made it."""
    with writing(actor, source):
        row = Clean._base_manager.select_for_update().get(pk=clean.pk)
        if row.status in there:
            return row
        record_transition(
            instance=row, field="status", to=to, actor=actor, source=source, values=values
        )
        return Clean._base_manager.get(pk=clean.pk)
