"""Plans of cleans and inspections that somebody has to look at."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.text import capfirst

from core.clock import now
from core.focus import focus
from property.choices import cleans, inspections
from property.choices.cleans import OPEN
from property.choices.inspections import InspectionStatus
from property.models import Clean, Inspection


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


@dataclass(frozen=True)
class PlanLine:
    """One field of a planned row, in words: what it is, what the stay asks for, who decides.

    ``state`` is follows, pinned, or differs: pinned, and the stay asks for something else that
    nobody has looked at yet.
    """

    field: str
    title: str
    value: str
    asked: str
    state: str


def plan_lines(row: Clean | Inspection) -> list[PlanLine]:
    """The fields of a planned row that follow its stay, differences first."""
    plan, changes = row.plan or {}, row.plan_changes or {}
    following = cleans.FOLLOWING if isinstance(row, Clean) else inspections.FOLLOWING
    names = [*(["status"] if "status" in changes else []), *following]
    lines = []
    for name in names:
        field: Any = row._meta.get_field(name)
        value = getattr(row, field.attname)
        state = "differs" if name in changes else "pinned" if name in row.pinned_fields else ""
        asked = plan.get(name)
        if not state and value != _decoded(field, asked):
            state = "pinned"  # changed by hand a moment ago
        lines.append(
            PlanLine(
                field=name,
                title=capfirst(str(field.verbose_name)),
                value=_said(field, value),
                asked=_said(field, _decoded(field, asked)),
                state=state or "follows",
            )
        )
    return sorted(lines, key=lambda line: line.state != "differs")


def _decoded(field: Any, value: Any) -> Any:
    target = field.target_field if field.is_relation else field
    return None if value is None else target.to_python(value)


def _said(field: Any, value: Any) -> str:
    """A value as people read it; an amount in dollars."""
    if value is None:
        return "nobody" if field.is_relation else "nothing"
    if field.is_relation:
        key = {field.target_field.name: value}
        return str(field.related_model._base_manager.filter(**key).first() or "nobody")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    kind = field.get_internal_type()
    if kind == "DateField":
        return date_format(value, "D, j M Y")
    if kind == "TimeField":
        return time_format(value, "P")
    if kind == "DecimalField":
        return f"${value:,.2f}"
    return f"{value} min" if field.name == "duration_minutes" else str(value)
