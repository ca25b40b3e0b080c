"""Stock over the API."""

from core.api.resources import Resource
from inventory.models import CompanyAsset, OwnerItem, RoomStock, StorageLocation, StorageStock


class RoomStockResource(Resource):
    """Items kept in a guest room against par."""

    model = RoomStock
    fields = """
        id number room item last_counted_by last_inspection par_quantity current_quantity
        last_count_at location_detail condition notes serial_number purchase_date
        warranty_expiry last_replaced_at purchase_cost status created_at updated_at
    """


class OwnerItemResource(Resource):
    """Owner belongings kept at or for a unit."""

    model = OwnerItem
    fields = """
        id number custom_item_name homeowner property item room description quantity
        purchase_date location is_restricted restriction_notes photo_file_ids notes is_active
        removed_date removed_reason category serial_number condition is_insured do_not_move
        special_instructions estimated_value purchase_price insurance_value status created_at
        updated_at
    """


class CompanyAssetResource(Resource):
    """Company-owned equipment and who or where holds it."""

    model = CompanyAsset
    fields = """
        id number item assigned_to assigned_property storage_location vendor_company
        serial_number asset_tag condition purchase_date warranty_expiry last_service_date
        next_service_date notes is_active retired_date retired_reason depreciation_method
        useful_life_years location_notes purchase_price salvage_value current_value status
        created_at updated_at
    """


class StorageStockResource(Resource):
    """Bulk stock per warehouse location and lot."""

    model = StorageStock
    fields = """
        id number item location last_counted_by quantity lot_number expiry_date last_count_at
        notes quantity_reserved reorder_point reorder_quantity bin_location unit_cost
        quantity_available total_value created_at updated_at
    """


class StorageLocationResource(Resource):
    """Warehouse hierarchy down to shelf and bin."""

    model = StorageLocation
    fields = """
        id number location_name parent_location area location_type address capacity notes
        is_active location_code description is_climate_controlled is_secure access_notes
        sort_order created_at updated_at
    """
