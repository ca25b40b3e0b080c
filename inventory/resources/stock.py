"""What was counted on the shelves."""

from core.imports.cells import IdCell, WholeCell
from core.imports.registry import spreadsheet
from core.imports.resource import Column, Key, Part, Reference, SpreadsheetResource
from inventory.models import StorageStock
from staging.models import StagedStockCount


@spreadsheet("stock-counts")
class StockCountResource(SpreadsheetResource):
    """Counts of items at storage locations, one a row; a count replaces the one before."""

    number = Column("number")
    item = Reference(
        "item",
        ("number", "sku", "upc", "item_name"),
        source=("staging.StagedItem", "matched_item"),
        heads=("sku", "item", "item name", "product", "upc", "barcode", "item code"),
        required=True,
        note="The item's number, SKU, UPC or name, or the sender's own id.",
        example="TWL-1",
    )
    location = Reference(
        "location",
        ("number", "location_code", "location_name"),
        heads=("location", "storage", "warehouse", "shelf", "storage location"),
        required=True,
        note="The storage location's number, code or name.",
        example="Kahului warehouse",
    )
    lot_number = Column("lot_number", IdCell(), heads=("lot", "batch", "batch number"))
    quantity = Column(
        "quantity",
        WholeCell(least=0),
        heads=("count", "counted", "on hand", "qty on hand", "counted quantity", "stock"),
        required=True,
    )
    last_count_at = Column(
        "last_count_at", heads=("count date", "counted on", "counted at", "date", "date counted")
    )
    last_counted_by = Reference(
        "last_counted_by",
        ("number", "contact__full_name"),
        source=("staging.StagedTeamMember", "matched_member"),
        heads=("counted by", "counter", "by"),
    )
    quantity_reserved = Column("quantity_reserved", heads=("reserved",))
    unit_cost = Column("unit_cost", heads=("cost", "cost each"))
    expiry_date = Column("expiry_date", heads=("expires", "best before"))
    reorder_point = Column("reorder_point", heads=("minimum", "par"))
    reorder_quantity = Column("reorder_quantity")
    bin_location = Column("bin_location", heads=("bin",))
    notes = Column("notes", heads=("comments",))

    class Meta:
        title = "stock counts"
        staged = StagedStockCount
        parts = {
            "stock": Part(
                StorageStock,
                keys=(
                    Key("number", ("number",)),
                    Key(
                        "item, location and lot",
                        ("item", "location", "lot_number"),
                        blank=("lot_number",),
                    ),
                ),
            )
        }
        matched = {"matched_stock": "stock"}
