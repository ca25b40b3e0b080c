"""The catalogue, and what was counted of it."""

import pytest

from core.testing.factories import factory_of
from inventory.models import InventoryItem, StorageStock
from staging.selectors.batches import staged_rows
from tests.staging.sheets import applied, counted, reasons, undone, uploaded

pytestmark = pytest.mark.django_db

ITEMS = [
    ["Item", "SKU", "UPC", "Category", "Unit", "Par", "Cost", "Supplier"],
    ["Bath towel", "TWL-1", "012345678905", "linen", "ea", "40", "$7.25", ""],
    ["Hand towel", "TWL-2", "", "Linens", "each", "60", "4", "Ace Linens"],
    ["Soap", "twl-1", "", "bath", "case", "5", "30", ""],
    ["Shampoo", "", "1.23457E+12", "bath", "case", "5", "30", ""],
    ["Shelf", "", "", "garden", "", "", "", ""],
]
COUNTS = [
    ["SKU", "Location", "Lot", "Counted", "Count date"],
    ["TWL-1", "WH-1", "", "38", "2026-01-31"],
    ["TWL-1", "WH-1", "B7", "12", "2026-01-31"],
    ["hand towel", "warehouse", "", "9", "2026-01-31"],
    ["TWL-9", "WH-1", "", "1", "2026-01-31"],
    ["TWL-2", "WH-1", "", "-3", "2026-01-31"],
    ["TWL-1", "WH-1", "", "40", "2026-01-31"],
]


@pytest.fixture
def shelves():
    """Two items and a place for them."""
    factory_of("inventory.InventoryItem").create(item_name="Bath towel", sku="TWL-1")
    factory_of("inventory.InventoryItem").create(item_name="Hand towel", sku="TWL-2")
    factory_of("inventory.StorageLocation").create(location_code="WH-1", location_name="Warehouse")


def test_items_are_known_by_sku_and_upc():
    factory_of("directory.Company").create(company_name="Ace Linens")
    batch = uploaded("inventory-items", ITEMS)
    assert counted(batch) == {"new": 2, "refused": 3}
    assert {row: said[0] for row, said in reasons(batch).items()} == {
        4: ("SKU", "Row 2 of the sheet is about the same."),
        5: (
            "UPC",
            "The id has more than 15 digits and was rounded by the spreadsheet;"
            " its last digits are lost.",
        ),
        6: ("Category", "The list has no such value."),
    }
    applied(batch)
    towel = InventoryItem.objects.get(sku="TWL-1")
    assert (towel.upc, towel.category, towel.reorder_point) == ("012345678905", "linens", 40)
    assert InventoryItem.objects.get(sku="TWL-2").preferred_supplier.company_name == "Ace Linens"


def test_items_a_second_time_and_undone():
    batch = applied(uploaded("inventory-items", [ITEMS[0], ITEMS[1]]))
    assert counted(uploaded("inventory-items", [ITEMS[0], ITEMS[1]])) == {"unchanged": 1}
    dearer = uploaded("inventory-items", [["SKU", "Cost"], ["TWL-1", "8"]])
    assert staged_rows(dearer, "changed").get().changes == {"standard_cost": [7.25, 8]}
    undone(batch)
    assert not InventoryItem.objects.exists()


def test_a_name_alone_is_shown_and_not_taken(shelves):
    batch = uploaded("inventory-items", [["Item", "SKU"], ["Bath Towel", "TWL-77"]])
    assert counted(batch) == {"new": 1}
    assert [alike["attribute"] for alike in staged_rows(batch).get().likenesses] == ["item_name"]


def test_counts_are_of_an_item_at_a_place_in_a_lot(shelves):
    batch = uploaded("stock-counts", COUNTS)
    assert counted(batch) == {"new": 3, "refused": 3}
    assert {row: said[0] for row, said in reasons(batch).items()} == {
        5: (
            "SKU",
            "There is no inventory item with this number or sku or upc or item name"
            " that you may see.",
        ),
        6: ("Counted", "The number is out of range."),
        7: ("Lot", "Row 2 of the sheet is about the same."),
    }
    applied(batch)
    lots = StorageStock.objects.filter(item__sku="TWL-1").order_by("quantity")
    assert [(row.lot_number, row.quantity) for row in lots] == [("B7", 12), (None, 38)]


def test_a_new_count_replaces_the_old_one_and_undo_brings_it_back(shelves):
    first = applied(uploaded("stock-counts", COUNTS[:4]))
    assert counted(uploaded("stock-counts", COUNTS[:4])) == {"unchanged": 3}
    later = [["SKU", "Location", "Counted"], ["TWL-1", "WH-1", "30"]]
    second = applied(uploaded("stock-counts", later))
    assert counted(second) == {"changed": 1}
    assert StorageStock.objects.get(item__sku="TWL-1", lot_number=None).quantity == 30
    undone(second)
    assert StorageStock.objects.get(item__sku="TWL-1", lot_number=None).quantity == 38
    undone(first)
    assert not StorageStock.objects.exists()
