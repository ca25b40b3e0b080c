"""Claims over the API."""

from core.api.resources import Resource
from ref.models import ClaimSubmissionType, DamageCategory, DenialCategory


class DamageCategoryResource(Resource):
    """Kinds of damage a claim can concern."""

    model = DamageCategory
    fields = """
        id code name description sort_order is_active typical_recovery_rate requires_photos
        typical_cost_low typical_cost_high created_at updated_at
    """


class ClaimSubmissionTypeResource(Resource):
    """Recovery channels with filing and response times."""

    model = ClaimSubmissionType
    fields = """
        id code name description sort_order is_active platform typical_deadline_days
        deadline_basis typical_response_days documentation_requirements attempt_order created_at
        updated_at
    """


class DenialCategoryResource(Resource):
    """Reasons payers refuse claims."""

    model = DenialCategory
    fields = """
        id code name description sort_order is_active is_preventable_default is_appealable
        prevention_guidance created_at updated_at
    """
