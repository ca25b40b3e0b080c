"""People over the API."""

from core.api.resources import Resource
from directory.models import Guest, Homeowner, Ownership


class GuestResource(Resource):
    """Guest profile extending a contact: loyalty, stay history, preferences."""

    model = Guest
    fields = """
        id number contact referral_contact is_vip vip_reason vip_notes loyalty_tier
        lifetime_stays lifetime_nights first_stay_date last_stay_date average_rating_given
        booking_source_primary preferred_properties dietary_restrictions
        special_requests_default notes guest_type acquisition_source acquisition_campaign
        average_nps group_size_typical travels_with_pets marketing_segment airbnb_guest_id
        vrbo_guest_id streamline_guest_id blocked_reason birthday lifetime_revenue guest_status
        created_at updated_at
    """
    brief = "id number contact"


class HomeownerResource(Resource):
    """Property-owner profile extending a contact: contract terms, trust, approvals."""

    model = Homeowner
    fields = """
        id number contact owner_type contract_start_date contract_end_date commission_rate
        communication_preference communication_frequency auto_approve_categories trust_level
        escalation_priority notes qbo_customer_id legal_name entity_name entity_state
        tax_classification tax_id_last_four w9_on_file w9_date payment_method
        report_detail_level owner_since distribution_method qbo_vendor_id streamline_owner_id
        approval_required_threshold owner_status statement_delivery statement_frequency
        created_at updated_at
    """
    brief = "id number contact"


class OwnershipResource(Resource):
    """Who owns which property, in what share and capacity, over time."""

    model = Ownership
    fields = """
        id homeowner property ownership_type ownership_percentage is_primary_contact role
        effective_date end_date notes is_contract_contact is_maintenance_contact is_payee
        distribution_split management_fee_rate created_at updated_at
    """
