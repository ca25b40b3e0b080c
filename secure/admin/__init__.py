"""Console pages of the secure schema, by topic."""

from secure.admin import payments, secrets

__all__ = ["payments", "secrets"]
