"""Console pages: stock."""

from django.contrib import admin

from core.admin import EntityAdmin, inline
from inventory.models import CompanyAsset, OwnerItem, RoomStock, StorageLocation, StorageStock


@admin.register(StorageStock)
class StorageStockAdmin(EntityAdmin):
    """What lies where."""

    list_display = (
        "number",
        "item",
        "location",
        "quantity",
        "quantity_reserved",
        "unit_cost",
        "expiry_date",
        "last_count_at",
    )


@admin.register(StorageLocation)
class StorageLocationAdmin(EntityAdmin):
    """Where stock lies."""

    is_large = False
    inlines = (
        inline(
            StorageStock,
            fields=("item", "quantity", "quantity_reserved", "unit_cost", "expiry_date"),
        ),
    )
    panels = ("children",)


admin.site.register(
    [
        RoomStock,
        OwnerItem,
        CompanyAsset,
    ],
    EntityAdmin,
)
