"""Addresses of the reservations API beside its tables, below /api/v1/."""

from django.urls import path

from reservations.api.availability import AvailabilityView

urlpatterns = [
    path(
        "reservations/availability/", AvailabilityView.as_view(), name="reservations-availability"
    ),
]
