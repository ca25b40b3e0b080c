"""Ledger over the API."""

from core.api.resources import Resource
from finance.models import AccountBalance, LedgerAccount, Transaction, TransactionLine


class TransactionResource(Resource):
    """Header of every money movement in the ledger."""

    model = Transaction
    fields = """
        id number currency account property reservation homeowner vendor contact created_by
        invoice expense_category revenue_category tax_type platform reversal_of approved_by
        transaction_type transaction_date posted_date description memo reference_type
        reference_id external_id qbo_id voided_at voided_reason payment_method payment_reference
        approved_at reconciled_at is_trust amount status created_at updated_at
    """
    read_only = False
    deletes = False


class TransactionLineResource(Resource):
    """Debit and credit lines of a transaction."""

    model = TransactionLine
    fields = """
        id transaction account property reservation homeowner company expense_category
        revenue_category tax_type line_number description is_taxable qbo_class memo debit_amount
        credit_amount quantity unit_price created_at updated_at
    """
    read_only = False
    deletes = False


class LedgerAccountResource(Resource):
    """Chart of accounts, including owner reserves."""

    model = LedgerAccount
    fields = """
        id number parent_account currency property homeowner account_number account_name
        account_type account_subtype normal_balance is_trust is_system is_active qbo_account_id
        description reserve_target_amount created_at updated_at
    """


class AccountBalanceResource(Resource):
    """Period balances and bank reconciliation per account."""

    model = AccountBalance
    fields = """
        id account trust_account reconciled_by period_start period_end reconciliation_id
        reconciled_at is_locked notes opening_balance debit_total credit_total closing_balance
        statement_balance book_balance difference_amount reconciliation_status created_at
        updated_at
    """
    read_only = False
    deletes = False
