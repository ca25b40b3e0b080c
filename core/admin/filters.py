"""Filters of a list; none of them asks the database before somebody uses it."""

import datetime
from functools import cache

from django.contrib import messages
from django.db import models
from django.db.models import DateTimeField
from django.template.loader import get_template
from django.utils.timezone import make_aware
from django.utils.translation import get_language
from unfold.contrib.filters.admin import (
    AutocompleteSelectMultipleFilter,
    BooleanRadioFilter,
    MultipleChoicesDropdownFilter,
    RangeDateFilter,
)
from unfold.contrib.filters.forms import AutocompleteDropdownForm
from unfold.utils import parse_date_str

from core.admin.describe import (
    ANCHORS,
    is_discreet,
    is_lookup,
    ranked,
    shown_fields,
    status_fields,
)
from core.models import ChoiceField, Log
from core.models.fields import TouchedField
from core.permissions.policies import policy_of


class KeptMixin:
    """A filter in which nothing is chosen looks the same to everybody: it is rendered once."""

    template = "console/filter.html"
    kept: dict[tuple, str] = {}

    def choices(self, changelist):
        """The filter as HTML, for its template."""
        if self.used_parameters:
            yield {"html": self._rendered(changelist)}
            return
        key = (type(self), self.field, get_language())
        if key not in KeptMixin.kept:
            KeptMixin.kept[key] = self._rendered(changelist)
        yield {"html": KeptMixin.kept[key]}

    def _rendered(self, changelist) -> str:
        whole = super()
        return get_template(whole.template).render(
            {"title": self.title, "spec": self, "choices": list(whole.choices(changelist))}
        )


class ScopedRowForm(AutocompleteDropdownForm):
    """Names only rows that the person may read, whatever key the address holds."""

    def __init__(self, request, name, *args, **kwargs):
        super().__init__(request, name, *args, **kwargs)
        target = kwargs["field"].related_model
        self.fields[name].queryset = target._default_manager.for_user(request.user, "read")


class RowFilter(KeptMixin, AutocompleteSelectMultipleFilter):
    """Rows that belong to one of the chosen rows."""

    form_class = ScopedRowForm


class ListFilter(KeptMixin, MultipleChoicesDropdownFilter):
    """Rows with one of the chosen values of a closed list."""


class FlagFilter(KeptMixin, BooleanRadioFilter):
    """Rows where it is so, or is not."""


class DayFilter(KeptMixin, RangeDateFilter):
    """Rows from one day to another, both included; an instant's day is the company's."""

    def queryset(self, request, queryset):
        """The rows in the range; a date that is none is said so and left out."""
        first = self._day(request, "from")
        last = self._day(request, "to")
        name = self.parameter_name
        if isinstance(self.field, DateTimeField):
            bounds = {
                f"{name}__gte": first and _midnight(first),
                f"{name}__lt": last and _midnight(last + datetime.timedelta(days=1)),
            }
        else:
            bounds = {f"{name}__gte": first, f"{name}__lte": last}
        return queryset.filter(**{key: value for key, value in bounds.items() if value})

    def _day(self, request, end) -> datetime.date | None:
        value = self.used_parameters.get(f"{self.parameter_name}_{end}")
        if not value:
            return None
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            day = parse_date_str(value)
        if day is None:
            messages.warning(request, f"{value} is no date; write it as 2026-12-31.")
        return day


def _midnight(day: datetime.date) -> datetime.datetime:
    return make_aware(datetime.datetime.combine(day, datetime.time()))


FLAGS = ("is_active", "is_archived", "is_billable", "is_resolved", "is_primary", "is_staff")


@cache
def default_filters(model: type[models.Model]) -> tuple[tuple[str, type], ...]:
    """What a list is narrowed by where nobody chose: state, kind, whose, when."""
    fields = [field for field in shown_fields(model) if not is_discreet(field)]
    statuses = status_fields(model)
    closed = [f.name for f in fields if isinstance(f, ChoiceField) and f.name not in statuses]
    kinds = [n for n in closed if n.endswith(("type", "category", "source", "priority", "class"))]
    rows = [f for f in fields if f.is_relation and policy_of(f.related_model)]
    codes = [f.name for f in rows if is_lookup(f.related_model)]
    owners = [f.name for f in ranked(rows, ANCHORS) if not is_lookup(f.related_model)]
    flags = [f for f in fields if isinstance(f, models.BooleanField)]
    dates = [f for f in fields if isinstance(f, models.DateField)]
    days = [f.name for f in dates if not isinstance(f, TouchedField)]
    if not days and issubclass(model, Log):
        days = ["created_at"]
    limit = 3 if len(fields) > 12 else 2
    return (
        *((name, ListFilter) for name in (*statuses[:2], *kinds[:2])),
        *((name, RowFilter) for name in (*codes[:2], *owners[:limit])),
        *((f.name, FlagFilter) for f in ranked(flags, FLAGS)[:2]),
        *((name, DayFilter) for name in days[:1]),
    )


def filter_for(model: type[models.Model], name: str) -> tuple[str, type]:
    """The filter that fits a column: ``list_filter = ("status",)`` needs no class."""
    field = model._meta.get_field(name)
    if field.is_relation:
        return name, RowFilter
    if isinstance(field, models.BooleanField):
        return name, FlagFilter
    if isinstance(field, models.DateField):
        return name, DayFilter
    return name, ListFilter
