"""Client money."""

from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    LedgerEntry,
    LineField,
    MoneyField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from finance.choices.ledger import (
    TrustAccountType,
    TrustTransactionStatus,
    TrustTransactionType,
)


class TrustAccount(Entity):
    """Client-money bank accounts."""

    number = BusinessIDField("TRUST-", db_column="trust_account_id")
    account_name = LineField()

    bank_account = models.ForeignKey(
        "secure.BankAccount",
        models.PROTECT,
        related_name="trust_accounts",
        null=True,
        blank=True,
        help_text="encrypted numbers",
    )
    ledger_account = models.ForeignKey(
        "finance.LedgerAccount",
        models.PROTECT,
        related_name="trust_accounts",
        null=True,
        blank=True,
    )
    currency = CodeField("ref.Currency", related_name="trust_accounts", default="USD")

    account_type = ChoiceField(TrustAccountType)
    bank_name = LineField(null=True)
    account_last_four = LineField(null=True)
    last_reconciled_on = models.DateField(null=True, blank=True)
    qbo_account_id = LineField(null=True)
    is_active = FlagField(default=True)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    current_balance = MoneyField(default=0)

    search_text = SearchTextField("number", "bank_name")

    label_fields = ("account_name", "number")

    class Meta:
        db_table = in_schema("finance", "trust_accounts")
        verbose_name = "trust account"
        verbose_name_plural = "trust accounts"
        ordering = ["number"]
        indexes = [
            models.Index(fields=["account_type"], name="trust_accounts_account_type"),
            search_index("trust_accounts_search"),
        ]


class TrustTransaction(LedgerEntry):
    """Movements on client-money accounts per owner or guest."""

    number = BusinessIDField("TTXN-", db_column="trust_transaction_id")

    trust_account = models.ForeignKey(
        "finance.TrustAccount", models.PROTECT, related_name="trust_transactions", db_index=False
    )
    transaction = models.ForeignKey(
        "finance.Transaction",
        models.PROTECT,
        related_name="trust_transactions",
        null=True,
        blank=True,
    )
    property = models.ForeignKey(
        "property.Property",
        models.PROTECT,
        related_name="trust_transactions",
        null=True,
        blank=True,
    )
    reservation = models.ForeignKey(
        "reservations.Reservation",
        models.PROTECT,
        related_name="trust_transactions",
        null=True,
        blank=True,
    )
    homeowner = models.ForeignKey(
        "directory.Homeowner",
        models.PROTECT,
        related_name="trust_transactions",
        null=True,
        blank=True,
    )
    created_by = models.ForeignKey(
        "team.TeamMember", models.PROTECT, related_name="trust_transactions", null=True, blank=True
    )

    transaction_type = ChoiceField(TrustTransactionType)
    transaction_date = models.DateField()
    description = TextField(null=True)
    reference_type = LineField(null=True)
    reference_id = models.UUIDField(null=True, blank=True)
    posted_at = models.DateTimeField(null=True, blank=True)
    cleared_on = models.DateField(null=True, blank=True)

    amount = MoneyField(help_text="signed, positive into trust")
    balance_after = MoneyField(null=True)

    status = ChoiceField(TrustTransactionStatus, default=TrustTransactionStatus.PENDING)

    search_text = SearchTextField("number")

    label_fields = ("number", "transaction_date")
    search_through = ("property", "homeowner")

    class Meta:
        db_table = in_schema("finance", "trust_transactions")
        verbose_name = "trust transaction"
        verbose_name_plural = "trust transactions"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(amount=0),
                name="trust_transactions_amount_check",
                violation_error_message="Amount and 0 cannot be the same.",
            )
        ]
        indexes = [
            models.Index(
                fields=["trust_account", "transaction_date"], name="trust_transact_trust_acc_fee7d"
            ),
            models.Index(fields=["status"], name="trust_transact_status"),
            search_index("trust_transactions_search"),
        ]
