"""The mix-in of all model admins that gives a list its tools."""

import time
from functools import cache as remember
from importlib import import_module

from django.conf import settings
from django.contrib import admin, messages
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import path, reverse
from django.utils.text import capfirst
from django.views.decorators.http import require_POST

from core.admin.access import hidden
from core.admin.shell.bulk import bulk_change
from core.admin.shell.columns import Column, chooser, column_names, columns_of, known, list_label
from core.focus import FOCUS_VAR, focus_of

CHANGED_KEY = "lists_changed"  # of the session: when the person last changed what is kept
MEMORY_SECONDS = 60
VIEW_VAR = "_view"  # names the saved view that a list stands in
# Parts of a query string that belong to a moment, not to a view.
PASSING_VARS = (VIEW_VAR, "p", "e", "all", "_popup", "_to_field")


def keeper():
    """The module that keeps columns and saved views (``settings.LIST_KEEPER``)."""
    return import_module(settings.LIST_KEEPER)


class ShellChangeList:
    """Mixed into a change list: saved view and focus in the address are no filters."""

    @property
    def count_text(self) -> str:
        """The number of rows; an estimate says so itself."""
        count = self.result_count
        return f"{count:,}" if type(count) is int else str(count)

    def get_filters(self, request):
        kept = {name: self.filter_params.pop(name, None) for name in (VIEW_VAR, FOCUS_VAR)}
        try:
            return super().get_filters(request)
        finally:
            self.filter_params.update({name: value for name, value in kept.items() if value})

    def get_queryset(self, request, exclude_parameters=None):
        rows = self.root_queryset
        focus = focus_of(self.model._meta.label, request.GET.get(FOCUS_VAR))
        if focus:
            self.root_queryset = focus.rows(rows)
        try:
            return super().get_queryset(request, exclude_parameters)
        finally:
            self.root_queryset = rows


@remember
def _in_shell(change_list):
    return type(f"Shell{change_list.__name__}", (ShellChangeList, change_list), {})


class ShellMixin:
    """Chosen columns, saved views and change of many rows, for a ``ModelAdmin``.

    The admin composes it before its other bases. ``list_display`` is then the default of the
    columns; whoever chose others gets those from ``get_list_display``, so what is derived from it
    (``list_select_related``) follows. ``hidden_columns`` names fields never offered.
    """

    hidden_columns: tuple[str, ...] = ()
    list_before_template = "admin/shell/list_bar.html"

    def __init__(self, model, admin_site):
        super().__init__(model, admin_site)
        self.actions = [*(self.actions or ()), "change_selected"]

    @admin.action(description="Change selected…", permissions=["change"])
    def change_selected(self, request, queryset):
        """Give chosen fields of the selected rows a new value."""
        return bulk_change(self, request, queryset)

    # -- columns --------------------------------------------------------------------------------

    def get_list_display(self, request):
        """The chosen columns of the person, or those of the saved view, or the list's own."""
        default = self._default_columns(request)
        memory = self.list_memory(request)
        view = memory.view(request.GET.get(VIEW_VAR))
        wanted = view.columns if view and view.columns else memory.columns
        return known(wanted, self.possible_columns(request)) or default

    def possible_columns(self, request) -> list[str]:
        """Names of the columns that the list can show to this person."""
        default = self._default_columns(request)
        return column_names(self, default, self.get_hidden_columns(request))

    def _default_columns(self, request) -> list:
        closed = self.get_hidden_columns(request)
        return [name for name in super().get_list_display(request) if name not in closed]

    def get_hidden_columns(self, request) -> tuple[str, ...]:
        """Fields that this person is not offered as columns."""
        return (*self.hidden_columns, *hidden(request, self.model))

    def list_memory(self, request):
        """What is kept about this list for the person.

        A list page must not ask for it each time, so it is cached for a minute; what the person
        changes counts at once (the session tells), what others share within that minute.
        """
        change = getattr(request, "session", {}).get(CHANGED_KEY, "")
        label = list_label(self)
        key = f"list_memory:{request.user.pk}:{change}:{label}"
        known = request.__dict__.setdefault("_list_memory", {})
        if key not in known:
            known[key] = cache.get_or_set(
                key, lambda: keeper().list_memory(user=request.user, label=label), MEMORY_SECONDS
            )
        return known[key]

    # -- pages ----------------------------------------------------------------------------------

    def get_changelist(self, request, **kwargs):
        return _in_shell(super().get_changelist(request, **kwargs))

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        wrap = self.admin_site.admin_view
        return [
            path("shell/columns/", wrap(require_POST(self.columns_view)), name=f"{name}_columns"),
            path("shell/views/", wrap(require_POST(self.view_save_view)), name=f"{name}_view_save"),
            path(
                "shell/views/<uuid:view_id>/delete/",
                wrap(require_POST(self.view_delete_view)),
                name=f"{name}_view_delete",
            ),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        title = capfirst(str(self.opts.verbose_name_plural))
        context = {"title": title, "shell": Shell(self, request), **(extra_context or {})}
        return super().changelist_view(request, context)

    def columns_view(self, request: HttpRequest) -> HttpResponse:
        """POST: keep the chosen columns, for the person or in the person's own saved view."""
        self._may_view(request)
        query = QueryDict(request.POST.get("query", "")).copy()
        possible = self.possible_columns(request)
        wanted = [] if "reset" in request.POST else request.POST.getlist("columns")
        columns = known(wanted, possible)
        view = self.list_memory(request).view(query.get(VIEW_VAR))
        if view is not None and view.is_own:
            keeper().saved_view_columns(actor=request.user, view_id=view.id, columns=columns)
        else:
            query.pop(VIEW_VAR, None)
            keeper().list_columns_keep(actor=request.user, label=list_label(self), columns=columns)
        return self._to_list(request, query)

    def view_save_view(self, request: HttpRequest) -> HttpResponse:
        """POST: keep the list as it stands under a name."""
        self._may_view(request)
        query = QueryDict(request.POST.get("query", "")).copy()
        request.GET = query  # type: ignore[assignment]
        shown = list(self.get_list_display(request))
        default = self._default_columns(request)
        plain = query.copy()
        for name in PASSING_VARS:
            plain.pop(name, None)
        try:
            view = keeper().saved_view_save(
                actor=request.user,
                label=list_label(self),
                name=request.POST.get("name", ""),
                query=plain.urlencode(),
                columns=None if shown == default else known(shown, self.possible_columns(request)),
                is_shared=request.POST.get("share") == "team",
            )
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return self._to_list(request, query)
        messages.success(request, f"Saved as “{view.name}”.")
        plain[VIEW_VAR] = str(view.pk)
        return self._to_list(request, plain)

    def view_delete_view(self, request: HttpRequest, view_id) -> HttpResponse:
        """POST: drop a saved view of one's own."""
        self._may_view(request)
        view = keeper().saved_view_delete(actor=request.user, view_id=view_id)
        messages.success(request, f"“{view.name}” is gone from your views.")
        return self._to_list(request, QueryDict())

    def _may_view(self, request) -> None:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied

    def _to_list(self, request, query: QueryDict) -> HttpResponse:
        request.session[CHANGED_KEY] = time.time_ns()
        address = reverse(
            f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_changelist"
        )
        return HttpResponseRedirect(f"{address}?{query.urlencode()}" if query else address)


class Shell:
    """What the bar above a list shows; everything is worked out when the template asks."""

    def __init__(self, admin: ShellMixin, request: HttpRequest) -> None:
        self.admin, self.request = admin, request
        self.memory = admin.list_memory(request)
        self.current = self.memory.view(request.GET.get(VIEW_VAR))

    @property
    def query(self) -> str:
        """The list's query string."""
        return self.request.GET.urlencode()

    @property
    def columns(self) -> list[Column]:
        """All columns, those shown first."""
        return columns_of(*self._columns)

    @property
    def chooser(self):
        """The items of the column chooser as HTML."""
        return chooser(*self._columns)

    @property
    def _columns(self) -> tuple[ShellMixin, tuple[str, ...], tuple]:
        possible = self.admin.possible_columns(self.request)
        return self.admin, tuple(possible), tuple(self.admin.get_list_display(self.request))

    @property
    def views(self):
        """The saved views with their addresses: (view, query string, is current)."""
        for view in self.memory.views:
            query = QueryDict(view.query).copy()
            query[VIEW_VAR] = str(view.id)
            yield view, query.urlencode(), view == self.current

    @property
    def focus(self):
        """The named cut that the list shows, or None."""
        return focus_of(self.admin.model._meta.label, self.request.GET.get(FOCUS_VAR))

    @property
    def is_plain(self) -> bool:
        """Whether the list stands as it is without filter, search or view."""
        return not any(name not in PASSING_VARS or name == VIEW_VAR for name in self.request.GET)

    @property
    def has_team(self) -> bool:
        """Whether there is a team to share a view with."""
        return getattr(self.request.user, "team_member_id", None) is not None
