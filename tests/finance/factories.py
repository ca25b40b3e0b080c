"""Factories of the finance models."""

from datetime import timedelta
from decimal import Decimal

from core.testing.factories import DAY, Counted, Days, ModelFactory, Numbered, Parent


class BudgetFactory(ModelFactory):
    class Meta:
        model = "finance.Budget"

    budget_name = Numbered("Budget {}")
    fiscal_year = Counted()
    period_start = DAY
    period_end = DAY + timedelta(days=30)


class BudgetLineFactory(ModelFactory):
    class Meta:
        model = "finance.BudgetLine"

    budget = Parent("finance.Budget")
    account = Parent("finance.LedgerAccount")
    period_month = DAY


class PayrollRunFactory(ModelFactory):
    class Meta:
        model = "finance.PayrollRun"

    period_start = Days(step=31)
    period_end = Days(30, step=31)
    pay_date = Days(35, step=31)


class PayrollItemFactory(ModelFactory):
    class Meta:
        model = "finance.PayrollItem"

    payroll_run = Parent("finance.PayrollRun")
    member = Parent("team.TeamMember")


class TransactionFactory(ModelFactory):
    class Meta:
        model = "finance.Transaction"

    transaction_type = "revenue"
    transaction_date = DAY
    amount = Decimal("100.00")


class TransactionLineFactory(ModelFactory):
    class Meta:
        model = "finance.TransactionLine"

    transaction = Parent("finance.Transaction")
    account = Parent("finance.LedgerAccount")
    line_number = Counted()
    debit_amount = Decimal("100.00")


class LedgerAccountFactory(ModelFactory):
    class Meta:
        model = "finance.LedgerAccount"

    account_number = Numbered("Account number {}")
    account_name = Numbered("Account {}")
    account_type = "asset"


class AccountBalanceFactory(ModelFactory):
    class Meta:
        model = "finance.AccountBalance"

    account = Parent("finance.LedgerAccount")
    period_start = Days(step=31)
    period_end = Days(30, step=31)


class TrustAccountFactory(ModelFactory):
    class Meta:
        model = "finance.TrustAccount"

    account_name = Numbered("Trust account {}")
    account_type = "operating"


class TrustTransactionFactory(ModelFactory):
    class Meta:
        model = "finance.TrustTransaction"

    trust_account = Parent("finance.TrustAccount")
    transaction_type = "guest_deposit"
    transaction_date = DAY
    amount = Decimal("100.00")


class VendorPaymentFactory(ModelFactory):
    class Meta:
        model = "finance.VendorPayment"

    company = Parent("directory.Company")
    amount = Decimal("100.00")


class InvoiceFactory(ModelFactory):
    class Meta:
        model = "finance.Invoice"

    contact = Parent("directory.Contact")
    invoice_type = "guest"


class InvoiceLineFactory(ModelFactory):
    class Meta:
        model = "finance.InvoiceLine"

    invoice = Parent("finance.Invoice")
    line_number = Counted()
    description = Numbered("Description {}")


class ExpenseFactory(ModelFactory):
    class Meta:
        model = "finance.Expense"

    submitted_by = Parent("team.TeamMember")
    expense_category_code = "MAINTENANCE"
    description = Numbered("Description {}")
    amount = Decimal("100.00")


class ExpenseReceiptFactory(ModelFactory):
    class Meta:
        model = "finance.ExpenseReceipt"

    expense = Parent("finance.Expense")
    file = Parent("storage.StoredFile")


class OwnerStatementFactory(ModelFactory):
    class Meta:
        model = "finance.OwnerStatement"

    homeowner = Parent("directory.Homeowner")
    property = Parent("property.Property")
    period_start = Days(step=31)
    period_end = Days(30, step=31)


class OwnerStatementLineFactory(ModelFactory):
    class Meta:
        model = "finance.OwnerStatementLine"

    owner_statement = Parent("finance.OwnerStatement")
    line_number = Counted()
    line_type = "revenue"
    description = Numbered("Description {}")
    amount = Decimal("100.00")


class OwnerPayoutFactory(ModelFactory):
    class Meta:
        model = "finance.OwnerPayout"

    homeowner = Parent("directory.Homeowner")
    amount = Decimal("100.00")
