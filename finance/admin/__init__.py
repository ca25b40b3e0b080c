"""Console pages of the finance schema, by topic."""

from finance.admin import budgets, ledger, payables, statements, trust

__all__ = ["budgets", "ledger", "payables", "statements", "trust"]
