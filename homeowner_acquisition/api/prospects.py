"""Prospects over the API."""

from core.api.resources import Resource
from homeowner_acquisition.models import LeadActivity, LeadSource, Prospect, ProspectProperty


class ProspectResource(Resource):
    """Person or entity we want as an owner client."""

    model = Prospect
    fields = """
        id number contact source assigned_to_member converted_homeowner source_detail priority
        lead_score lead_temperature prospect_type mailing_address estimated_close_date
        first_contact_date last_contact_date next_follow_up_date won_at lost_at lost_reason
        lost_to_competitor notes status created_at updated_at
    """


class ProspectPropertyResource(Resource):
    """Units a prospect could bring, as deals."""

    model = ProspectProperty
    fields = """
        id number property_name prospect market_property area onboarded_property street_address
        unit_number bedrooms bathrooms current_manager_name management_fee_proposed won_date
        lost_date lost_reason notes estimated_value estimated_annual_revenue
        current_rental_income status created_at updated_at
    """


class LeadSourceResource(Resource):
    """Where prospects come from."""

    model = LeadSource
    fields = """
        id number source_name source_category is_hot_source sort_order is_active notes
        cost_per_lead created_at updated_at
    """


class LeadActivityResource(Resource):
    """Calls, mails, visits and other steps with a prospect."""

    model = LeadActivity
    fields = """
        id number prospect prospect_property performed_by_member agent message file
        activity_type activity_date subject description outcome duration_minutes next_action
        next_action_date created_at updated_at
    """
    read_only = False
    deletes = False
