"""The staff console: the one admin site."""

from django.conf import settings
from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from unfold.sites import UnfoldAdminSite

from config import dashboard, navigation, search
from core.permissions.standing import is_onlooker
from core.throttling import wait

COMMAND_RESULTS = 40
# What pages show around themselves that is not the same for everybody.
OF_REQUEST = {"has_permission", "available_apps", "is_popup", "log_entries"}


class ConsoleSite(UnfoldAdminSite):
    """All of the company's tables for its staff."""

    site_header = "Halekeeper"
    site_title = "Halekeeper"
    index_title = "Today"
    index_template = "admin/dashboard.html"
    enable_nav_sidebar = True
    _look: dict | None = None

    def get_urls(self):
        # The apps' pages need this site to be there first.
        from portal.admin.access.urls import console_pages as access_pages
        from portal.admin.account.urls import console_pages as account_pages
        from reservations.admin.desk.messages import console_pages as message_pages
        from reservations.admin.desk.urls import console_pages as desk_pages
        from reservations.admin.money.urls import console_pages as money_pages

        view = self.admin_view
        return [
            *account_pages(self),
            *access_pages(self),
            *desk_pages(self),
            *money_pages(self),
            *message_pages(self),
            path("tables/", view(self.directory), name="directory"),
            path("tables/<slug:slug>/", view(self.tables), name="tables"),
            *super().get_urls(),
        ]

    def has_permission(self, request: HttpRequest) -> bool:
        """Staff, and administrators who look through the eyes of somebody who is not."""
        return request.user.is_active and (request.user.is_staff or is_onlooker(request.user))

    # Stock pages build the list of all tables on each request; ours is `config.navigation`.
    def get_app_list(self, request: HttpRequest, app_label=None) -> list:
        """Nothing: the sidebar and the directory say what there is."""
        return []

    def get_sidebar_list(self, request: HttpRequest) -> list:
        """Nothing: the template shows ``sidebar``, rendered once per set of visible tables."""
        return []

    def each_context(self, request: HttpRequest) -> dict:
        """What every page of the console shows around itself.

        Our look is the same for everybody and all day: unfold works it out once.
        """
        context = AdminSite.each_context(self, request)
        if self._look is None:
            whole = super().each_context(request)
            self._look = {name: whole[name] for name in whole if name not in OF_REQUEST}
        context |= self._look
        if context["has_permission"] and not context.get("is_popup"):
            context["sidebar"] = navigation.sidebar(request)
        return context

    def index(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """What needs doing today."""
        context = {"title": self.index_title, **dashboard.context(request)}
        return super().index(request, {**context, **(extra_context or {})})

    def directory(self, request: HttpRequest) -> HttpResponse:
        """All tables by the work that needs them, with a box to filter them."""
        return self._directory(request, "All tables", navigation.GROUPS)

    def tables(self, request: HttpRequest, slug: str) -> HttpResponse:
        """All tables of one group."""
        groups = tuple(group for group in navigation.GROUPS if group.slug == slug)
        if not groups:
            raise Http404(f"There is no group {slug}.")
        return self._directory(request, groups[0].title, groups)

    def app_index(self, request: HttpRequest, app_label: str, extra_context=None) -> HttpResponse:
        """The directory again: people know the groups of work, not our apps."""
        group = navigation.group_of_app(app_label)
        return redirect("admin:tables", group.slug) if group else redirect("admin:directory")

    def _directory(self, request: HttpRequest, title: str, groups) -> HttpResponse:
        context = {
            **self.each_context(request),
            "title": title,
            "groups": list(navigation.directory(request, groups)),
            "directory": reverse("admin:directory"),
            "is_whole": groups is navigation.GROUPS,
        }
        request.current_app = self.name
        return TemplateResponse(request, "admin/directory.html", context)

    def search(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """The full results (``?q=``), or the list of the command palette (``?s=``)."""
        asks = request.GET.get("s", request.GET.get("q", "")).strip()
        if asks and (seconds := _wait_for_search(request)):
            return _too_often(seconds)
        if "s" in request.GET:
            text = request.GET["s"].strip()
            if not text:
                return HttpResponse()
            found = search.search(request, text, each=5)
            return TemplateResponse(
                request,
                "admin/shell/command_results.html",
                {"search": found, "results": found.results[:COMMAND_RESULTS]},
                headers={"HX-Trigger": "search"},
            )
        text = request.GET.get("q", "").strip()
        context = {
            **self.each_context(request),
            "title": "Search",
            "search": search.search(request, text, each=20) if text else None,
            "text": text,
        }
        request.current_app = self.name
        return TemplateResponse(request, "admin/search.html", context)

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """Rows for a box in which letters are typed."""
        if seconds := _wait_for_search(request):
            empty = {"results": [], "pagination": {"more": False}}
            return JsonResponse(empty, status=429, headers={"Retry-After": str(seconds)})
        return super().autocomplete_view(request)


def _wait_for_search(request: HttpRequest) -> int:
    """Seconds until the person may search again; 0 for now. Counts the search."""
    return wait(f"search:{request.user.pk}", limit=settings.SEARCHES_PER_MINUTE, seconds=60)


def _too_often(seconds: int) -> HttpResponse:
    said = f"That was searched too often. Try again in {seconds} s."
    headers = {"Retry-After": str(seconds)}
    return HttpResponse(said, status=429, content_type="text/plain", headers=headers)
