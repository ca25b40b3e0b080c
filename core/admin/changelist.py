"""Lists of big tables: counted up to a cap, found by index, fetched row by row."""

import json
from functools import cached_property

from django.contrib.admin import ShowFacets
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.cache import cache
from django.core.paginator import InvalidPage, Paginator
from django.db import connections
from django.forms import Media
from django.utils.safestring import SafeString, mark_safe
from unfold.views import ChangeList as UnfoldChangeList
from unfold.widgets import UnfoldBooleanWidget

from core.admin.bare import bare_rows, can_be_bare
from core.admin.columns import Column, compiled, needed, row_link
from core.admin.describe import indexed_fields
from core.models.expressions import Among

EXACT_TO = 10_000  # rows counted one by one; beyond, the planner's estimate is good enough
LENGTH_SECONDS = 60  # for which the estimated length of a whole table is known
MARK = "__row__"
CHECKBOX = UnfoldBooleanWidget(
    {"class": "action-select", "aria-label": "Select record"}, lambda value: False
).render("_selected_action", MARK)


class Estimate(int):
    """A number of rows that nobody counted."""

    def __str__(self):
        return f"~{int(self):,}"

    __repr__ = __str__


class CappedPaginator(Paginator):
    """Counts up to ``EXACT_TO`` rows; a longer list has an estimated length."""

    @cached_property
    def count(self):
        """The number of rows, exact or an ``Estimate``; one query, two for a long filtered list."""
        rows = self.object_list
        if not hasattr(rows, "query"):
            return len(rows)
        rows = rows.order_by().select_related(None)
        if not rows.query.where:
            counted = whole_table(rows)
            return counted if counted <= EXACT_TO else Estimate(counted)
        counted = rows[: EXACT_TO + 1].count()
        return counted if counted <= EXACT_TO else Estimate(max(estimated(rows), counted))


def whole_table(rows) -> int:
    """How many rows the table has: as at its last ``ANALYZE``, counted where those were few.

    The former is known for a minute.
    """
    key = f"table_length:{rows.db}:{rows.model._meta.label_lower}"
    known = cache.get(key)
    if known is None or known <= EXACT_TO:
        known = _length_now(rows)
        if known > EXACT_TO:
            cache.set(key, known, LENGTH_SECONDS)
    return known


def _length_now(rows) -> int:
    connection = connections[rows.db]
    table = connection.ops.quote_name(rows.model._meta.db_table)
    sql = f"""SELECT CASE WHEN reltuples > %s THEN reltuples::bigint ELSE
        (SELECT count(*) FROM (SELECT FROM {table} LIMIT %s) AS counted) END
        FROM pg_class WHERE oid = %s::regclass"""  # noqa: S608  a table of ours
    with connection.cursor() as cursor:
        cursor.execute(sql, [EXACT_TO, EXACT_TO + 1, table])
        return cursor.fetchone()[0]


def estimated(rows) -> int:
    """The planner's guess at the number of rows of a filtered query."""
    with connections[rows.db].cursor() as cursor:
        sql, params = rows.values("pk").query.sql_with_params()
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
        plan = cursor.fetchone()[0]
    plan = json.loads(plan) if isinstance(plan, str) else plan
    return int(plan[0]["Plan"]["Plan Rows"])


class ChangeList(UnfoldChangeList):
    """A list whose page is found by keys alone; only its rows are then read, with what they show."""

    def apply_select_related(self, qs):
        """Joins come later, for the rows of the page."""
        return qs

    def get_results(self, request):
        """The rows of the page, in three queries whatever its number."""
        paginator = self.model_admin.get_paginator(request, self.queryset, self.list_per_page)
        self.paginator, self.result_count = paginator, paginator.count
        self.show_full_result_count, self.full_result_count = False, None
        self.show_admin_actions = True
        self.can_show_all = self.result_count <= self.list_max_show_all
        self.multi_page = self.result_count > self.list_per_page
        rows = self.queryset
        if rows.query.where and not isinstance(self.result_count, Estimate):
            rows = paginator.object_list = rows.found_first()
        if self.multi_page and not (self.show_all and self.can_show_all):
            try:
                rows = paginator.page(self.page_num).object_list
            except InvalidPage as error:
                raise IncorrectLookupParameters from error
        self.result_list = self.rows_of(rows)

    def rows_of(self, page):
        """The rows of a page, in its order, with the relations and columns that the list shows."""
        relations, only = needed(self.model, self.shown)
        if isinstance(self.list_select_related, (list, tuple)):
            relations += self.list_select_related
        keys = list(page.values_list("pk", flat=True))
        if not keys:
            return []
        rows = self.model_admin.annotated(self.model._default_manager.filter(Among("pk", keys)))
        if only and not self.is_popup and can_be_bare(self.model, only):
            rows = bare_rows(rows.order_by(), only)
        else:
            if relations:
                rows = rows.select_related(*relations)
            if only:
                rows = rows.only(*only)
        found = {row.pk: row for row in rows}
        return [found[key] for key in keys if key in found]

    @property
    def shown(self) -> list:
        """The columns without the box to tick."""
        return [name for name in self.list_display if name != "action_checkbox"]

    def columns(self, request) -> list[Column]:
        """The columns, compiled once a page."""
        if not hasattr(self, "_columns"):
            self._columns = compiled(self.model_admin, self.shown, request)
        return self._columns

    def body(self, request) -> SafeString:
        """The rows as HTML, one compiled function a column."""
        columns = self.columns(request)
        boxed = "action_checkbox" in self.list_display
        link = row_link(self.model_admin, request, self.preserved_filters)
        popup = self.is_popup
        key = self.to_field or self.model._meta.pk.attname
        before, after = CHECKBOX.split(MARK)
        cells = [(column.cell, f'<td class="cell {column.css}">') for column in columns]
        parts = []
        for row in self.result_list:
            parts.append('<tr class="row">')
            if boxed:
                parts.append(f'<td class="cell action-checkbox">{before}{row.pk}{after}</td>')
            for position, (cell, opening) in enumerate(cells):
                shown = cell(row)
                if position == 0:
                    shown = self._opener(row, key, shown) if popup else link(row, shown)
                parts += (opening, shown, "</td>")
            parts.append("</tr>")
        return mark_safe("".join(parts))  # noqa: S308  every cell escapes what it shows

    def _opener(self, row, key, shown) -> str:
        """In the pop-up of a foreign key, a row is chosen, not opened."""
        value = row.serializable_value(key)
        return f'<a href="#" class="row-link" data-popup-opener="{value}">{shown}</a>'


class KeptMedia:
    """What a page loads, as HTML: the same few lists of files are sorted and named once."""

    kept: dict[tuple[str, str], SafeString] = {}

    def __init__(self, media: Media) -> None:
        self.media = media

    def __getitem__(self, kind: str) -> SafeString:
        key = (kind, repr((self.media._css_lists, self.media._js_lists)))
        if key not in self.kept:
            self.kept[key] = self.media[kind].render()
        return self.kept[key]


class ListMixin:
    """The list page of an admin."""

    change_list_template = "console/change_list.html"
    paginator = CappedPaginator
    list_per_page = 50
    list_max_show_all = 200
    show_full_result_count = False
    show_facets = ShowFacets.NEVER
    list_filter_submit = True
    is_large: bool | None = None  # whether lists sort by indexed columns only; None: by rung

    def changelist_view(self, request, extra_context=None):
        """The list; an answer to an action may be any other page."""
        answer = super().changelist_view(request, extra_context)
        context = getattr(answer, "context_data", None) or {}
        if isinstance(context.get("media"), Media):
            context["media"] = KeptMedia(context["media"])
        return answer

    def get_changelist(self, request, **kwargs):
        return ChangeList

    def annotated(self, rows):
        """Rows of a list's page with what its columns compute in the database."""
        return rows

    def get_sortable_by(self, request):
        """A large table sorts by what an index keeps sorted."""
        names = super().get_sortable_by(request)
        if not self.is_large:
            return names
        indexed = indexed_fields(self.model)
        return [n for n in names if n in indexed and not self.opts.get_field(n).is_relation]

    def get_search_results(self, request, queryset, search_term):
        """Rows found through the trigram index of the model and of what it names."""
        return (
            queryset.search(search_term, reader=request.user) if search_term.strip() else queryset
        ), False
