"""Requests over the API."""

from concierge.models import (
    AmenityRequest,
    GroceryOrder,
    RequestFulfillment,
    ServiceRequest,
    Transfer,
    WelcomePackage,
)
from core.api.resources import Resource


class ServiceRequestResource(Resource):
    """Guest request for a concierge service."""

    model = ServiceRequest
    fields = """
        id number reservation guest service_offering priority assigned_to ticket request_type
        title details party_size needed_by approved_at source completed_at budget_amount
        quoted_amount status created_at updated_at
    """


class RequestFulfillmentResource(Resource):
    """How a service request was carried out."""

    model = RequestFulfillment
    fields = """
        id service_request service_provider booking fulfilled_by file scheduled_at fulfilled_at
        guest_rating guest_comment failure_reason notes actual_cost charged_amount status
        created_at updated_at
    """
    read_only = False
    deletes = False


class WelcomePackageResource(Resource):
    """Welcome gift setup per unit or guest class."""

    model = WelcomePackage
    fields = """
        id number package_name property card_template supplier_company photo_file package_tier
        contents includes_card billable_to min_nights setup_instructions effective_date end_date
        is_active cost_amount created_at updated_at
    """


class AmenityRequestResource(Resource):
    """Guest request for an item such as a crib."""

    model = AmenityRequest
    fields = """
        id number reservation guest amenity_type inventory_item fee_type delivered_by ticket
        description quantity needed_by return_by delivered_at returned_at notes fee_amount
        status created_at updated_at
    """


class TransferResource(Resource):
    """Airport transfers, rentals and rides for a stay."""

    model = Transfer
    fields = """
        id number reservation guest service_provider booking transport_type pickup_at
        pickup_location dropoff_at dropoff_location airline flight_number passenger_count
        luggage_count child_seats vehicle_type accessible_vehicle paid_by confirmation_number
        driver_name driver_phone notes quoted_price final_price status created_at updated_at
    """


class GroceryOrderResource(Resource):
    """Pre-arrival or in-stay grocery stocking."""

    model = GroceryOrder
    fields = """
        id number store_name reservation guest service_provider stocked_by receipt_file
        transaction items dietary_notes allow_substitutions deliver_by stocked_at notes
        budget_limit subtotal_amount service_fee tip_amount total_amount payment_status status
        created_at updated_at
    """
