"""Properties over the API."""

from core.api.resources import Resource
from property.models import Property, PropertyAmenity, PropertyRule, Resort


class ResortResource(Resource):
    """Resort or condominium complex that groups managed units."""

    model = Resort
    fields = """
        id number resort_name country area hoa_contact hoa_company resort_code address_line1
        address_line2 city state postal_code latitude longitude total_units managed_units
        property_type amenities check_in_location parking_info wifi_network front_desk_phone
        emergency_contact hoa_phone hoa_email notes streamline_id description front_desk_email
        security_phone general_manager package_pickup_location guest_registration_required
        guest_registration_process pool_hours trash_info construction_restrictions
        construction_notice_days insurance_required quiet_hours resort_fee_amount status
        created_at updated_at
    """
    brief = "id number resort_name resort_code city status"


class PropertyResource(Resource):
    """Managed rental unit: identity, location, capacity, policies, state."""

    model = Property
    fields = """
        id number property_name resort area country timezone primary_team property_manager
        property_code address_line1 address_line2 city state postal_code latitude longitude
        property_type bedrooms bathrooms sleeps square_feet floor_level unit_number building
        view_type has_ac has_pool has_hot_tub has_lanai has_washer_dryer has_garage
        parking_spaces parking_type parking_stall_numbers pet_policy smoking_policy
        check_in_time check_out_time early_check_in_available late_check_out_available
        min_stay_nights legal_min_nights wifi_network lockbox_location notes owner_notes guest_notes
        onboarding_date offboarding_date streamline_id half_baths floors property_class tmk
        rental_permit_number get_tax_license tat_tax_license management_fee_rate
        turnover_minutes inspection_minutes default_cleaner default_inspector internet_speed_mbps closest_beach airbnb_listing_id vrbo_listing_id
        contract_start_date contract_end_date base_cleaning_fee cleaning_cost status
        management_status listing_status created_at updated_at
    """
    brief = "id number property_name property_code unit_number resort city status"


class PropertyAmenityResource(Resource):
    """Amenities a unit offers."""

    model = PropertyAmenity
    fields = """
        id property amenity_type is_available quantity location notes is_seasonal seasonal_start
        seasonal_end is_verified last_verified_at created_at updated_at
    """


class PropertyRuleResource(Resource):
    """House rules of a unit."""

    model = PropertyRule
    fields = """
        id property rule_category rule_text is_enforceable display_order is_active rule_name
        show_in_listing show_in_confirmation violation_fee created_at updated_at
    """
