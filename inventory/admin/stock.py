"""Console pages: stock."""

from django.contrib import admin

from core.admin import EntityAdmin
from inventory.models import CompanyAsset, OwnerItem, RoomStock, StorageLocation, StorageStock

admin.site.register(
    [
        RoomStock,
        OwnerItem,
        CompanyAsset,
        StorageStock,
        StorageLocation,
    ],
    EntityAdmin,
)
