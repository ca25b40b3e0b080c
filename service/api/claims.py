"""Claims over the API."""

from core.api.resources import Resource
from service.models import (
    ClaimAppeal,
    ClaimApproval,
    ClaimDenial,
    ClaimSubmission,
    DamageClaim,
    TicketDamage,
)


class TicketDamageResource(Resource):
    """Damage flagged on a ticket before or with a claim."""

    model = TicketDamage
    fields = """
        id ticket damage_category discovered_by damage_claim room description discovered_at
        notes is_guest_caused photo_count estimated_cost status created_at updated_at
    """


class DamageClaimResource(Resource):
    """Cost-recovery case for damage during a stay."""

    model = DamageClaim
    fields = """
        id number ticket reservation damage_category priority discovered_by claim_owner property
        homeowner written_off_by incident_date discovery_source claim_name description
        work_notes responsible_party homeowner_charged homeowner_charge_date discovery_date
        resolved_at filing_deadline resolution_notes total_damage_cost total_recovered
        total_denied outstanding homeowner_charge_amount written_off_amount status_code
        created_at updated_at
    """


class ClaimSubmissionResource(Resource):
    """One recovery attempt for a claim with a payer."""

    model = ClaimSubmission
    fields = """
        id number damage_claim submission_type submitted_to_company submitted_to_contact
        submitted_by submission_number external_claim_number submission_deadline submitted_at
        response_due_at response_at outcome notes lessons_learned evidence_file_ids
        amount_requested amount_approved amount_denied amount_received status_code created_at
        updated_at
    """


class ClaimApprovalResource(Resource):
    """Approval granted on a submission and its payment."""

    model = ClaimApproval
    fields = """
        id number damage_claim submission transaction approval_number item_description
        is_partial variance_reason expected_payment_date payment_method payment_terms
        payment_date payment_reference is_reconciled reconciliation_notes approved_at notes
        amount_claimed amount_approved amount_received reconciliation_variance created_at
        updated_at
    """


class ClaimDenialResource(Resource):
    """Denial received on a submission and its lesson."""

    model = ClaimDenial
    fields = """
        id number damage_claim submission denial_letter_file denial_category denial_number
        item_description denial_code denial_reason preventable prevention_notes denied_at
        is_appealable appeal_deadline amount_denied created_at updated_at
    """


class ClaimAppealResource(Resource):
    """Appeal against a denial."""

    model = ClaimAppeal
    fields = """
        id number damage_claim submission denial submitted_by appeal_number appeal_submitted_at
        appeal_reason is_partial outcome_notes decided_at additional_recovered
        appeal_status_code created_at updated_at
    """
