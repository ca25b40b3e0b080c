"""What is kept: the catalogue."""

from core.imports.cells import ChoiceCell, CodeCell, IdCell
from core.imports.registry import spreadsheet
from core.imports.resource import Column, Key, Part, Reference, SourceId, SpreadsheetResource
from inventory.choices.items import (
    InventoryItemCategory,
    InventoryItemStatus,
    InventoryItemUnitOfMeasure,
)
from inventory.models import InventoryItem
from staging.models import StagedItem

UNITS = {
    "ea": InventoryItemUnitOfMeasure.EACH,
    "piece": InventoryItemUnitOfMeasure.EACH,
    "pieces": InventoryItemUnitOfMeasure.EACH,
    "pcs": InventoryItemUnitOfMeasure.EACH,
    "unit": InventoryItemUnitOfMeasure.EACH,
    "pk": InventoryItemUnitOfMeasure.PACK,
    "pkg": InventoryItemUnitOfMeasure.PACK,
    "package": InventoryItemUnitOfMeasure.PACK,
    "box": InventoryItemUnitOfMeasure.CASE,
    "cs": InventoryItemUnitOfMeasure.CASE,
    "pr": InventoryItemUnitOfMeasure.PAIR,
    "gal": InventoryItemUnitOfMeasure.GALLON,
    "lbs": InventoryItemUnitOfMeasure.LB,
    "pound": InventoryItemUnitOfMeasure.LB,
    "pounds": InventoryItemUnitOfMeasure.LB,
}
CATEGORIES = {
    "linen": InventoryItemCategory.LINENS,
    "bath": InventoryItemCategory.BATHROOM,
    "cleaning supplies": InventoryItemCategory.CLEANING,
    "kitchenware": InventoryItemCategory.KITCHEN,
    "tool": InventoryItemCategory.TOOLS,
    "consumable": InventoryItemCategory.CONSUMABLES,
    "decoration": InventoryItemCategory.DECOR,
}


@spreadsheet("inventory-items")
class InventoryItemResource(SpreadsheetResource):
    """Products in use, one a row."""

    number = Column("number")
    source_id = SourceId(heads=("id", "item id", "product id", "external id"))
    item_name = Column(
        "item_name",
        heads=("item", "name", "product", "product name", "description of item"),
        required=True,
        example="Bath towel, white",
    )
    sku = Column(
        "sku", IdCell(), heads=("item code", "code", "part number", "stock number"), example="TWL-1"
    )
    upc = Column("upc", IdCell(), heads=("barcode", "ean", "gtin", "bar code"))
    item_type = Reference("item_type", ("code", "name"), cell=CodeCell(), heads=("type", "kind"))
    category = Column(
        "category", ChoiceCell(InventoryItemCategory, also=CATEGORIES), heads=("group",)
    )
    subcategory = Column("subcategory")
    item_description = Column("item_description", heads=("description", "details"))
    brand = Column("brand", heads=("make", "manufacturer"))
    model = Column("model", heads=("model number",))
    color = Column("color", heads=("colour",))
    size = Column("size")
    unit_of_measure = Column(
        "unit_of_measure",
        ChoiceCell(InventoryItemUnitOfMeasure, also=UNITS),
        heads=("unit", "uom", "units"),
    )
    units_per_pack = Column("units_per_pack", heads=("pack size", "per pack"))
    reorder_point = Column(
        "reorder_point", heads=("minimum", "par", "par level", "reorder level", "min stock")
    )
    reorder_quantity = Column("reorder_quantity", heads=("order quantity",))
    lead_time_days = Column("lead_time_days", heads=("lead time",))
    preferred_supplier = Reference(
        "preferred_supplier",
        ("number", "company_name", "dba_name"),
        source=("staging.StagedCompany", "matched_company"),
        heads=("supplier", "vendor", "vendor name", "vendor id"),
    )
    replacement_item = Reference("replacement_item", ("number", "sku", "item_name"))
    standard_cost = Column("standard_cost", heads=("cost", "unit cost", "cost each"))
    last_cost = Column("last_cost", heads=("last price paid",))
    replacement_cost = Column("replacement_cost")
    list_price = Column("list_price", heads=("price", "retail price"))
    weight_lbs = Column("weight_lbs", heads=("weight",))
    dimensions = Column("dimensions")
    is_trackable = Column("is_trackable")
    is_consumable = Column("is_consumable", heads=("consumable",))
    requires_inspection = Column("requires_inspection")
    typical_lifespan_months = Column("typical_lifespan_months")
    warranty_months = Column("warranty_months")
    discontinued_date = Column("discontinued_date")
    product_url = Column("product_url", heads=("url", "link", "website"))
    status = Column("status", ChoiceCell(InventoryItemStatus))
    is_active = Column("is_active", heads=("active",))
    notes = Column("notes", heads=("comments",))

    class Meta:
        title = "inventory items"
        staged = StagedItem
        parts = {
            "item": Part(
                InventoryItem,
                keys=(
                    Key("number", ("number",)),
                    Key("SKU", ("sku",), folded=("sku",)),
                    Key("UPC", ("upc",)),
                    Key("sender's id", (), is_source=True),
                ),
                alike=("item_name",),
            )
        }
        matched = {"matched_item": "item"}
