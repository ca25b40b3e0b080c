"""Console pages: cooling."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin
from property.models import AcSystem, AcUnit, AcUnitRoom

admin.site.register(
    [
        AcSystem,
        AcUnit,
    ],
    EntityAdmin,
)
admin.site.register(AcUnitRoom, JoinAdmin)
