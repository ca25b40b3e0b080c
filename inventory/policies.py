"""Who sees what of the inventory schema."""

from core.permissions.policies import policy
from inventory.models import (
    CompanyAsset,
    InventoryEvent,
    InventoryItem,
    InventoryPurchase,
    LinenCount,
    LinenDelivery,
    LinenIssue,
    LinenItem,
    LinenOrder,
    LinenPar,
    LinenType,
    OwnerItem,
    RoomStock,
    StorageLocation,
    StorageStock,
)

# Items
policy(InventoryItem, "inventory", public=True)
policy(
    InventoryPurchase,
    "purchases",
    own=["ordered_by__user"],
    team=["ordered_by__team", "property__primary_team"],
)
policy(
    InventoryEvent,
    "inventory",
    own=["performed_by__user"],
    team=["performed_by__team", "property__primary_team"],
)

# Linens
policy(LinenType, "linens", public=True)
policy(LinenItem, "linens", parent="property")
policy(LinenPar, "linens", parent="property")
policy(LinenDelivery, "linens", parent="property")
policy(LinenCount, "linens", own=["counted_by__user"], team=["counted_by__team"], parent="property")
policy(
    LinenIssue,
    "linens",
    own=["discovered_by__user"],
    team=["discovered_by__team"],
    parent="property",
)
policy(LinenOrder, "purchases", own=["ordered_by__user"], team=["ordered_by__team"])

# Stock
policy(RoomStock, "inventory", parent="room")
policy(OwnerItem, "inventory", own=["homeowner__user"], team=["property__primary_team"])
policy(
    CompanyAsset,
    "inventory",
    own=["assigned_to__user"],
    team=["assigned_to__team", "assigned_property__primary_team"],
)
policy(StorageStock, "inventory", public=True)
policy(StorageLocation, "inventory", public=True)
