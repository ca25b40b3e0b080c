"""Models of the secure schema, by topic."""

from secure.models.payments import BankAccount, PaymentMethod
from secure.models.secrets import AuditLog, Credential, TaxIdentity

__all__ = ["AuditLog", "BankAccount", "Credential", "PaymentMethod", "TaxIdentity"]
