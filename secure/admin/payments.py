"""Console pages: payments."""

from django.contrib import admin

from core.admin import EntityAdmin, sheet
from secure.models import BankAccount, PaymentMethod


@admin.register(PaymentMethod)
class PaymentMethodAdmin(EntityAdmin):
    """Cards and accounts at a processor; no full numbers."""

    fieldsets = sheet(
        ("", "number contact payment_type", "last_four card_brand is_active"),
        ("Secrets", "token", "billing_address"),
    )


@admin.register(BankAccount)
class BankAccountAdmin(EntityAdmin):
    """Bank accounts: found by the whole account number, shown by its last digits."""

    fieldsets = sheet(
        ("", "number contact account_purpose", "account_holder_name bank_name account_type"),
        ("Numbers", "account_number_encrypted routing_number_encrypted", "account_last_four"),
        ("Verification", "verification_status verified_at verified_by"),
        ("Encryption", "encryption_key_id encryption_algorithm"),
    )
    readonly_fields = ("encryption_algorithm",)
