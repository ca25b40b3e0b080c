"""Console pages: requests."""

from django.contrib import admin

from concierge.models import (
    AmenityRequest,
    GroceryOrder,
    RequestFulfillment,
    ServiceRequest,
    Transfer,
    WelcomePackage,
)
from core.admin import EntityAdmin, JournalAdmin, Panel


@admin.register(ServiceRequest)
class ServiceRequestAdmin(EntityAdmin):
    """What guests ask for."""

    panels = (Panel("request_fulfillments", title="Fulfilment"), "special_occasions")


admin.site.register(RequestFulfillment, JournalAdmin)
admin.site.register(
    [
        WelcomePackage,
        AmenityRequest,
        Transfer,
        GroceryOrder,
    ],
    EntityAdmin,
)
