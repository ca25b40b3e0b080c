"""Console pages: journeys."""

from django.contrib import admin

from core.admin import EntityAdmin, LogAdmin
from reservations.models import GuestJourney, Review, Touchpoint

admin.site.register(
    [
        GuestJourney,
        Review,
    ],
    EntityAdmin,
)
admin.site.register(Touchpoint, LogAdmin)
