"""Policies over the API."""

from core.api.resources import Resource
from knowledge.models import CompanyPolicy, CompanyPolicyVersion, PolicyAcknowledgment


class CompanyPolicyResource(Resource):
    """Company policy under version control."""

    model = CompanyPolicy
    fields = """
        id number title owner_member approved_by document category summary content
        current_version effective_date review_due_date requires_acknowledgment applies_to_roles
        approved_at status created_at updated_at
    """


class CompanyPolicyVersionResource(Resource):
    """Saved revisions of a policy."""

    model = CompanyPolicyVersion
    fields = """
        id policy changed_by approved_by version_number content change_summary effective_date
        approved_at created_at updated_at
    """


class PolicyAcknowledgmentResource(Resource):
    """Members' acknowledgement of a policy version."""

    model = PolicyAcknowledgment
    fields = """
        id policy member document version_number requested_at acknowledged_at method ip_address
        status created_at updated_at
    """
    read_only = False
    deletes = False
