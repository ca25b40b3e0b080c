"""Costs over the API."""

from core.api.resources import Resource
from service.models import TicketCost, TicketPurchase, TicketVendor


class TicketVendorResource(Resource):
    """Vendor engagement on a ticket: quote, visit, cost, score."""

    model = TicketVendor
    fields = """
        id ticket vendor vendor_contact vendor_category quote_approved_by invoice_file role
        vendor_type scheduled_date actual_date invoice_number internal_score score_notes notes
        quote_received_at quote_approved_at arrival_window_start arrival_window_end
        cost_estimate actual_cost status created_at updated_at
    """


class TicketCostResource(Resource):
    """Cost lines of a ticket and who bears them."""

    model = TicketCost
    fields = """
        id ticket homeowner vendor purchase time_entry transaction expense_category approved_by
        cost_type description quantity allocation allocation_percentage is_posted notes
        markup_percentage incurred_date posted_at amount unit_cost created_at updated_at
    """


class TicketPurchaseResource(Resource):
    """Items bought to complete a ticket."""

    model = TicketPurchase
    fields = """
        id ticket supplier receipt_file ordered_by inventory_item brand_manufacturer
        order_platform order_number order_date expected_delivery_date actual_delivery_date
        shipping_carrier tracking_number item_description quantity notes payment_method
        unit_cost total_cost shipping_cost tax_amount status created_at updated_at
    """
