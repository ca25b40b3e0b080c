"""Homes over the API."""

from core.api.resources import Resource
from staging.models import StagedProperty, StagedResort


class StagedPropertyResource(Resource):
    """Raw unit rows from source systems."""

    model = StagedProperty
    fields = """
        id batch_id source_system source_file source_row load_status error_messages
        match_confidence loaded_at processed_at processed_by source_id verdict matched_property
        property_id property_name property_short_name resort_id property_number status
        property_type airbnb_id vrbo_id tmk_number homeowner ge_tax_id ta_tax_id
        rental_permit_number checkin_time checkout_time early_checkin_allowed
        late_checkout_allowed guest_registration_required latitude longitude square_feet
        street_number street_name unit_number building building_floor city state zip_code bed
        bath max_occupancy view lanai private_parking beach_access closest_beach wifi_network
        internet_speed_mbps house_rules access_instructions floorplan_url property_description
        headline pricing_group sl_property_id created_at updated_at
    """


class StagedResortResource(Resource):
    """Raw resort rows from source systems."""

    model = StagedResort
    fields = """
        id batch_id source_system source_file source_row load_status error_messages
        match_confidence loaded_at processed_at processed_by source_id verdict matched_resort
        resort_id resort_name resort_code street_address city state zip_code front_desk_phone
        front_desk_email association_contact engineering_contact security_contact_name
        general_manager package_pickup_location service_request_process guest_registration
        guest_registration_process resort_fee resort_fee_daily_amount resort_fee_res_amount
        parking_details parking_free pool pool_hours pool_details jacuzzi bbq fitness_center
        tennis_courts day_spa beach_access bell_service internet_provider internet_info
        cable_provider pest_control_vendor construction_restrictions
        construction_advance_notice_required insurance_required trash key_cards notes created_at
        updated_at
    """
