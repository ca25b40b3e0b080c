"""Factories of the secure models."""

from core.testing.factories import ModelFactory, Numbered, Parent


class PaymentMethodFactory(ModelFactory):
    class Meta:
        model = "secure.PaymentMethod"

    contact = Parent("directory.Contact")
    payment_type = "credit_card"


class BankAccountFactory(ModelFactory):
    class Meta:
        model = "secure.BankAccount"

    contact = Parent("directory.Contact")
    account_holder_name = Numbered("Bank account {}")
    account_number_encrypted = Numbered("1000{:06}")
    routing_number_encrypted = "121000248"
    account_last_four = "4321"
    encryption_key_id = "test"


class TaxIdentityFactory(ModelFactory):
    class Meta:
        model = "secure.TaxIdentity"

    contact = Parent("directory.Contact")
    encrypted_value = Numbered("12345{:04}")
    encryption_key_id = "test"


class CredentialFactory(ModelFactory):
    class Meta:
        model = "secure.Credential"

    credential_name = Numbered("Credential {}")
    system_name = Numbered("Credential {}")
    credential_type = "api_key"
    encrypted_value = Numbered("secret {}")
    encryption_key_id = "test"


class AuditLogFactory(ModelFactory):
    class Meta:
        model = "secure.AuditLog"

    event_type = "login"
    action_type = "create"
    description = Numbered("Description {}")


class AuditSealFactory(ModelFactory):
    class Meta:
        model = "secure.AuditSeal"

    first_number = "AUD-00000001"
    last_number = "AUD-00000001"
    entry_count = 1
    root_hash = Numbered("root {}")
    previous_root = Numbered("before {}")
