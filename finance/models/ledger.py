"""Ledger."""

from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    LedgerEntry,
    LineField,
    Log,
    MoneyField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from finance.choices.ledger import (
    TRANSACTION_STATUS,
    AccountBalanceReconciliationStatus,
    LedgerAccountNormalBalance,
    LedgerAccountSubtype,
    LedgerAccountType,
    TransactionPaymentMethod,
    TransactionReferenceType,
    TransactionStatus,
    TransactionType,
)
from finance.triggers import (
    lines_balance,
    posted_lines_are_final,
    posted_transaction_is_final,
    posting_needs_balance,
)


class Transaction(LedgerEntry):
    """Header of every money movement in the ledger."""

    number = BusinessIDField("TXN-", width=8, db_column="transaction_id")

    currency = CodeField("ref.Currency", related_name="transactions", default="USD")
    account = models.ForeignKey(
        "finance.LedgerAccount", models.PROTECT, related_name="transactions", null=True, blank=True
    )
    property = models.ForeignKey(
        "property.Property",
        models.PROTECT,
        related_name="transactions",
        null=True,
        blank=True,
        db_index=False,
    )
    reservation = models.ForeignKey(
        "reservations.Reservation",
        models.PROTECT,
        related_name="transactions",
        null=True,
        blank=True,
    )
    homeowner = models.ForeignKey(
        "directory.Homeowner", models.PROTECT, related_name="transactions", null=True, blank=True
    )
    vendor = models.ForeignKey(
        "directory.Company", models.PROTECT, related_name="transactions", null=True, blank=True
    )
    contact = models.ForeignKey(
        "directory.Contact", models.PROTECT, related_name="transactions", null=True, blank=True
    )
    created_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="transactions_as_created_by",
        null=True,
        blank=True,
    )
    invoice = models.ForeignKey(
        "finance.Invoice", models.PROTECT, related_name="transactions", null=True, blank=True
    )
    expense_category = CodeField("ref.ExpenseCategory", related_name="transactions", null=True)
    revenue_category = CodeField("ref.RevenueCategory", related_name="transactions", null=True)
    tax_type = CodeField("ref.TaxType", related_name="transactions", null=True)
    platform = CodeField("ref.Platform", related_name="transactions", null=True)
    reversal_of = models.ForeignKey(
        "finance.Transaction",
        models.PROTECT,
        related_name="transactions_as_reversal_of",
        null=True,
        blank=True,
    )
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="transactions_as_approved_by",
        null=True,
        blank=True,
    )

    transaction_type = ChoiceField(TransactionType)
    transaction_date = models.DateField()
    posted_date = models.DateField(null=True, blank=True)
    description = TextField(null=True)
    memo = LineField(null=True)
    reference_type = ChoiceField(TransactionReferenceType, null=True)
    reference_id = models.UUIDField(null=True, blank=True)
    external_id = LineField(null=True)
    qbo_id = LineField(null=True)
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_reason = TextField(null=True)
    payment_method = ChoiceField(TransactionPaymentMethod, null=True)
    payment_reference = LineField(null=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    reconciled_at = models.DateTimeField(null=True, blank=True)
    is_trust = FlagField(help_text="touches client money")

    amount = MoneyField(help_text="signed; lines must balance")

    status = ChoiceField(TransactionStatus, default=TransactionStatus.PENDING)

    search_text = SearchTextField("number")

    label_fields = ("number", "transaction_type")
    search_through = ("property", "homeowner")

    class Meta:
        db_table = in_schema("finance", "transactions")
        verbose_name = "transaction"
        verbose_name_plural = "transactions"
        ordering = ["-transaction_date"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="void") | models.Q(voided_reason__isnull=False),
                name="transactions_status_voided_reason_check",
                violation_error_message="Voided reason is needed when status is void.",
            ),
            models.CheckConstraint(
                condition=models.Q(posted_date__isnull=True)
                | models.Q(posted_date__gte=models.F("transaction_date")),
                name="transactions_posted_date_transaction_date_check",
                violation_error_message="Posted date must not be before transaction date.",
            ),
        ]
        indexes = [
            models.Index(fields=["transaction_date"], name="transactions_transaction_date"),
            models.Index(
                fields=["property", "transaction_date"], name="transactions_property_tr_b7ea5"
            ),
            models.Index(fields=["status"], name="transactions_status"),
            models.Index(fields=["transaction_type"], name="transactions_transaction_type"),
            models.Index(
                fields=["external_id"],
                condition=models.Q(external_id__isnull=False),
                name="transactions_external_id_bc484",
            ),
            models.Index(
                fields=["qbo_id"],
                condition=models.Q(qbo_id__isnull=False),
                name="transactions_qbo_id_partial",
            ),
            models.Index(
                fields=["reference_type", "reference_id"], name="transactions_reference_t_3964b"
            ),
            search_index("transactions_search"),
        ]
        triggers = [
            TRANSACTION_STATUS.guard(),
            posted_transaction_is_final,
            posting_needs_balance,
        ]


class TransactionLine(LedgerEntry):
    """Debit and credit lines of a transaction."""

    transaction = models.ForeignKey(
        "finance.Transaction", models.PROTECT, related_name="lines", db_index=False
    )
    account = models.ForeignKey(
        "finance.LedgerAccount", models.PROTECT, related_name="transaction_lines"
    )
    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="transaction_lines", null=True, blank=True
    )
    reservation = models.ForeignKey(
        "reservations.Reservation",
        models.PROTECT,
        related_name="transaction_lines",
        null=True,
        blank=True,
    )
    homeowner = models.ForeignKey(
        "directory.Homeowner",
        models.PROTECT,
        related_name="transaction_lines",
        null=True,
        blank=True,
    )
    company = models.ForeignKey(
        "directory.Company", models.PROTECT, related_name="transaction_lines", null=True, blank=True
    )
    expense_category = CodeField("ref.ExpenseCategory", related_name="transaction_lines", null=True)
    revenue_category = CodeField("ref.RevenueCategory", related_name="transaction_lines", null=True)
    tax_type = CodeField("ref.TaxType", related_name="transaction_lines", null=True)

    line_number = IntegerField()
    description = TextField(null=True)
    is_taxable = FlagField()
    qbo_class = LineField(null=True)
    memo = LineField(null=True)

    debit_amount = MoneyField(default=0)
    credit_amount = MoneyField(default=0)
    quantity = MoneyField(null=True)
    unit_price = MoneyField(null=True)

    label_fields = ("line_number", "description")
    search_through = ("property", "homeowner")

    class Meta:
        db_table = in_schema("finance", "transaction_lines")
        verbose_name = "transaction line"
        verbose_name_plural = "transaction lines"
        ordering = ["transaction_id", "line_number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(debit_amount__gte=0),
                name="transaction_lines_debit_amount_check",
                violation_error_message="Debit amount cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(credit_amount__gte=0),
                name="transaction_lines_credit_amount_check",
                violation_error_message="Credit amount cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(debit_amount=0, credit_amount__gt=0)
                    | models.Q(debit_amount__gt=0, credit_amount=0)
                ),
                name="transaction_lines_debit_amount_credit_amount_check",
                violation_error_message="Must hold: (debit amount is 0) differs from (credit amount is 0).",
            ),
            models.UniqueConstraint(
                fields=["transaction", "line_number"],
                name="transaction_lines_transaction_line_number_unique",
                violation_error_message="There is already a row with this transaction, line number.",
            ),
        ]
        triggers = [lines_balance, posted_lines_are_final]


class LedgerAccount(Entity):
    """Chart of accounts, including owner reserves."""

    number = BusinessIDField("ACC-", width=4, db_column="account_id")

    parent_account = models.ForeignKey(
        "finance.LedgerAccount", models.PROTECT, related_name="children", null=True, blank=True
    )
    currency = CodeField("ref.Currency", related_name="accounts", default="USD")
    property = models.ForeignKey(
        "property.Property",
        models.PROTECT,
        related_name="accounts",
        null=True,
        blank=True,
        help_text="reserve accounts",
    )
    homeowner = models.ForeignKey(
        "directory.Homeowner",
        models.PROTECT,
        related_name="accounts",
        null=True,
        blank=True,
        help_text="reserve accounts",
    )

    account_number = LineField(unique=True)
    account_name = LineField()
    account_type = ChoiceField(LedgerAccountType)
    account_subtype = ChoiceField(LedgerAccountSubtype, null=True)
    normal_balance = ChoiceField(
        LedgerAccountNormalBalance, default=LedgerAccountNormalBalance.DEBIT
    )
    is_trust = FlagField()
    is_system = FlagField()
    is_active = FlagField(default=True)
    qbo_account_id = LineField(null=True)
    description = TextField(null=True)

    reserve_target_amount = MoneyField(null=True)

    search_text = SearchTextField("number")

    label_fields = ("account_number", "account_name")
    search_through = ("property", "homeowner")

    class Meta:
        db_table = in_schema("finance", "accounts")
        verbose_name = "account"
        verbose_name_plural = "accounts"
        ordering = ["account_number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(parent_account__isnull=True)
                | ~models.Q(parent_account=models.F("id")),
                name="accounts_parent_account_id_id_check",
                violation_error_message="Parent account cannot be the row itself.",
            )
        ]
        indexes = [
            models.Index(fields=["account_type"], name="accounts_account_type"),
            search_index("accounts_search"),
        ]


class AccountBalance(Log):
    """Period balances and bank reconciliation per account."""

    account = models.ForeignKey(
        "finance.LedgerAccount", models.PROTECT, related_name="account_balances", db_index=False
    )
    trust_account = models.ForeignKey(
        "finance.TrustAccount",
        models.PROTECT,
        related_name="account_balances",
        null=True,
        blank=True,
    )
    reconciled_by = models.ForeignKey(
        "team.TeamMember", models.PROTECT, related_name="account_balances", null=True, blank=True
    )

    period_start = models.DateField()
    period_end = models.DateField()
    reconciliation_id = LineField(null=True, unique=True, help_text="REC-NNNNNN when reconciled")
    reconciled_at = models.DateTimeField(null=True, blank=True)
    is_locked = FlagField()
    notes = TextField(null=True)

    opening_balance = MoneyField(default=0)
    debit_total = MoneyField(default=0)
    credit_total = MoneyField(default=0)
    closing_balance = MoneyField(default=0)
    statement_balance = MoneyField(null=True, help_text="from the bank")
    book_balance = MoneyField(null=True)
    difference_amount = MoneyField(null=True, help_text="statement less book")

    reconciliation_status = ChoiceField(
        AccountBalanceReconciliationStatus, default=AccountBalanceReconciliationStatus.OPEN
    )

    label_fields = ("period_start", "closing_balance")
    search_through = ("account",)

    class Meta:
        db_table = in_schema("finance", "account_balances")
        verbose_name = "account balance"
        verbose_name_plural = "account balances"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(period_end__gte=models.F("period_start")),
                name="account_balances_period_end_period_start_check",
                violation_error_message="Period end must not be before period start.",
            ),
            models.UniqueConstraint(
                fields=["account", "period_start", "period_end"],
                name="account_balances_account_period_start_period_end_unique",
                violation_error_message="There is already a row with this account, period start, period end.",
            ),
        ]
        indexes = [models.Index(fields=["period_end"], name="account_balanc_period_end")]
