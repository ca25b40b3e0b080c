"""Addresses of what is one's own, below /api/v1/."""

from django.urls import path

from portal.api import me

urlpatterns = [
    path("me/", me.MeView.as_view(), name="me"),
    path("me/sessions/", me.SessionsView.as_view(), name="me-sessions"),
    path("me/sessions/end-others/", me.OtherSessionsView.as_view(), name="me-sessions-others"),
    path("me/sessions/<uuid:session_id>/", me.SessionView.as_view(), name="me-session"),
    path("me/preferences/", me.PreferencesView.as_view(), name="me-preferences"),
    path("me/notifications/", me.NotificationsView.as_view(), name="me-notifications"),
]
