"""Models of the secure schema, by topic."""

from secure.models.payments import BankAccount, PaymentMethod
from secure.models.secrets import AuditLog, AuditSeal, Credential, TaxIdentity

__all__ = ["AuditLog", "AuditSeal", "BankAccount", "Credential", "PaymentMethod", "TaxIdentity"]
