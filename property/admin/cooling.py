"""Console pages: cooling."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin, inline
from property.models import AcSystem, AcUnit, AcUnitRoom


@admin.register(AcSystem)
class AcSystemAdmin(EntityAdmin):
    """Cooling systems with their units."""

    inlines = (inline(AcUnit),)


@admin.register(AcUnit)
class AcUnitAdmin(EntityAdmin):
    """Indoor and outdoor units and the rooms they cool."""

    inlines = (inline(AcUnitRoom, fields=("room", "is_primary")),)


admin.site.register(AcUnitRoom, JoinAdmin)
