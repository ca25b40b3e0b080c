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
from core.admin import EntityAdmin, LogAdmin

admin.site.register(
    [
        ServiceRequest,
        WelcomePackage,
        AmenityRequest,
        Transfer,
        GroceryOrder,
    ],
    EntityAdmin,
)
admin.site.register(RequestFulfillment, LogAdmin)
