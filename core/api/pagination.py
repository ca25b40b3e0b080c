"""Pages of lists: by keyset, so that the last page costs what the first does, and without a
COUNT unless somebody asks."""

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from django.core.exceptions import ValidationError
from django.db.models import Field, Model, Q, QuerySet
from rest_framework.exceptions import ValidationError as BadRequest
from rest_framework.pagination import BasePagination
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param

from core.api.rendering import as_json

COUNTED = 10_000  # rows beyond these are not counted
SAID = {"true": True, "1": True, "false": False, "0": False}


@dataclass(frozen=True)
class Term:
    """One column of an order. PostgreSQL sorts NULL after all values, and first when turned."""

    field: Field
    is_descending: bool

    @property
    def name(self) -> str:
        """The order's spelling."""
        return f"-{self.field.attname}" if self.is_descending else self.field.attname

    def turned(self) -> "Term":
        """The same backwards."""
        return Term(self.field, not self.is_descending)

    def beyond(self, value: Any) -> Q | None:
        """Rows that come after ``value`` by this column; None when none can."""
        name = self.field.attname
        if value is None:
            return Q((f"{name}__isnull", False)) if self.is_descending else None
        after = Q((f"{name}__{'lt' if self.is_descending else 'gt'}", value))
        if self.field.null and not self.is_descending:
            after |= Q((f"{name}__isnull", True))
        return after

    def same(self, value: Any) -> Q:
        """Rows that stand with ``value``."""
        name = self.field.attname
        return Q((f"{name}__isnull", True)) if value is None else Q((name, value))


def terms_of(model: type[Model], ordering: Sequence[str]) -> tuple[Term, ...]:
    """The columns of an order, the key last, so that no two rows share a place."""
    terms = []
    for name in ordering:
        bare = name.lstrip("-")
        field = model._meta.pk if bare == "pk" else model._meta.get_field(bare)
        terms.append(Term(field, name.startswith("-")))
    if not any(term.field.unique and not term.field.null for term in terms):
        terms.append(Term(model._meta.pk, terms[-1].is_descending if terms else True))
    return tuple(terms)


class CursorPages(BasePagination):
    """``{"next", "previous", "results"}``, newest first unless the view or queryset says else.

    ``?page_size=`` up to 1,000, ``?cursor=`` from the links, ``?count=true`` for a count, which
    stops at 10,000.
    """

    page_size = 100
    max_page_size = 1000
    ordering: str | Sequence[str] = ("-pk",)

    def paginate_queryset(self, queryset, request, view=None):
        """The rows of the page, as the queryset makes them."""
        window = self.window(queryset, request, view)
        names = [term.field.attname for term in self.terms]
        return self.settle(list(window), lambda row: [getattr(row, attname) for attname in names])

    def window(self, queryset: QuerySet, request, view=None) -> QuerySet:
        """The page's part of ``queryset`` and one row more, in order; :meth:`settle` takes what
        it gives."""
        self.request = request
        self.size = self._size(request)
        self.terms = terms_of(queryset.model, self._ordering(queryset, view))
        self.is_reverse, self.position = self._cursor(request)
        self.count = self._count(queryset, request)
        terms = [term.turned() for term in self.terms] if self.is_reverse else self.terms
        if self.position is not None:
            queryset = queryset.filter(_after(terms, self.position))
        return queryset.order_by(*(term.name for term in terms))[: self.size + 1]

    def settle(self, rows: list, position: Callable[[Any], list]) -> list:
        """Cut the extra row off and make the links; ``position`` tells where a row stands."""
        has_more = len(rows) > self.size
        rows = rows[: self.size]
        if self.is_reverse:
            rows.reverse()
        has_next = self.is_reverse or has_more
        has_previous = has_more if self.is_reverse else self.position is not None
        self.next = self._link(position(rows[-1]), False) if rows and has_next else None
        self.previous = self._link(position(rows[0]), True) if rows and has_previous else None
        if not rows and self.position is not None:  # past either end: back to the start
            self.previous = remove_query_param(self.request.build_absolute_uri(), "cursor")
        return rows

    def enclose(self, results: Any) -> dict[str, Any]:
        """The page around its rows."""
        page: dict[str, Any] = {"next": self.next, "previous": self.previous}
        if self.count is not None:
            page["count"] = min(self.count, COUNTED)
            page["count_is_exact"] = self.count <= COUNTED
        return {**page, "results": results}

    def get_paginated_response(self, data):
        """The page as an answer."""
        return Response(self.enclose(data))

    def get_paginated_response_schema(self, schema):
        """What a page looks like."""
        link = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "next": link,
                "previous": link,
                "count": {"type": "integer"},
                "count_is_exact": {"type": "boolean"},
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view):
        """The parameters of every list."""
        return [
            _parameter("cursor", {"type": "string"}, "where the page starts: from the links"),
            _parameter(
                "page_size",
                {"type": "integer", "minimum": 1, "maximum": self.max_page_size},
                "rows on a page",
            ),
            _parameter("count", {"type": "boolean"}, "count the rows, up to 10,000"),
        ]

    def _size(self, request) -> int:
        asked = request.query_params.get("page_size")
        if asked is None:
            return self.page_size
        if not (
            asked.isascii() and asked.isdecimal() and 1 <= int(asked[:9]) <= self.max_page_size
        ):
            raise BadRequest({"page_size": f"A number from 1 to {self.max_page_size}."})
        return int(asked)

    def _ordering(self, queryset, view) -> Sequence[str]:
        ordering = getattr(view, "ordering", None) or queryset.query.order_by or self.ordering
        return [ordering] if isinstance(ordering, str) else ordering

    def _count(self, queryset, request) -> int | None:
        asked = SAID.get(request.query_params.get("count", "false").lower())
        if asked is None:
            raise BadRequest({"count": "Say true or false."})
        return queryset.order_by()[: COUNTED + 1].count() if asked else None

    def _cursor(self, request) -> tuple[bool, list | None]:
        text = request.query_params.get("cursor")
        if text is None:
            return False, None
        try:
            names, is_reverse, values = orjson.loads(base64.urlsafe_b64decode(text.encode()))
            if names != [term.name for term in self.terms] or len(values) != len(names):
                raise ValueError("another order")
            position = [
                _plain(term.field).to_python(value)
                for term, value in zip(self.terms, values, strict=True)
            ]
        except (ValueError, TypeError, binascii.Error, ValidationError) as fault:
            raise BadRequest({"cursor": "Take cursors from the links of a page."}) from fault
        return bool(is_reverse), position

    def _link(self, values: list, is_reverse: bool) -> str:
        parts = [[term.name for term in self.terms], is_reverse, values]
        cursor = base64.urlsafe_b64encode(as_json(parts)).decode()
        return replace_query_param(self.request.build_absolute_uri(), "cursor", cursor)


def _plain(field: Field) -> Field:
    """What a key's values are values of."""
    return field.target_field if field.is_relation else field


def _after(terms: Sequence[Term], values: list) -> Q:
    """Rows that come after the place of ``values`` in the order."""
    found, same = Q(), Q()
    for term, value in zip(terms, values, strict=True):
        beyond = term.beyond(value)
        if beyond is not None:
            found |= same & beyond
        same &= term.same(value)
    first, value = terms[0], values[0]
    if len(terms) > 1 and value is not None and not first.field.null:
        # Said once more, for the index of the first column: an OR alone does not bound it.
        bound = "lte" if first.is_descending else "gte"
        return Q((f"{first.field.attname}__{bound}", value)) & found
    return found or Q(pk__in=[])


def _parameter(name: str, schema: dict, description: str) -> dict:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "schema": schema,
        "description": description,
    }
