"""Trust over the API."""

from core.api.resources import Resource
from finance.models import TrustAccount, TrustTransaction


class TrustAccountResource(Resource):
    """Client-money bank accounts."""

    model = TrustAccount
    fields = """
        id number account_name bank_account ledger_account currency account_type bank_name
        account_last_four last_reconciled_on qbo_account_id is_active opened_on closed_on
        current_balance created_at updated_at
    """


class TrustTransactionResource(Resource):
    """Movements on client-money accounts per owner or guest."""

    model = TrustTransaction
    fields = """
        id number trust_account transaction property reservation homeowner created_by
        transaction_type transaction_date description reference_type reference_id posted_at
        cleared_on amount balance_after status created_at updated_at
    """
    read_only = False
    deletes = False
