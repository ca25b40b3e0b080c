"""Messages to guests that have to go out: what is due, what is overdue, what comes next."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet

from core import clock
from core.focus import focus
from reservations.choices.journeys import (
    OPEN,
    GuestJourneyStatus,
    TouchpointDirection,
)
from reservations.selectors.journey_plans import WAITS

NEXT = timedelta(hours=24)


def waiting(rows) -> QuerySet:
    """Touchpoints that still have to go out: of journeys that are neither off nor on hold."""
    return rows.filter(
        status__in=OPEN,
        direction=TouchpointDirection.OUTBOUND,
        due_at__isnull=False,
        journey__journey_status=GuestJourneyStatus.ACTIVE,
    )


def overdue(rows, now: datetime) -> QuerySet:
    """Those that should have gone out hours ago, and that wait for nothing but a person."""
    late = now - timedelta(hours=settings.MESSAGE_OVERDUE_HOURS)
    return waiting(rows).filter(due_at__lt=late).exclude(hold_reason__in=WAITS)


def due(rows, now: datetime) -> QuerySet:
    """Those whose time has come, and that wait for nothing but a person."""
    return waiting(rows).filter(due_at__lte=now).exclude(hold_reason__in=WAITS)


def held_up(rows, now: datetime) -> QuerySet:
    """Those whose time has come, and that wait for the stay: to be confirmed, or to begin."""
    return waiting(rows).filter(due_at__lte=now, hold_reason__in=WAITS)


def ahead(rows, now: datetime) -> QuerySet:
    """Those of the next 24 hours."""
    return waiting(rows).filter(due_at__gt=now, due_at__lte=now + NEXT)


@focus("reservations.Touchpoint", "due", "Messages due now")
def due_now(rows: QuerySet) -> QuerySet:
    """Messages to guests whose time has come."""
    return due(rows, clock.now())


@focus("reservations.Touchpoint", "overdue", "Messages overdue")
def overdue_now(rows: QuerySet) -> QuerySet:
    """Messages to guests that should have gone out hours ago."""
    return overdue(rows, clock.now())
