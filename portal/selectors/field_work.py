"""What a member of the team has to do: by day, in the order of the clock where it is done."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from knowledge.choices.checklists import ChecklistRunStatus
from knowledge.models import ChecklistRun
from property.choices.cleans import CleanStatus
from property.choices.inspections import InspectionStatus
from property.models import Clean, Inspection, Property
from property.selectors.clock import moment_at, zone_of
from reservations.models import Reservation
from service.choices.tickets import TicketStatus
from service.models import Ticket
from team.choices.time import ShiftStatus
from team.models import Shift

OFF = (CleanStatus.CANCELLED, CleanStatus.RESCHEDULED)
OPEN = (TicketStatus.OPEN, TicketStatus.IN_PROGRESS, TicketStatus.ON_HOLD)


@dataclass(frozen=True)
class Job:
    """Something of a day. ``starts_at`` is aware, in the zone of the property (None: any time)."""

    kind: str
    id: UUID
    number: str
    title: str
    status: str
    starts_at: datetime | None
    ends_at: datetime | None
    home: Property | None


def own_cleans(user) -> QuerySet[Clean]:
    """Cleans the user does, or helps with."""
    member = user.team_member_id
    mine = Q(assigned_to=member) | Q(secondary_cleaner=member)
    arriving = Reservation.objects.for_user(user)
    return (
        Clean.objects.for_user(user)
        .filter(mine)
        .select_related("property", "clean_type")
        .prefetch_related(Prefetch("checkin_reservation", arriving))
        .order_by("scheduled_date", "scheduled_time", "id")
    )


def own_inspections(user) -> QuerySet[Inspection]:
    """Inspections the user makes."""
    rows = Inspection.objects.for_user(user).filter(inspector=user.team_member_id)
    return rows.select_related("property").order_by("scheduled_date", "scheduled_time", "id")


def own_tickets(user) -> QuerySet[Ticket]:
    """Tickets the user works on, or has reported."""
    member = user.team_member_id
    rows = Ticket.objects.for_user(user).filter(Q(current_agent=member) | Q(created_by=member))
    rows = rows.filter(is_archived=False)
    return rows.select_related("property", "category").order_by("-id")


def own_checklists(user) -> QuerySet[ChecklistRun]:
    """Checklists given to the user, or belonging to work that is."""
    member = user.team_member_id
    mine = (
        Q(assigned_to=member)
        | Q(clean_event__assigned_to=member)
        | Q(inspection__inspector=member)
        | Q(ticket__current_agent=member)
    )
    rows = ChecklistRun.objects.for_user(user).filter(mine)
    rows = rows.exclude(status=ChecklistRunStatus.CANCELLED)
    return rows.select_related("checklist", "property").order_by("-id")


def day_of(user, day: date) -> list[Job]:
    """The day of the user: cleans, inspections, shifts, and tickets that are planned for it.

    Open tickets of earlier days, and those of no day, belong to today. What has no hour comes
    last. Four queries.
    """
    jobs = [
        _planned("clean", row, row.clean_type.name)
        for row in own_cleans(user).filter(scheduled_date=day).exclude(status__in=OFF)
    ]
    inspections = own_inspections(user).filter(scheduled_date=day)
    jobs += [
        _planned("inspection", row, row.get_inspection_type_display())
        for row in inspections.exclude(status=InspectionStatus.CANCELLED)
    ]
    due = Q(scheduled_date=day)
    if day == timezone.localdate():
        due |= Q(scheduled_date__lt=day) | Q(scheduled_date=None)
    tickets = own_tickets(user).filter(due, current_agent=user.team_member_id, status__in=OPEN)
    jobs += [_job("ticket", row, row.title, None, None) for row in tickets]
    shifts = Shift.objects.for_user(user).filter(member=user.team_member_id, shift_date=day)
    jobs += [
        _job("shift", row, "Shift", row.starts_at, row.ends_at)
        for row in shifts.exclude(status__in=(ShiftStatus.DRAFT, ShiftStatus.CANCELLED))
    ]
    late = datetime.max.replace(tzinfo=UTC)
    return sorted(jobs, key=lambda job: (job.starts_at or late, job.number))


def starts_at(row: Clean | Inspection) -> datetime | None:
    """When a planned piece of work begins, by the clock of its property; None without an hour."""
    hour: time | None = row.scheduled_time
    return None if hour is None else moment_at(row.property, row.scheduled_date, hour)


def _planned(kind: str, row: Clean | Inspection, title: str) -> Job:
    return _job(kind, row, title, starts_at(row), None)


def _job(kind: str, row: Any, title: str, begins: datetime | None, ends: datetime | None) -> Job:
    home = getattr(row, "property", None)
    zone = zone_of(home)
    return Job(
        kind=kind,
        id=row.pk,
        number=row.number,
        title=title,
        status=row.status,
        starts_at=begins.astimezone(zone) if begins else None,
        ends_at=ends.astimezone(zone) if ends else None,
        home=home,
    )
