"""Proposals over the API."""

from core.api.resources import Resource
from homeowner_acquisition.models import (
    ManagementContract,
    Proposal,
    ProposalVersion,
    RevenueProjection,
)


class ProposalResource(Resource):
    """Management proposal to a prospect."""

    model = Proposal
    fields = """
        id number prospect prospect_property prepared_by_member revenue_projection document
        current_version sent_date viewed_at expires_date decided_at management_fee_percent
        minimum_term_months key_differentiators rejection_reason notes setup_fee
        projected_annual_revenue projected_owner_net status created_at updated_at
    """


class ProposalVersionResource(Resource):
    """Saved versions of a proposal."""

    model = ProposalVersion
    fields = """
        id proposal created_by_member document_file version_number management_fee_percent
        minimum_term_months changes_summary content sent_at projected_annual_revenue
        projected_owner_net created_at updated_at
    """


class ManagementContractResource(Resource):
    """Signed or pending management agreement."""

    model = ManagementContract
    fields = """
        id number prospect prospect_property proposal homeowner property document
        docusign_envelope_id sent_date signed_date effective_date expiration_date
        management_fee_percent term_months auto_renew renewal_notice_days
        termination_notice_days terminated_on termination_reason special_terms document_url
        notes reserve_amount status created_at updated_at
    """


class RevenueProjectionResource(Resource):
    """Revenue estimate for a prospect's unit by scenario."""

    model = RevenueProjection
    fields = """
        id number prospect prospect_property created_by_member agent projection_date scenario
        projection_year projected_occupancy projected_nights monthly_breakdown assumptions
        comp_properties_used notes projected_adr projected_gross_revenue projected_expenses
        projected_management_fee projected_owner_net created_at updated_at
    """
