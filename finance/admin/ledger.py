"""Console pages: ledger."""

from django.contrib import admin

from core.admin import BaseInline, EntityAdmin, JournalAdmin, LedgerAdmin, Panel, sheet
from finance.models import AccountBalance, LedgerAccount, Transaction, TransactionLine


class TransactionLineInline(BaseInline):
    """Lines of a movement; debits equal credits, or the database refuses it."""

    model = TransactionLine
    on_add = True
    extra = 2
    limit = 40
    fields = ("line_number", "account", "description", "debit_amount", "credit_amount", "property")


@admin.register(Transaction)
class TransactionAdmin(LedgerAdmin):
    """Movements of money; a new one is entered with its lines."""

    list_display = (
        "number",
        "transaction_date",
        "transaction_type",
        "status",
        "amount",
        "property",
        "homeowner",
        "vendor",
        "description",
        "posted_date",
    )
    list_filter = (
        "status",
        "transaction_type",
        "transaction_date",
        "property",
        "homeowner",
        "vendor",
        "is_trust",
    )
    inlines = (TransactionLineInline,)
    panels = (
        Panel("ticket_transactions", title="Tickets"),
        "expenses",
        "vendor_payments",
        "owner_statement_lines",
        "trust_transactions",
        "transactions_as_reversal_of",
    )
    fieldsets = sheet(
        ("", "number transaction_type", "transaction_date status", "amount currency"),
        (
            "What for",
            "description",
            "memo",
            "expense_category revenue_category",
            "reference_type reference_id",
            "tax_type platform",
        ),
        (
            "Whose",
            "property reservation",
            "homeowner vendor",
            "contact invoice",
            "account is_trust",
        ),
        (
            "Way",
            "payment_method payment_reference",
            "created_by approved_by",
            "approved_at posted_date",
            "reconciled_at",
            "reversal_of voided_at",
            "voided_reason",
        ),
        ("Elsewhere", "external_id qbo_id"),
    )


@admin.register(TransactionLine)
class TransactionLineAdmin(LedgerAdmin):
    """Debits and credits."""

    list_display = (
        "transaction",
        "line_number",
        "account",
        "description",
        "debit_amount",
        "credit_amount",
        "property",
        "homeowner",
        "expense_category",
    )


@admin.register(LedgerAccount)
class LedgerAccountAdmin(EntityAdmin):
    """The chart of accounts."""

    is_large = False
    list_display = (
        "account_number",
        "account_name",
        "account_type",
        "property",
        "homeowner",
        "parent_account",
        "reserve_target_amount",
        "is_active",
    )
    panels = (
        "children",
        Panel("transaction_lines", title="Lines"),
        "account_balances",
        "trust_accounts",
    )


admin.site.register(AccountBalance, JournalAdmin)
