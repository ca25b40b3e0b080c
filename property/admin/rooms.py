"""Console pages: rooms."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, Panel, inline
from property.models import Bed, Room, RoomFeature


@admin.register(Room)
class RoomAdmin(EntityAdmin):
    """Rooms with what stands in them."""

    inlines = (
        inline(Bed, fields=("bed_type", "bed_number", "mattress_size", "sleeps", "is_active")),
    )
    panels = (
        "features",
        "appliances",
        "fixtures",
        "surfaces",
        Panel("lighting", title="Lights"),
        "window_coverings",
        "safety_items",
        Panel("property_doors", title="Doors"),
        Panel("inventory", title="Stock"),
    )


@admin.register(Bed)
class BedAdmin(BaseAdmin):
    """Beds."""

    list_display = (
        "room",
        "bed_type",
        "bed_number",
        "mattress_size",
        "sleeps",
        "purchase_date",
        "is_active",
    )


admin.site.register(RoomFeature, EntityAdmin)
