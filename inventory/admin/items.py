"""Console pages: items."""

from django.contrib import admin

from core.admin import EntityAdmin, LogAdmin, Panel, sheet
from inventory.models import InventoryEvent, InventoryItem, InventoryPurchase


@admin.register(InventoryItem)
class InventoryItemAdmin(EntityAdmin):
    """The catalogue, and where it is in stock."""

    list_display = (
        "number",
        "item_name",
        "status",
        "item_type",
        "category",
        "sku",
        "brand",
        "reorder_point",
        "standard_cost",
        "is_consumable",
    )
    panels = (
        Panel("storage_inventory", title="In storage"),
        Panel("room_inventory", title="In rooms"),
        Panel("inventory_purchases", title="Purchases"),
        Panel("inventory_events", title="Movements"),
        Panel("owner_inventory", title="Owners' own"),
        Panel("company_inventory", title="Company assets"),
    )
    fieldsets = sheet(
        ("", "number item_name", "item_type status", "category subcategory"),
        (
            "What it is",
            "sku upc",
            "brand model",
            "color size",
            "dimensions weight_lbs",
            "photo_file",
            "item_description",
            "product_url",
        ),
        (
            "Stocking",
            "unit_of_measure units_per_pack",
            "reorder_point reorder_quantity lead_time_days",
            "preferred_supplier replacement_item",
            "is_trackable is_consumable is_active requires_inspection",
        ),
        ("Money", "standard_cost replacement_cost", "last_cost list_price"),
        ("Life", "typical_lifespan_months warranty_months", "discontinued_date", "notes"),
    )


admin.site.register(InventoryPurchase, EntityAdmin)
admin.site.register(InventoryEvent, LogAdmin)
