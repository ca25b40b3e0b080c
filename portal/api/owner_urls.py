"""Addresses of the owners' portal, below /api/v1/. Own sign-ins are at /api/v1/me/sessions/."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from portal.api.owner.views import (
    ApprovalViewSet,
    DocumentViewSet,
    OwnStayViewSet,
    ProfileView,
    PropertyViewSet,
    StatementViewSet,
    YearView,
)

router = SimpleRouter(use_regex_path=False)
router.register("owner/properties", PropertyViewSet, basename="owner-property")
router.register("owner/stays", OwnStayViewSet, basename="owner-stay")
router.register("owner/statements", StatementViewSet, basename="owner-statement")
router.register("owner/documents", DocumentViewSet, basename="owner-document")
router.register("owner/approvals", ApprovalViewSet, basename="owner-approval")
urlpatterns = [
    *router.urls,
    path("owner/year-to-date/", YearView.as_view(), name="owner-year"),
    path("owner/profile/", ProfileView.as_view(), name="owner-profile"),
]
