"""Linens over the API."""

from core.api.resources import Resource
from inventory.models import (
    LinenCount,
    LinenDelivery,
    LinenIssue,
    LinenItem,
    LinenOrder,
    LinenPar,
    LinenType,
)


class LinenTypeResource(Resource):
    """Linen catalogue: size, care and life."""

    model = LinenType
    fields = """
        id number inventory_item type_code type_name category standard_size wash_cycle
        replacement_frequency_months is_active material thread_count gsm color description
        is_premium sort_order par_per_bed unit_cost created_at updated_at
    """


class LinenItemResource(Resource):
    """Individually tracked linen piece."""

    model = LinenItem
    fields = """
        id number linen_type property barcode condition purchase_date wash_count last_washed
        notes is_active first_use_date last_washed_at current_location retired_date
        retirement_reason purchase_cost status created_at updated_at
    """


class LinenParResource(Resource):
    """Target linen quantity per unit or room."""

    model = LinenPar
    fields = """
        id number property room linen_type par_quantity minimum_quantity notes max_quantity
        is_active created_at updated_at
    """


class LinenDeliveryResource(Resource):
    """Linen service drop-off and pick-up."""

    model = LinenDelivery
    fields = """
        id number property service_company received_by reservation clean_event delivery_date
        delivery_type items_delivered items_picked_up notes delivery_time delivered_by
        condition_notes invoice_number invoice_amount status created_at updated_at
    """
    read_only = False
    deletes = False


class LinenCountResource(Resource):
    """Physical linen count at a unit."""

    model = LinenCount
    fields = """
        id number property counted_by verified_by count_date count_type counts discrepancies
        notes total_items_counted total_discrepancies verified_at discrepancy_value status
        created_at updated_at
    """
    read_only = False
    deletes = False


class LinenIssueResource(Resource):
    """Damaged, lost or stained linen case."""

    model = LinenIssue
    fields = """
        id number linen_item linen_type property discovered_by reservation resolved_by ticket
        issue_type quantity description discovered_at is_billable notes cause photo_file_ids
        resolution resolved_at replacement_cost status created_at updated_at
    """


class LinenOrderResource(Resource):
    """Purchase order for linen."""

    model = LinenOrder
    fields = """
        id number supplier ordered_by linen_type received_by transaction order_date
        expected_date received_date items notes quantity_ordered quantity_received
        tracking_number invoice_number total_cost unit_cost shipping_cost tax_amount status
        created_at updated_at
    """
