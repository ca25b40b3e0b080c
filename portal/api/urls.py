"""Addresses of signing in, of what is one's own and of the portals, below /api/v1/."""

from django.urls import include, path

urlpatterns = [
    path("", include("portal.api.auth_urls")),
    path("", include("portal.api.me_urls")),
]
