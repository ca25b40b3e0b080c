"""Addresses of the guests' portal, below /api/v1/."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from portal.api.guest.views import (
    DocumentViewSet,
    FileView,
    ProfileView,
    RequestViewSet,
    StayViewSet,
)

router = SimpleRouter(use_regex_path=False)
router.register("guest/stays", StayViewSet, basename="guest-stay")
router.register("guest/requests", RequestViewSet, basename="guest-request")
router.register("guest/documents", DocumentViewSet, basename="guest-document")
urlpatterns = [
    *router.urls,
    path("guest/files/<uuid:pk>/", FileView.as_view(), name="guest-file"),
    path("guest/profile/", ProfileView.as_view(), name="guest-profile"),
]
