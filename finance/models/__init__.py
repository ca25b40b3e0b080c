"""Models of the finance schema, by topic."""

from finance.models.budgets import Budget, BudgetLine, PayrollItem, PayrollRun
from finance.models.ledger import AccountBalance, LedgerAccount, Transaction, TransactionLine
from finance.models.payables import Expense, ExpenseReceipt, Invoice, InvoiceLine, VendorPayment
from finance.models.statements import OwnerPayout, OwnerStatement, OwnerStatementLine
from finance.models.trust import TrustAccount, TrustTransaction

__all__ = [
    "AccountBalance",
    "Budget",
    "BudgetLine",
    "Expense",
    "ExpenseReceipt",
    "Invoice",
    "InvoiceLine",
    "LedgerAccount",
    "OwnerPayout",
    "OwnerStatement",
    "OwnerStatementLine",
    "PayrollItem",
    "PayrollRun",
    "Transaction",
    "TransactionLine",
    "TrustAccount",
    "TrustTransaction",
    "VendorPayment",
]
