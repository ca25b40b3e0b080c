"""Tickets that need somebody today."""

from datetime import date, datetime, time, timedelta

from django.db.models import Count, DurationField, ExpressionWrapper, F, QuerySet, Value
from django.db.models.functions import TruncDate
from django.utils import timezone

from core.focus import focus
from service.choices.tickets import TicketStatus
from service.models import Ticket

OPEN = (TicketStatus.OPEN, TicketStatus.IN_PROGRESS)  # on hold the clock stands still
HOUR = timedelta(hours=1)


@focus("service.Ticket", "overdue", "Tickets past their time")
def overdue(rows: QuerySet) -> QuerySet:
    """Open tickets older than their priority allows (``ref.ticket_priority_key.sla_hours``)."""
    allowed = ExpressionWrapper(
        F("priority__sla_hours") * Value(HOUR), output_field=DurationField()
    )
    return rows.filter(status__in=OPEN, is_archived=False, created_at__lt=timezone.now() - allowed)


@focus("service.Ticket", "unassigned", "Tickets nobody has")
def unassigned(rows: QuerySet) -> QuerySet:
    """Open tickets without a person."""
    return rows.filter(status__in=OPEN, is_archived=False, current_agent=None)


@focus("service.Ticket", "open", "Open tickets")
def open_tickets(rows: QuerySet) -> QuerySet:
    """Tickets neither resolved nor cancelled, those on hold too."""
    return rows.filter(status__in=(*OPEN, TicketStatus.ON_HOLD), is_archived=False)


def opened_and_resolved(user, first: date, days: int) -> list[tuple[int, int]]:
    """(opened, resolved) tickets of each day from ``first`` on, in the user's scope.

    Days are those of the company's time zone. Two queries.
    """
    start = timezone.make_aware(datetime.combine(first, time.min))
    tickets = Ticket.objects.for_user(user).order_by()
    counts = []
    for moment in ("created_at", "resolved_at"):
        rows = tickets.filter(**{f"{moment}__gte": start}).annotate(day=TruncDate(moment))
        counts.append(dict(rows.values_list("day").annotate(n=Count("pk"))))
    every = [first + timedelta(days=day) for day in range(days)]
    return [(counts[0].get(day, 0), counts[1].get(day, 0)) for day in every]
