"""Money matters that wait for somebody."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from core.focus import focus
from finance.choices.payables import ExpenseStatus, InvoiceStatus, VendorPaymentStatus
from finance.choices.statements import OwnerStatementStatus

OWED = (
    InvoiceStatus.SENT,
    InvoiceStatus.VIEWED,
    InvoiceStatus.PARTIALLY_PAID,
    InvoiceStatus.OVERDUE,
)
BILLS_OPEN = (
    VendorPaymentStatus.RECEIVED,
    VendorPaymentStatus.PENDING_APPROVAL,
    VendorPaymentStatus.APPROVED,
    VendorPaymentStatus.PARTIALLY_PAID,
)


@focus("finance.OwnerStatement", "to-approve", "Owner statements to approve")
def statements_to_approve(rows: QuerySet) -> QuerySet:
    """Statements that wait for approval."""
    return rows.filter(status=OwnerStatementStatus.PENDING_APPROVAL)


@focus("finance.Invoice", "unpaid", "Invoices past due")
def invoices_past_due(rows: QuerySet) -> QuerySet:
    """Invoices that went out, are not paid in full, and whose day has passed."""
    past = Q(due_date__lt=timezone.localdate()) | Q(status=InvoiceStatus.OVERDUE)
    return rows.filter(past, status__in=OWED, balance_due__gt=0)


@focus("finance.VendorPayment", "due", "Bills to pay")
def bills_due(rows: QuerySet) -> QuerySet:
    """Bills of vendors that are due today or before."""
    return rows.filter(due_date__lte=timezone.localdate(), status__in=BILLS_OPEN)


@focus("finance.Expense", "to-approve", "Expenses to approve")
def expenses_to_approve(rows: QuerySet) -> QuerySet:
    """Expenses that somebody handed in."""
    return rows.filter(status=ExpenseStatus.SUBMITTED)
