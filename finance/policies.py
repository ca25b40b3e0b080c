"""Who sees what of the finance schema."""

from core.permissions.policies import policy
from finance.models import (
    AccountBalance,
    Budget,
    BudgetLine,
    Expense,
    ExpenseReceipt,
    Invoice,
    InvoiceLine,
    LedgerAccount,
    OwnerPayout,
    OwnerStatement,
    OwnerStatementLine,
    PayrollItem,
    PayrollRun,
    Transaction,
    TransactionLine,
    TrustAccount,
    TrustTransaction,
    VendorPayment,
)

# Budgets
policy(Budget, "budgets", team=["team", "property__primary_team"])
policy(BudgetLine, "budgets", parent="budget")
policy(PayrollRun, "payroll")
policy(PayrollItem, "payroll", own=["member__user"], team=["member__team"])

# Ledger
policy(Transaction, "transactions")
policy(TransactionLine, "transactions", parent="transaction")
policy(LedgerAccount, "transactions")
policy(AccountBalance, "transactions", parent="account")
policy(TrustAccount, "trust")
policy(TrustTransaction, "trust", parent="trust_account")

# Payables
policy(VendorPayment, "vendor_payments", team=["ticket__current_team", "property__primary_team"])
policy(
    Invoice,
    "invoices",
    own=["contact__user", "homeowner__user"],
    visible_if={
        "contact": {"status__in": ["sent", "viewed", "partially_paid", "paid", "overdue"]},
        "homeowner": {"status__in": ["sent", "viewed", "partially_paid", "paid", "overdue"]},
    },
)
policy(InvoiceLine, "invoices", parent="invoice")
policy(
    Expense,
    "expenses",
    own=["submitted_by__user", "property__ownerships__homeowner__user"],
    team=["submitted_by__team", "property__primary_team"],
    visible_if={"homeowner": {"billable_to": "owner", "status": "posted"}},
)
policy(ExpenseReceipt, "expenses", parent="expense")

# Statements
policy(
    OwnerStatement,
    "statements",
    own=["homeowner__user"],
    visible_if={"homeowner": {"status__in": ["sent", "paid"]}},
)
policy(
    OwnerStatementLine,
    "statements",
    parent="owner_statement",
    visible_if={"homeowner": {"is_visible": True}},
)
policy(
    OwnerPayout,
    "payouts",
    own=["homeowner__user"],
    visible_if={"homeowner": {"status__in": ["processing", "paid"]}},
)
