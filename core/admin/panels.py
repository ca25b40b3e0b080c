"""What belongs to a row, on its page: tabs with the newest related rows, and links to the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from django.apps import apps
from django.contrib import admin
from django.db import models
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst, slugify

from core.admin.access import allowed, hidden
from core.admin.columns import compiled, needed, page_address
from core.admin.describe import default_columns
from core.models.fields import field_or_none

MOST_TABS = 6
NEWEST = 12  # rows of a tab; more are one link away


@dataclass(frozen=True)
class Panel:
    """A tab with the newest rows of one relation: ``Panel("cleans")``.

    ``name`` is the reverse accessor on the row's model. ``columns`` replace the derived ones,
    ``title`` the relation's plural name. ``through`` leads two steps away: with
    ``Panel("beds", through="rooms")`` a property shows the beds of its rooms.
    """

    name: str
    title: str = ""
    columns: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    through: str = ""


@dataclass(frozen=True)
class Tab:
    """A tab as unfold's page of a row wants it."""

    title: str
    model_name: str
    contents: str
    tab: bool = True


def relation_named(model: type[models.Model], accessor: str):
    """The reverse relation of that accessor; LookupError when there is none."""
    for relation in model._meta.related_objects:
        if relation.get_accessor_name() == accessor:
            return relation
    raise LookupError(f"{model._meta.label} has no relation {accessor}.")


@cache
def owned(model: type[models.Model]) -> tuple[tuple[str, type[models.Model]], ...]:
    """Accessor and model of the relations whose rows go when the row goes; a handful of them."""
    return tuple(
        (str(relation.get_accessor_name()), relation.related_model)
        for relation in model._meta.related_objects
        if relation.on_delete is models.CASCADE and admin.site.is_registered(relation.related_model)
    )[:MOST_TABS]


class PanelsMixin:
    """Tabs of related rows on the page of a row."""

    panels: Sequence[Panel | str] | None = None  # None: what the row owns
    shows_related = True

    def get_panels(self, request, obj) -> list[Panel]:
        """The tabs of this row's page."""
        panels = self.panels
        if panels is None:
            inlines = {inline.model for inline in self.inlines}
            panels = [name for name, model in owned(self.model) if model not in inlines]
        return [Panel(part) if isinstance(part, str) else part for part in panels]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """The page, with its tabs (not in pop-ups, nor for a row that is not there yet)."""
        if obj is not None and not context.get("is_popup"):
            tabs = [self._tab(request, obj, panel) for panel in self.get_panels(request, obj)]
            if self.shows_related:
                tabs.append(related_tab(request, obj))
            context["datasets"] = [tab for tab in tabs if tab]
            context["banner"] = self.banner(request, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def banner(self, request, obj) -> str:
        """HTML above the form; nothing unless a model has something to say."""
        return ""

    def _tab(self, request, obj, panel: Panel) -> Tab | None:
        relation = relation_named(self.model, panel.through or panel.name)
        path = relation.field.name
        if panel.through:
            relation = relation_named(relation.related_model, panel.name)
            path = f"{relation.field.name}__{path}"
        model = relation.related_model
        if not allowed(request, model, "view"):
            return None
        columns = panel.columns or tuple(n for n in default_columns(model) if n != path)
        columns = tuple(n for n in columns if n not in hidden(request, model))
        rows = newest(request, model, {path: obj}, columns, panel.order)
        listed = "" if panel.through else list_link(relation, obj)
        adding = ""
        if not panel.through and admin.site.get_model_admin(model).has_add_permission(request):
            key = obj.serializable_value(relation.field.target_field.attname)
            adding = f"{_address(model, 'add')}?{path}={key}"
        title = panel.title or capfirst(title_of(relation))
        slug = slugify(f"{panel.through}-{panel.name}")
        return Tab(
            title, slug, rows_html(request, model, columns, rows, slug, title, listed, adding)
        )


def newest(request, model, condition, columns, order=()) -> list[models.Model]:
    """The first rows of a relation with what the columns read; one more than are shown."""
    relations, only = needed(model, columns)
    rows = model._default_manager.for_user(request.user, "read").filter(**condition)
    rows = rows.order_by(*(order or model._meta.ordering or ("-pk",)))
    if relations:
        rows = rows.select_related(*relations)
    return list((rows.only(*only) if only else rows)[: NEWEST + 1])


def rows_html(request, model, columns, rows, slug, title, listed="", adding="") -> str:
    """A table of rows for a tab."""
    model_admin = admin.site.get_model_admin(model)
    cells = compiled(model_admin, columns, request)
    before, after = page_address(model)
    body = [
        [
            f'<a class="row-link" href="{before}{row.pk}{after}">{column.cell(row)}</a>'
            if position == 0
            else column.cell(row)
            for position, column in enumerate(cells)
        ]
        for row in rows[:NEWEST]
    ]
    context = {
        "slug": slug,
        "title": title,
        "columns": cells,
        "rows": [list(zip(cells, line, strict=True)) for line in body],
        "more": len(rows) > NEWEST,
        "listed": listed,
        "adding": adding,
        "newest": NEWEST,
        "one": model._meta.verbose_name,
        "many": model._meta.verbose_name_plural,
    }
    return render_to_string("console/panel.html", context)


def _address(model, page) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}")


def list_link(relation, obj) -> str:
    """The address of the list of rows that refer to ``obj`` by this relation."""
    field = relation.field
    key = obj.serializable_value(field.target_field.attname)
    lookup = f"{field.name}__{field.target_field.name}__exact"
    return f"{_address(relation.related_model, 'changelist')}?{lookup}={key}"


@cache
def title_of(relation) -> str:
    """The plural of the relation; which one, where a model refers to another more than once."""
    model, field = relation.related_model, relation.field
    name = str(model._meta.verbose_name_plural)
    same = [f for f in model._meta.concrete_fields if f.related_model is field.related_model]
    return f"{name} ({field.verbose_name})" if len(same) > 1 else name


def related_tab(request, obj) -> Tab | None:
    """Links to everything that refers to the row, by area; no row is counted for it."""
    found = []
    for relation in obj._meta.related_objects:
        model = relation.related_model
        if relation.many_to_many or field_or_none(model, relation.field.name) is None:
            continue
        if not allowed(request, model, "view"):
            continue
        try:
            link = list_link(relation, obj)
        except NoReverseMatch:
            continue  # a table of a library, which has no page
        area = str(apps.get_app_config(model._meta.app_label).verbose_name)
        found.append((area, title_of(relation), link))
    if not found:
        return None
    return Tab(
        "Related", "related", render_to_string("console/related.html", {"areas": areas(found)})
    )


def areas(found: Iterable[tuple[str, str, str]]) -> list[tuple[str, list[tuple[str, str]]]]:
    """(area, title, link) as (area, [(title, link)]), both in order."""
    ordered = sorted(found)
    return [
        (area, [(title, link) for _, title, link in links])
        for area, links in groupby(ordered, key=lambda entry: entry[0])
    ]
