"""Secrets over the API."""

from core.api.resources import Resource
from secure.models import AuditLog, AuditSeal, Credential, TaxIdentity


class TaxIdentityResource(Resource):
    """Encrypted SSN, EIN and other identity numbers."""

    model = TaxIdentity
    fields = """
        id number contact verified_by created_by data_type last_four encryption_key_id
        encryption_algorithm issuing_authority issue_date expiration_date is_verified
        verified_at purge_after consent_at is_active created_at updated_at
    """
    read_only = True


class CredentialResource(Resource):
    """Encrypted door, system and API credentials."""

    model = Credential
    fields = """
        id number credential_name system_name property created_by updated_by credential_type
        environment username encryption_key_id oauth_expires_at associated_email scopes
        last_used_at last_rotated_at rotation_due_at expires_at failure_count
        last_failure_reason is_active notes created_at updated_at
    """
    read_only = True


class AuditLogResource(Resource):
    """Append-only security and data-access trail."""

    model = AuditLog
    fields = """
        id number occurred_at event_type action_type severity user_id user_email user_role
        actor_type ip_address user_agent session_id request_id table_name record_id
        record_business_id columns_accessed old_values new_values description access_reason
        data_classification record_count success failure_reason risk_score flagged_for_review
        reviewed_at reviewed_by_id review_notes metadata created_at updated_at
    """


class AuditSealResource(Resource):
    """A range of audit entries as it stood when it was sealed."""

    model = AuditSeal
    fields = "id first_number last_number entry_count previous_root sealed_at created_at updated_at"
