"""Named cuts of a list: "arrivals today", "overdue tickets".

An app says once, beside its selectors, what such a cut is. The dashboard counts it, the list
shows it (``?_focus=arrivals``), so the number and the list can never disagree:

    @focus("reservations.Reservation", "arrivals", "Arriving today")
    def arrivals(rows):
        return rows.filter(check_in_date=timezone.localdate())
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet

FOCUS_VAR = "_focus"


@dataclass(frozen=True)
class Focus:
    """A cut of the list of one model; ``rows`` narrows a queryset, keeping its scope."""

    label: str
    name: str
    title: str
    rows: Callable[[QuerySet], QuerySet]


REGISTRY: dict[tuple[str, str], Focus] = {}


def focus(label: str, name: str, title: str):
    """Register the decorated function as the cut ``name`` of the model's list."""

    def register(rows: Callable[[QuerySet], QuerySet]) -> Focus:
        found = Focus(label, name, title, rows)
        REGISTRY[label.lower(), name] = found
        return found

    return register


def focus_of(label: str, name: str | None) -> Focus | None:
    """The cut of that name of the list, or None."""
    return REGISTRY.get((label.lower(), name)) if name else None
