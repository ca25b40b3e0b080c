"""Console pages: assets."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin
from property.models import (
    Appliance,
    AppliancePart,
    Fixture,
    Light,
    SafetyItem,
    Surface,
    WindowCovering,
)

admin.site.register(
    [
        Appliance,
        Fixture,
        Surface,
        Light,
        WindowCovering,
        SafetyItem,
    ],
    EntityAdmin,
)
admin.site.register(AppliancePart, BaseAdmin)
