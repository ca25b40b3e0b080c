"""Filters of a resource, made from its declared fields: exact values, lists of values, ranges,
empty or not, and words by the search index.

A filter asks the row's own columns. One through a relation (``property__resort``) is declared by
the resource, and asks only related rows that the caller may read: what it finds tells nothing
that reading would not.
"""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django_filters import rest_framework as filters
from django_filters.constants import EMPTY_VALUES
from django_filters.fields import BaseCSVField
from rest_framework import exceptions
from rest_framework.filters import BaseFilterBackend

from core.models import ChoiceField, SearchTextField
from core.models.fields import field_or_none
from core.permissions.fields import hidden_fields

LISTED = 200  # values that one list of values may have
RANGES = ("gte", "lte")


class YesNoField(forms.Field):
    """true or false, and nothing else."""

    def to_python(self, value):
        """The boolean; a ``ValidationError`` for any other word."""
        if value in EMPTY_VALUES:
            return None
        said = {"true": True, "1": True, "false": False, "0": False}.get(str(value).lower())
        if said is None:
            raise ValidationError("Say true or false.")
        return said


class YesNoFilter(filters.Filter):
    """A flag."""

    field_class = YesNoField


class WholeFilter(filters.Filter):
    """A number without decimals."""

    field_class = forms.IntegerField


class ListedField(BaseCSVField):
    """Values with commas between them."""

    def clean(self, value):
        """The cleaned values; a ``ValidationError`` for too many of them."""
        if value is not None and len(value) > LISTED:
            raise ValidationError(f"At most {LISTED} values.")
        return super().clean(value)


class ListedFilter(filters.BaseInFilter):
    """One of several values."""

    base_field_class = ListedField


class ThroughMixin:
    """Goes through a relation to rows that the caller may read."""

    def filter(self, queryset, value):
        """Rows whose related row has the value."""
        if value in EMPTY_VALUES:
            return queryset
        name, _, rest = self.field_name.partition("__")
        relation = queryset.model._meta.get_field(name)
        related = relation.related_model
        rows = related.objects.for_user(self.parent.request.user, "read")
        found = rows.filter((f"{rest}__{self.lookup_expr}", value))
        key = relation.target_field.attname
        return queryset.filter((f"{name}__in", found.order_by().values(key)))


class AddressFilter(filters.CharFilter):
    """An IP address; anything else is refused before the database is asked."""

    field_class = forms.GenericIPAddressField


class SearchFilter(filters.CharFilter):
    """Words that the row, or what it belongs to and the caller may read, is found by."""

    def filter(self, queryset, value):
        """Rows that have every word."""
        return queryset.search(value, reader=self.parent.request.user) if value else queryset


class AskedFilterSet(filters.FilterSet):
    """Makes only the filters that are asked for: a table has sixty, a call needs two."""

    def __init__(self, data=None, *args, **kwargs):
        whole = self.base_filters
        self.base_filters = {name: whole[name] for name in data or () if name in whole}
        super().__init__(data, *args, **kwargs)


class ResourceFilters(BaseFilterBackend):
    """Holds a list to its parameters; a name or value that means nothing is refused, so that a
    slip of the pen never answers with everything."""

    def filter_queryset(self, request, queryset, view):
        """The rows that all given filters let through."""
        params = request.query_params
        if not params:
            return queryset
        resource, faults = view.resource, {}
        hidden = hidden_fields(request.user, resource.model)
        known = resource.filterset().base_filters
        if hidden:
            known = {name: made for name, made in known.items() if made.field_name not in hidden}
        for name, values in params.lists():
            if name not in known and name not in resource.parameters:
                faults[name] = "There is no such parameter."
            elif len(values) > 1:
                faults[name] = "Say it once; list values with commas."
            elif name in known and not values[0].strip():
                faults[name] = "Say a value, or leave the parameter out."
        if faults:
            raise exceptions.ValidationError(faults)
        if not any(name in known for name in params):
            return queryset
        asked = resource.filterset()(params, queryset, request=request)
        if not asked.is_valid():
            raise exceptions.ValidationError(asked.errors)
        return asked.qs


def filterset_for(model: type[models.Model], names, through=()) -> type[AskedFilterSet]:
    """The filters of the named fields, and of relations' fields (``property__resort``)."""
    declared: dict[str, filters.Filter] = {}
    for name in names:
        field = model._meta.get_field(name)
        declared |= _filters_of(field, _attname(field), name)
    for path in through:
        name, _, rest = path.partition("__")
        relation: Any = model._meta.get_field(name)
        field = relation.related_model._meta.get_field(rest)
        declared |= _filters_of(field, f"{name}__{_attname(field)}", path, ThroughMixin)
    own = isinstance(field_or_none(model, "search_text"), SearchTextField)
    if own or getattr(model, "search_through", ()):
        declared["search"] = SearchFilter(label="words, each of which must be found")
    meta = type("Meta", (), {"model": model, "fields": []})
    return type(f"{model.__name__}Filters", (AskedFilterSet,), {"Meta": meta, **declared})


def _attname(field) -> str:
    return field.attname if field.is_relation else field.name


def _filters_of(field, path: str, name: str, mixin=None) -> Iterator[tuple[str, filters.Filter]]:
    """Names and filters that fit a column."""

    def made(kind, lookup, **kwargs):
        bases = tuple(base for base in (mixin, kind) if base)
        filter_class = type(kind.__name__, bases, {}) if mixin else kind
        key = name if lookup == "exact" else f"{name}__{lookup}"
        return key, filter_class(field_name=path, lookup_expr=lookup, **kwargs)

    value = field.target_field if field.is_relation else field
    value = getattr(value, "output_field", value) if getattr(value, "generated", False) else value
    kind, options = _kind_of(value)
    if kind is not None:
        yield made(kind, "exact", **options)
        if isinstance(value, RANGED) and not value.choices:
            for lookup in RANGES:
                yield made(kind, lookup)
        elif kind is not YesNoFilter:
            yield made(_listed(kind), "in", **options)
    if field.null:
        yield made(YesNoFilter, "isnull")


RANGED = (
    models.DateField,
    models.DecimalField,
    models.IntegerField,
    models.FloatField,
    models.TimeField,
)


def _kind_of(field) -> tuple[type[filters.Filter] | None, dict]:
    """The filter of a column's values; None for documents and lists."""
    if isinstance(field, ArrayField | models.JSONField | models.FileField):
        return None, {}
    if isinstance(field, ChoiceField) or field.choices:
        return filters.ChoiceFilter, {"choices": field.choices}
    for column, kind in KINDS:
        if isinstance(field, column):
            return kind, {}
    return None, {}


KINDS = (
    (models.BooleanField, YesNoFilter),
    (models.UUIDField, filters.UUIDFilter),
    (models.DateTimeField, filters.IsoDateTimeFilter),
    (models.DateField, filters.DateFilter),
    (models.TimeField, filters.TimeFilter),
    (models.DecimalField, filters.NumberFilter),
    (models.IntegerField, WholeFilter),
    (models.FloatField, filters.NumberFilter),
    (models.CharField, filters.CharFilter),
    (models.TextField, filters.CharFilter),
    (models.GenericIPAddressField, AddressFilter),
)
_LISTED: dict[type, type] = {}


def _listed(kind: type[filters.Filter]) -> type[filters.Filter]:
    if kind not in _LISTED:
        _LISTED[kind] = type(f"Listed{kind.__name__}", (ListedFilter, kind), {})
    return _LISTED[kind]
