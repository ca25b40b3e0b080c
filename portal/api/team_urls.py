"""Addresses of the team's portal, below /api/v1/."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from portal.api.team.views import (
    ChecklistViewSet,
    ClockInView,
    ClockOutView,
    ClockView,
    DayView,
    IssueView,
    TeamFileView,
)
from portal.api.team.work import CleanViewSet, InspectionViewSet, TeamTicketViewSet

router = SimpleRouter(use_regex_path=False)
router.register("team/cleans", CleanViewSet, basename="team-clean")
router.register("team/inspections", InspectionViewSet, basename="team-inspection")
router.register("team/tickets", TeamTicketViewSet, basename="team-ticket")
router.register("team/checklists", ChecklistViewSet, basename="team-checklist")
urlpatterns = [
    *router.urls,
    path("team/day/", DayView.as_view(), name="team-day"),
    path("team/files/<uuid:pk>/", TeamFileView.as_view(), name="team-file"),
    path("team/clock/", ClockView.as_view(), name="team-clock"),
    path("team/clock/in/", ClockInView.as_view(), name="team-clock-in"),
    path("team/clock/out/", ClockOutView.as_view(), name="team-clock-out"),
    path("team/issues/", IssueView.as_view(), name="team-issues"),
]
