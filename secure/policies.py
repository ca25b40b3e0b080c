"""Who sees what of the secure schema."""

from core.permissions.policies import policy
from secure.models import (
    AuditLog,
    AuditSeal,
    BankAccount,
    Credential,
    PaymentMethod,
    TaxIdentity,
)

# Payments
policy(
    PaymentMethod,
    "payment_methods",
    own=["contact__user"],
    visible_if={"contact": {"is_active": True}},
)
policy(
    BankAccount, "bank_accounts", own=["contact__user"], visible_if={"contact": {"is_active": True}}
)

# Secrets
policy(TaxIdentity, "identity_numbers", own=["contact__user"])
policy(Credential, "credentials")
policy(AuditLog, "audit_logs")
policy(AuditSeal, "audit_logs")
