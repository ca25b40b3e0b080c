"""Closed lists of payables, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class VendorPaymentBillableTo(models.TextChoices):
    OWNER = "owner"
    COMPANY = "company"
    GUEST = "guest"


class VendorPaymentMethod(models.TextChoices):
    ACH = "ach"
    CHECK = "check"
    CARD = "card"
    WIRE = "wire"
    CASH = "cash"


class VendorPaymentStatus(models.TextChoices):
    RECEIVED = "received"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    PARTIALLY_PAID = "partially_paid"
    PAID = "paid"
    DISPUTED = "disputed"
    VOID = "void"


class InvoiceType(models.TextChoices):
    GUEST = "guest"
    OWNER = "owner"
    VENDOR_REBILL = "vendor_rebill"
    DAMAGE = "damage"
    SERVICE = "service"
    OTHER = "other"


class InvoiceStatus(models.TextChoices):
    DRAFT = "draft"
    SENT = "sent"
    VIEWED = "viewed"
    PARTIALLY_PAID = "partially_paid"
    PAID = "paid"
    OVERDUE = "overdue"
    VOID = "void"
    WRITTEN_OFF = "written_off"


class ExpensePaymentMethod(models.TextChoices):
    COMPANY_CARD = "company_card"
    PERSONAL_REIMBURSE = "personal_reimburse"
    CASH = "cash"
    ACH = "ach"
    CHECK = "check"
    VENDOR_ACCOUNT = "vendor_account"


class ExpenseStatus(models.TextChoices):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REJECTED = "rejected"
    POSTED = "posted"
    REIMBURSED = "reimbursed"
    VOID = "void"


INVOICE_STATUS = Transitions(
    field="status",
    values=InvoiceStatus,
    moves={
        InvoiceStatus.DRAFT: [InvoiceStatus.SENT, InvoiceStatus.VOID],
        InvoiceStatus.SENT: [
            InvoiceStatus.VIEWED,
            InvoiceStatus.PARTIALLY_PAID,
            InvoiceStatus.PAID,
            InvoiceStatus.OVERDUE,
            InvoiceStatus.VOID,
        ],
        InvoiceStatus.VIEWED: [
            InvoiceStatus.PARTIALLY_PAID,
            InvoiceStatus.PAID,
            InvoiceStatus.OVERDUE,
            InvoiceStatus.VOID,
        ],
        InvoiceStatus.PARTIALLY_PAID: [
            InvoiceStatus.PAID,
            InvoiceStatus.OVERDUE,
            InvoiceStatus.WRITTEN_OFF,
        ],
        InvoiceStatus.OVERDUE: [
            InvoiceStatus.PARTIALLY_PAID,
            InvoiceStatus.PAID,
            InvoiceStatus.WRITTEN_OFF,
            InvoiceStatus.VOID,
        ],
    },
    reason=frozenset(
        {
            (InvoiceStatus.DRAFT, InvoiceStatus.VOID),
            (InvoiceStatus.SENT, InvoiceStatus.VOID),
            (InvoiceStatus.VIEWED, InvoiceStatus.VOID),
            (InvoiceStatus.PARTIALLY_PAID, InvoiceStatus.WRITTEN_OFF),
            (InvoiceStatus.OVERDUE, InvoiceStatus.WRITTEN_OFF),
            (InvoiceStatus.OVERDUE, InvoiceStatus.VOID),
        }
    ),
    approval=frozenset(
        {
            (InvoiceStatus.DRAFT, InvoiceStatus.VOID),
            (InvoiceStatus.SENT, InvoiceStatus.VOID),
            (InvoiceStatus.VIEWED, InvoiceStatus.VOID),
            (InvoiceStatus.PARTIALLY_PAID, InvoiceStatus.WRITTEN_OFF),
            (InvoiceStatus.OVERDUE, InvoiceStatus.WRITTEN_OFF),
            (InvoiceStatus.OVERDUE, InvoiceStatus.VOID),
        }
    ),
)
