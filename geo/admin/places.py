"""Console pages: places."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, Panel
from geo.models import Area, City, Country, PointOfInterest, State


@admin.register(Area)
class AreaAdmin(EntityAdmin):
    """Parts of the islands."""

    is_large = False
    list_display = (
        "number",
        "area_name",
        "area_type",
        "state",
        "parent_area",
        "drive_to_airport_minutes",
        "sort_order",
        "is_active",
    )
    panels = (
        Panel("property_properties", title="Properties"),
        "resorts",
        Panel("poi", title="Places"),
        "children",
    )


admin.site.register(
    [
        Country,
        State,
        City,
    ],
    BaseAdmin,
)
admin.site.register(PointOfInterest, EntityAdmin)
