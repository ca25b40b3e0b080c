"""Closed lists of statements, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class OwnerStatementStatus(models.TextChoices):
    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    SENT = "sent"
    PAID = "paid"
    VOID = "void"


class OwnerStatementLineType(models.TextChoices):
    REVENUE = "revenue"
    FEE = "fee"
    EXPENSE = "expense"
    MANAGEMENT_FEE = "management_fee"
    TAX = "tax"
    ADJUSTMENT = "adjustment"
    RESERVE = "reserve"
    PAYOUT = "payout"


class OwnerPayoutPaymentMethod(models.TextChoices):
    ACH = "ach"
    CHECK = "check"
    WIRE = "wire"


class OwnerPayoutStatus(models.TextChoices):
    PENDING = "pending"
    APPROVED = "approved"
    PROCESSING = "processing"
    PAID = "paid"
    FAILED = "failed"
    VOID = "void"


OWNER_STATEMENT_STATUS = Transitions(
    field="status",
    values=OwnerStatementStatus,
    moves={
        OwnerStatementStatus.DRAFT: [
            OwnerStatementStatus.PENDING_APPROVAL,
            OwnerStatementStatus.VOID,
        ],
        OwnerStatementStatus.PENDING_APPROVAL: [
            OwnerStatementStatus.APPROVED,
            OwnerStatementStatus.DRAFT,
            OwnerStatementStatus.VOID,
        ],
        OwnerStatementStatus.APPROVED: [OwnerStatementStatus.SENT, OwnerStatementStatus.VOID],
        OwnerStatementStatus.SENT: [OwnerStatementStatus.PAID, OwnerStatementStatus.VOID],
    },
    reason=frozenset(
        {
            (OwnerStatementStatus.DRAFT, OwnerStatementStatus.VOID),
            (OwnerStatementStatus.PENDING_APPROVAL, OwnerStatementStatus.VOID),
            (OwnerStatementStatus.APPROVED, OwnerStatementStatus.VOID),
            (OwnerStatementStatus.SENT, OwnerStatementStatus.VOID),
        }
    ),
    approval=frozenset(
        {
            (OwnerStatementStatus.DRAFT, OwnerStatementStatus.VOID),
            (OwnerStatementStatus.PENDING_APPROVAL, OwnerStatementStatus.APPROVED),
            (OwnerStatementStatus.PENDING_APPROVAL, OwnerStatementStatus.VOID),
            (OwnerStatementStatus.APPROVED, OwnerStatementStatus.VOID),
            (OwnerStatementStatus.SENT, OwnerStatementStatus.VOID),
        }
    ),
)
