"""Charges over the API."""

from core.api.resources import Resource
from ref.models import ExpenseCategory, FeeRate, FeeType, RevenueCategory, TaxType


class FeeTypeResource(Resource):
    """Fees and taxes that can appear on a reservation."""

    model = FeeType
    fields = """
        id code name description sort_order is_active revenue_category tax_type fee_category
        calculation_method is_taxable is_refundable owner_revenue_share default_amount
        created_at updated_at
    """


class FeeRateResource(Resource):
    """Fee amounts by scope; narrowest valid scope wins."""

    model = FeeRate
    fields = """
        id fee_type platform resort property scope_level rate rate_type min_nights max_nights
        effective_date effective_to is_active notes created_at updated_at
    """


class ExpenseCategoryResource(Resource):
    """Expense classes for tickets and accounting."""

    model = ExpenseCategory
    fields = """
        id code name description sort_order is_active parent is_billable_default default_bearer
        qbo_account is_tax_deductible created_at updated_at
    """


class RevenueCategoryResource(Resource):
    """Revenue classes."""

    model = RevenueCategory
    fields = """
        id code name description sort_order is_active is_owner_revenue is_taxable qbo_account
        created_at updated_at
    """


class TaxTypeResource(Resource):
    """Taxes by jurisdiction; rates are entered by finance."""

    model = TaxType
    fields = """
        id code name description sort_order is_active jurisdiction level rate applies_to
        filing_frequency effective_date end_date authority_name created_at updated_at
    """
