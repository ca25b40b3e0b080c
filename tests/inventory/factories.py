"""Factories of the inventory models."""

from core.testing.factories import DAY, ModelFactory, Numbered, Parent


class InventoryItemFactory(ModelFactory):
    class Meta:
        model = "inventory.InventoryItem"

    item_name = Numbered("Inventory item {}")


class InventoryPurchaseFactory(ModelFactory):
    class Meta:
        model = "inventory.InventoryPurchase"

    item = Parent("inventory.InventoryItem")
    quantity = 1
    order_date = DAY


class InventoryEventFactory(ModelFactory):
    class Meta:
        model = "inventory.InventoryEvent"

    item = Parent("inventory.InventoryItem")
    event_type = "receipt"
    quantity = 1


class LinenTypeFactory(ModelFactory):
    class Meta:
        model = "inventory.LinenType"

    type_code = Numbered("CODE-{}")
    type_name = Numbered("Linen type {}")


class LinenItemFactory(ModelFactory):
    class Meta:
        model = "inventory.LinenItem"

    linen_type = Parent("inventory.LinenType")


class LinenParFactory(ModelFactory):
    class Meta:
        model = "inventory.LinenPar"

    property = Parent("property.Property")
    linen_type = Parent("inventory.LinenType")
    par_quantity = 4


class LinenDeliveryFactory(ModelFactory):
    class Meta:
        model = "inventory.LinenDelivery"

    property = Parent("property.Property")
    delivery_date = DAY


class LinenCountFactory(ModelFactory):
    class Meta:
        model = "inventory.LinenCount"

    property = Parent("property.Property")
    counted_by = Parent("team.TeamMember")
    count_date = DAY
    counts = {"king sheet": {"counted": 4, "expected": 4, "variance": 0}}


class LinenIssueFactory(ModelFactory):
    class Meta:
        model = "inventory.LinenIssue"

    linen_type = Parent("inventory.LinenType")
    property = Parent("property.Property")
    issue_type = "damage"


class LinenOrderFactory(ModelFactory):
    class Meta:
        model = "inventory.LinenOrder"

    linen_type = Parent("inventory.LinenType")
    order_date = DAY
    quantity_ordered = 1
    items = [{"linen_type": "king sheet", "quantity": 1}]


class RoomStockFactory(ModelFactory):
    class Meta:
        model = "inventory.RoomStock"

    room = Parent("property.Room")
    item = Parent("inventory.InventoryItem")
    par_quantity = 4
    current_quantity = 1


class OwnerItemFactory(ModelFactory):
    class Meta:
        model = "inventory.OwnerItem"

    homeowner = Parent("directory.Homeowner")
    property = Parent("property.Property")
    custom_item_name = Numbered("Koa bowl {}")


class CompanyAssetFactory(ModelFactory):
    class Meta:
        model = "inventory.CompanyAsset"

    item = Parent("inventory.InventoryItem")


class StorageStockFactory(ModelFactory):
    class Meta:
        model = "inventory.StorageStock"

    item = Parent("inventory.InventoryItem")
    location = Parent("inventory.StorageLocation")
    quantity = 1


class StorageLocationFactory(ModelFactory):
    class Meta:
        model = "inventory.StorageLocation"

    location_name = Numbered("Storage location {}")
    location_type = "warehouse"
    location_code = Numbered("CODE-{}")
