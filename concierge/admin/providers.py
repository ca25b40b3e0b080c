"""Console pages: providers."""

from django.contrib import admin

from concierge.models import BookingConfirmation, ConciergeBooking, ServiceOffering, ServiceProvider
from core.admin import EntityAdmin, LogAdmin

admin.site.register(
    [
        ConciergeBooking,
        ServiceProvider,
        ServiceOffering,
    ],
    EntityAdmin,
)
admin.site.register(BookingConfirmation, LogAdmin)
