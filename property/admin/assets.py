"""Console pages: assets."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, inline
from property.models import (
    Appliance,
    AppliancePart,
    Fixture,
    Light,
    SafetyItem,
    Surface,
    WindowCovering,
)


@admin.register(Appliance)
class ApplianceAdmin(EntityAdmin):
    """Appliances with their parts."""

    inlines = (inline(AppliancePart),)


admin.site.register(AppliancePart, BaseAdmin)
admin.site.register(
    [
        Fixture,
        Surface,
        Light,
        WindowCovering,
        SafetyItem,
    ],
    EntityAdmin,
)
