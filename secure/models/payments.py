"""Payments."""

from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    SealedField,
    SearchTextField,
    in_schema,
    search_index,
)
from secure.checks import account_number, routing_number, token
from secure.choices.payments import (
    BankAccountPurpose,
    BankAccountVerificationStatus,
    PaymentMethodAccountType,
    PaymentMethodCardBrand,
    PaymentMethodPaymentType,
    PaymentMethodProcessor,
)


class PaymentMethod(Entity):
    """Tokenised cards and accounts; no full numbers."""

    number = BusinessIDField("TOK-", db_column="token_id")

    contact = models.ForeignKey("directory.Contact", models.PROTECT, related_name="payment_methods")
    created_by = models.ForeignKey(
        "portal.User", models.SET_NULL, related_name="payment_methods", null=True, blank=True
    )

    payment_type = ChoiceField(PaymentMethodPaymentType)
    last_four = LineField(null=True)
    card_brand = ChoiceField(PaymentMethodCardBrand, null=True)
    expiry_month = IntegerField(null=True)
    expiry_year = IntegerField(null=True)
    billing_name = LineField(null=True)
    billing_address = SealedField(null=True, help_text="encrypted at rest")
    token = SealedField(
        null=True, label="Token", check=token, help_text="encrypted at rest; processor token only"
    )
    is_default = FlagField()
    is_verified = FlagField()
    is_active = FlagField(default=True)
    processor = ChoiceField(PaymentMethodProcessor, default=PaymentMethodProcessor.STRIPE)
    processor_customer_id = LineField(null=True)
    account_type = ChoiceField(PaymentMethodAccountType, null=True)
    bank_name = LineField(null=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    failure_count = IntegerField(default=0)
    deactivated_at = models.DateTimeField(null=True, blank=True)

    search_text = SearchTextField("number", "billing_name", "bank_name")

    label_fields = ("card_brand", "last_four")
    search_through = ("contact",)

    class Meta:
        db_table = in_schema("secure", "payment_methods")
        verbose_name = "payment method"
        verbose_name_plural = "payment methods"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expiry_month__gte=1, expiry_month__lte=12),
                name="payment_methods_expiry_month_check",
                violation_error_message="Expiry month must lie between 1 and 12.",
            ),
            models.CheckConstraint(
                condition=models.Q(last_four__regex=r"^.{4}$"),
                name="payment_methods_last_four_check",
                violation_error_message="Must hold: length(last four) is 4.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["is_active"],
                condition=models.Q(is_active=True),
                name="payment_method_is_active_9077d",
            ),
            search_index("payment_methods_search"),
        ]


class BankAccount(Entity):
    """Bank details for payouts, encrypted."""

    number = BusinessIDField("BNK-", db_column="bank_account_id")

    contact = models.ForeignKey("directory.Contact", models.PROTECT, related_name="bank_accounts")
    country = CodeField("ref.CountryCode", related_name="bank_accounts", default="US")
    currency = CodeField("ref.Currency", related_name="bank_accounts", default="USD")
    verified_by = models.ForeignKey(
        "portal.User",
        models.SET_NULL,
        related_name="bank_accounts_as_verified_by",
        null=True,
        blank=True,
    )
    created_by = models.ForeignKey(
        "portal.User",
        models.SET_NULL,
        related_name="bank_accounts_as_created_by",
        null=True,
        blank=True,
    )

    account_purpose = ChoiceField(BankAccountPurpose, default=BankAccountPurpose.OWNER_PAYOUT)
    account_holder_name = LineField()
    bank_name = LineField(null=True)
    account_type = ChoiceField(PaymentMethodAccountType, default=PaymentMethodAccountType.CHECKING)
    account_number_encrypted = SealedField(
        label="Account number",
        check=account_number,
        last_four="account_last_four",
        found_by="data_hash",
        key_column="encryption_key_id",
    )
    routing_number_encrypted = SealedField(
        label="Routing number", check=routing_number, key_column="encryption_key_id"
    )
    account_last_four = LineField()
    encryption_key_id = LineField()
    encryption_algorithm = LineField(default="AES-256-GCM")
    data_hash = LineField(null=True, help_text="keyed hash for duplicate checks")
    verified_at = models.DateTimeField(null=True, blank=True)
    is_default = FlagField()
    is_active = FlagField(default=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    verification_status = ChoiceField(
        BankAccountVerificationStatus, default=BankAccountVerificationStatus.UNVERIFIED
    )

    search_text = SearchTextField("number", "bank_name")

    label_fields = ("bank_name", "account_last_four")
    search_through = ("contact",)

    class Meta:
        db_table = in_schema("secure", "bank_accounts")
        verbose_name = "bank account"
        verbose_name_plural = "bank accounts"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(account_last_four__regex=r"^.{4}$"),
                name="bank_accounts_account_last_four_check",
                violation_error_message="Must hold: length(account last four) is 4.",
            ),
            models.UniqueConstraint(
                fields=["contact", "data_hash"],
                name="bank_accounts_contact_data_hash_unique",
                condition=models.Q(is_active=True),
                nulls_distinct=False,
                violation_error_message="There is already a row with this contact, data hash.",
            ),
        ]
        indexes = [search_index("bank_accounts_search")]
