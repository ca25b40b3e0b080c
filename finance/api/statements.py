"""Statements over the API."""

from core.api.resources import Resource
from finance.models import OwnerPayout, OwnerStatement, OwnerStatementLine


class OwnerStatementResource(Resource):
    """Owner statement per unit and period."""

    model = OwnerStatement
    fields = """
        id number homeowner property trust_account approved_by file period_start period_end
        nights_booked occupancy_rate approved_at sent_at viewed_at qbo_invoice_id version notes
        opening_balance total_revenue total_fees total_expenses total_taxes management_fee
        reserve_change net_to_owner closing_balance status created_at updated_at
    """


class OwnerStatementLineResource(Resource):
    """Lines of an owner statement."""

    model = OwnerStatementLine
    fields = """
        id owner_statement reservation ticket transaction line_number line_type line_date
        description category_code is_visible notes amount quantity created_at updated_at
    """


class OwnerPayoutResource(Resource):
    """Payment of net proceeds to an owner."""

    model = OwnerPayout
    fields = """
        id number homeowner property owner_statement trust_account transaction currency
        bank_account approved_by payment_method scheduled_date paid_date reference_number
        approved_at failure_reason notes amount status created_at updated_at
    """
