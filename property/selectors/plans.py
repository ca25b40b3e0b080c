"""Plans of cleans and inspections that somebody has to look at."""

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from core.clock import now
from core.focus import focus
from property.choices.cleans import OPEN
from property.choices.inspections import InspectionStatus
from property.models import Inspection


@focus("property.Clean", "differences", "Cleans: plan differences")
def clean_differences(rows: QuerySet) -> QuerySet:
    """Cleans whose stay asks for something else than a person has pinned."""
    return rows.filter(plan_changes__isnull=False)


@focus("property.Inspection", "differences", "Inspections: plan differences")
def inspection_differences(rows: QuerySet) -> QuerySet:
    """Inspections whose stay asks for something else than a person has pinned."""
    return rows.filter(plan_changes__isnull=False)


@focus("property.Clean", "nobody-inspects", "Nobody to inspect")
def without_inspection(rows: QuerySet) -> QuerySet:
    """Planned cleans that need an inspection, and have none because nobody is there to do it."""
    looked_at = Inspection._base_manager.filter(clean_event=OuterRef("pk"))
    return rows.filter(
        ~Exists(looked_at.exclude(status=InspectionStatus.CANCELLED)),
        plan__isnull=False,
        status__in=OPEN,
        clean_type__requires_inspection=True,
        scheduled_date__gte=timezone.localdate(now()),
    )
