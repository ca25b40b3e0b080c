"""Cleans, inspections and contracts of the units that need somebody today."""

from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from core.focus import focus
from property.choices.cleans import CleanStatus
from property.choices.inspections import InspectionStatus
from property.choices.properties import PropertyManagementStatus, PropertyStatus
from property.models import Clean, Property

DONE = (CleanStatus.COMPLETED, CleanStatus.VERIFIED)
WAITING = (CleanStatus.SCHEDULED, CleanStatus.ASSIGNED)
DROPPED = (CleanStatus.CANCELLED, CleanStatus.RESCHEDULED)
RENEWAL_DAYS = 60


@focus("property.Clean", "today", "Cleans today")
def cleans(rows: QuerySet) -> QuerySet:
    """Cleans of today, done or not."""
    return rows.filter(scheduled_date=timezone.localdate()).exclude(status__in=DROPPED)


@focus("property.Clean", "late", "Late cleans")
def late_cleans(rows: QuerySet) -> QuerySet:
    """Cleans not begun whose time has passed: of earlier days, or of today after their hour."""
    now = timezone.localtime()
    begun_late = Q(scheduled_date=now.date(), scheduled_time__lt=now.time())
    return rows.filter(Q(scheduled_date__lt=now.date()) | begun_late, status__in=WAITING)


@focus("property.Clean", "unassigned", "Cleans nobody has")
def unassigned_cleans(rows: QuerySet) -> QuerySet:
    """Cleans of today and tomorrow with neither a person nor a company."""
    today = timezone.localdate()
    return rows.filter(
        scheduled_date__range=(today, today + timedelta(days=1)),
        status__in=WAITING,
        assigned_to=None,
        vendor_company=None,
    )


@focus("property.Inspection", "due", "Inspections due")
def inspections_due(rows: QuerySet) -> QuerySet:
    """Inspections of today or earlier that are not finished."""
    return rows.filter(
        scheduled_date__lte=timezone.localdate(),
        status__in=(InspectionStatus.SCHEDULED, InspectionStatus.IN_PROGRESS),
    )


@focus("property.Property", "contract-ends", "Contracts ending soon")
def contracts_ending(rows: QuerySet) -> QuerySet:
    """Active units whose management contract ends within 60 days, or has ended."""
    until = timezone.localdate() + timedelta(days=RENEWAL_DAYS)
    return rows.filter(contract_end_date__lte=until, status=PropertyStatus.ACTIVE)


def cleans_by_status(user) -> dict[str, int]:
    """Status -> cleans of today, in the user's scope. One query."""
    rows = cleans.rows(Clean.objects.for_user(user)).order_by()
    return dict(rows.values_list("status").annotate(n=Count("pk")))


def cleans_by_day(user, first: date, days: int) -> list[tuple[int, int]]:
    """(planned, done) cleans of each day from ``first`` on, in the user's scope. One query."""
    end = first + timedelta(days=days)
    counted = (
        Clean.objects.for_user(user)
        .filter(scheduled_date__gte=first, scheduled_date__lt=end)
        .exclude(status__in=DROPPED)
        .order_by()
        .values_list("scheduled_date")
        .annotate(planned=Count("pk"), done=Count("pk", filter=Q(status__in=DONE)))
    )
    by_day = {day: (planned, done) for day, planned, done in counted}
    return [by_day.get(first + timedelta(days=day), (0, 0)) for day in range(days)]


def units_managed(user) -> int:
    """Active units under management, in the user's scope."""
    return (
        Property.objects.for_user(user)
        .filter(status=PropertyStatus.ACTIVE, management_status=PropertyManagementStatus.MANAGED)
        .count()
    )
