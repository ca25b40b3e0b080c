"""Console pages: providers."""

from django.contrib import admin

from concierge.models import BookingConfirmation, ConciergeBooking, ServiceOffering, ServiceProvider
from core.admin import EntityAdmin, JournalAdmin, Panel, inline


@admin.register(ConciergeBooking)
class ConciergeBookingAdmin(EntityAdmin):
    """What was booked for guests."""

    panels = (
        Panel("booking_confirmations", title="Confirmations"),
        Panel("transportation", title="Transfers"),
        "experience_ratings",
    )


@admin.register(ServiceProvider)
class ServiceProviderAdmin(EntityAdmin):
    """Who serves our guests, with what they offer."""

    inlines = (inline(ServiceOffering),)
    panels = ("bookings", "activities", "experience_ratings")


admin.site.register(BookingConfirmation, JournalAdmin)
admin.site.register(ServiceOffering, EntityAdmin)
