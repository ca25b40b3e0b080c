"""Addresses: the console, the API and its description."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from config.describing import DocsView, SchemaView

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="admin:index"), name="home"),
    path("console/", admin.site.urls),
    path("account/", include("portal.admin.account.urls")),
    path("api/v1/schema/", SchemaView.as_view(), name="schema"),
    path("api/v1/docs/", DocsView.as_view(), name="docs"),
    path("api/v1/", include("config.api")),
]

# Faults outside of the API's views: as JSON below /api/, as pages elsewhere.
handler400 = "core.api.handlers.bad_request"
handler403 = "core.api.handlers.permission_denied"
handler404 = "core.api.handlers.page_not_found"
handler500 = "core.api.handlers.server_error"
