"""Legacy over the API."""

from core.api.resources import Resource
from reservations.models import LegacyDamageClaim


class LegacyDamageClaimResource(Resource):
    """Read-only damage records from before the claims module."""

    model = LegacyDamageClaim
    fields = """
        id number reservation property migrated_to_claim description notes claim_date
        recovered_from resolution_notes estimated_cost actual_cost recovered_amount status
        created_at updated_at
    """
