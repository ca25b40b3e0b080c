"""Models of the inventory schema, by topic."""

from inventory.models.items import InventoryEvent, InventoryItem, InventoryPurchase
from inventory.models.linens import (
    LinenCount,
    LinenDelivery,
    LinenIssue,
    LinenItem,
    LinenOrder,
    LinenPar,
    LinenType,
)
from inventory.models.stock import CompanyAsset, OwnerItem, RoomStock, StorageLocation, StorageStock

__all__ = [
    "CompanyAsset",
    "InventoryEvent",
    "InventoryItem",
    "InventoryPurchase",
    "LinenCount",
    "LinenDelivery",
    "LinenIssue",
    "LinenItem",
    "LinenOrder",
    "LinenPar",
    "LinenType",
    "OwnerItem",
    "RoomStock",
    "StorageLocation",
    "StorageStock",
]
