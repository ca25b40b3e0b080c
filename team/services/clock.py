"""The time clock: in, out, never twice at once."""

from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone

from core.services import record_save, writing
from core.services.once import made_before
from property.models import Property
from property.selectors.clock import zone_of
from team.choices.time import TimeEntryMethod, TimeEntryTimesheetStatus
from team.models import TeamMember, TimeEntry
from team.selectors.clock import open_entry

LATE = timedelta(hours=24)  # how far back an app without a network may stamp
AHEAD = timedelta(minutes=5)  # what clocks of telephones are off


def clock_in(
    *,
    actor,
    key: UUID | None = None,
    at: datetime | None = None,
    home: Property | None = None,
    source: str = "api",
    **values: Any,
) -> TimeEntry:
    """A member starts to work. ``values`` are further attributes of the entry.

    ``key`` is the id that the sender made for it: sent twice, one entry. ``at`` is when it was
    stamped, for an app that had no network (an instant not over a day old). The day is that of the
    property's calendar, the rate the one of now. Raises ``ValidationError`` when an entry is open.
    """
    with writing(actor, source):
        member = TeamMember._base_manager.select_for_update().get(pk=actor.team_member_id)
        if made := made_before(TimeEntry, key, member_id=member.pk):
            return made
        if (running := open_entry(member)) is not None:
            raise ValidationError(
                f"{running.number} runs since {running.started_at:%Y-%m-%d %H:%M} UTC: "
                "clock out first.",
                code="conflict",
            )
        started = _stamped(at)
        entry = TimeEntry(
            member=member,
            property=home,
            started_at=started,
            work_date=started.astimezone(zone_of(home)).date(),
            entry_method=TimeEntryMethod.MOBILE,
            **values,
        )
        if key is not None:
            entry.pk = key
        record_save(instance=entry, actor=actor, source=source)
        return _paid(entry, hourly_rate=member.hourly_rate)


def clock_out(
    *,
    actor,
    key: UUID | None = None,
    at: datetime | None = None,
    notes: str = "",
    source: str = "api",
) -> TimeEntry:
    """A member stops: the entry that is open gets its end, its seconds and what they cost.

    ``key`` names the entry to end; ended already, it stays as it is. Raises ``ValidationError``
    when nothing is open, or for an end before the start.
    """
    with writing(actor, source):
        member = TeamMember._base_manager.select_for_update().get(pk=actor.team_member_id)
        named = made_before(TimeEntry, key, member_id=member.pk)
        if named is not None and named.ended_at is not None:
            return named
        entry = named or open_entry(member)
        if entry is None:
            raise ValidationError("You are not clocked in.", code="conflict")
        ended, started = _stamped(at), entry.started_at
        if started is None or ended < started:
            raise ValidationError({"at": "That is before you clocked in."})
        seconds = int((ended - started).total_seconds())
        entry.ended_at = ended
        entry.duration_seconds = seconds
        entry.timesheet_status = TimeEntryTimesheetStatus.STOP
        if notes:
            entry.notes = f"{entry.notes}\n{notes}" if entry.notes else notes
        record_save(instance=entry, actor=actor, source=source)
        if entry.hourly_rate is None:
            return entry
        cost = entry.hourly_rate * seconds / 3600
        return _paid(entry, labor_cost=cost.quantize(Decimal("0.01"), ROUND_HALF_UP))


def _paid(entry: TimeEntry, **pay: Decimal | None) -> TimeEntry:
    """Set what is not the member's to set, nor to see: what the hour costs the company."""
    for name, value in pay.items():
        setattr(entry, name, value)
    TimeEntry._base_manager.filter(pk=entry.pk).update(**pay)
    return entry


def _stamped(at: datetime | None) -> datetime:
    """When it was stamped; ``ValidationError`` for the future and for days gone by."""
    now = timezone.now()
    if at is None:
        return now
    if at > now + AHEAD:
        raise ValidationError({"at": "That is in the future. Check the clock of your device."})
    if at < now - LATE:
        raise ValidationError({"at": "That is over a day ago. Ask your lead to enter it."})
    return min(at, now)
