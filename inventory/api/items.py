"""Items over the API."""

from core.api.resources import Resource
from inventory.models import InventoryEvent, InventoryItem, InventoryPurchase


class InventoryItemResource(Resource):
    """Catalogue of every product used in units, office or warehouse."""

    model = InventoryItem
    fields = """
        id number item_type preferred_supplier replacement_item photo_file sku upc item_name
        item_description category subcategory brand model color size unit_of_measure
        reorder_point reorder_quantity lead_time_days is_trackable is_consumable notes is_active
        units_per_pack weight_lbs dimensions requires_inspection typical_lifespan_months
        warranty_months discontinued_date product_url standard_cost replacement_cost last_cost
        list_price status created_at updated_at
    """


class InventoryPurchaseResource(Resource):
    """Purchase order line for stock or a unit."""

    model = InventoryPurchase
    fields = """
        id number item supplier property ordered_by received_by destination_location ticket
        transaction approved_by quantity order_date expected_date received_date
        received_quantity order_number tracking_number notes carrier invoice_number billable_to
        unit_cost total_cost shipping_cost tax_amount status grand_total created_at updated_at
    """


class InventoryEventResource(Resource):
    """Append-only ledger of stock movements."""

    model = InventoryEvent
    fields = """
        id number item from_location to_location from_property to_property performed_by property
        from_room to_room event_type quantity reference_type reference_id reason performed_at
        notes quantity_before quantity_after reference_number unit_cost total_value created_at
        updated_at
    """
