"""Terms that stays are sold under, over the API."""

from core.api.resources import Resource
from ref.models import CancellationPolicy, CancellationStep, DepositRule, TaxRate


class TaxRateResource(Resource):
    """Part of a tax on stays, as long as it is levied at one rate."""

    model = TaxRate
    fields = """
        id tax_type state county component rate base_rule is_grossed_up below_nights
        effective_date effective_to source_url verified_on notes created_at updated_at
    """


class CancellationPolicyResource(Resource):
    """What a guest who cancels gets back, by platform; the house's own where it names none."""

    model = CancellationPolicy
    fields = """
        id code name description sort_order is_active platform kind is_default effective_date
        effective_to grace_hours grace_days_ahead grace_below_nights refunds_cleaning source_url
        verified_on created_at updated_at
    """


class CancellationStepResource(Resource):
    """Part of a cancellation policy: so many days ahead, so much is given back."""

    model = CancellationStep
    fields = "id policy days_before refund_percent kept_nights notes created_at updated_at"


class DepositRuleResource(Resource):
    """How much of a stay is due at booking, and when the rest is."""

    model = DepositRule
    fields = """
        id platform deposit_share balance_days effective_date effective_to notes created_at
        updated_at
    """
