"""Addresses: the console, the API and its description."""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from config.describing import DocsView, SchemaView
from property_listings.api.exports import calendar_file


def addresses(serves, console_path: str) -> list:
    """The addresses of a process that serves the console, the API or both (``settings.SERVES``);
    what it does not serve is not there."""
    home = RedirectView.as_view(pattern_name="admin:index" if "console" in serves else "docs")
    found: list[URLPattern | URLResolver] = [
        path("", home, name="home"),
        path("calendars/<slug:token>.ics", calendar_file, name="calendar"),
    ]
    if "console" in serves:
        found += [
            path(console_path, admin.site.urls),
            path("account/", include("portal.admin.account.urls")),
        ]
    if "api" in serves:
        found += [
            path("api/v1/schema/", SchemaView.as_view(), name="schema"),
            path("api/v1/schema/<slug:part>/", SchemaView.as_view(), name="schema"),
            path("api/v1/docs/", DocsView.as_view(), name="docs"),
            path("api/v1/docs/<slug:part>/", DocsView.as_view(), name="docs"),
            path("api/v1/", include("config.api")),
        ]
    return found


urlpatterns = addresses(settings.SERVES, settings.CONSOLE_PATH)

# Faults outside of the API's views: as JSON below /api/, as pages elsewhere.
handler400 = "core.api.handlers.bad_request"
handler403 = "core.api.handlers.permission_denied"
handler404 = "core.api.handlers.page_not_found"
handler500 = "core.api.handlers.server_error"
