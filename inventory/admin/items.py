"""Console pages: items."""

from django.contrib import admin

from core.admin import EntityAdmin, LogAdmin
from inventory.models import InventoryEvent, InventoryItem, InventoryPurchase

admin.site.register(
    [
        InventoryItem,
        InventoryPurchase,
    ],
    EntityAdmin,
)
admin.site.register(InventoryEvent, LogAdmin)
