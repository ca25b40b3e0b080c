"""Payments over the API."""

from core.api.resources import Resource
from secure.models import BankAccount, PaymentMethod


class PaymentMethodResource(Resource):
    """Tokenised cards and accounts; no full numbers."""

    model = PaymentMethod
    fields = """
        id number contact created_by payment_type last_four card_brand expiry_month expiry_year
        billing_name is_default is_verified is_active processor processor_customer_id
        account_type bank_name last_used_at failure_count deactivated_at created_at updated_at
    """
    read_only = True


class BankAccountResource(Resource):
    """Bank details for payouts, encrypted."""

    model = BankAccount
    fields = """
        id number contact country currency verified_by created_by account_purpose
        account_holder_name bank_name account_type account_last_four encryption_key_id
        encryption_algorithm verified_at is_default is_active last_used_at verification_status
        created_at updated_at
    """
    read_only = True
