"""Closed lists of budgets, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class BudgetScopeType(models.TextChoices):
    PROPERTY = "property"
    TEAM = "team"
    COMPANY = "company"
    PROJECT = "project"


class BudgetStatus(models.TextChoices):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    CLOSED = "closed"


class PayrollRunType(models.TextChoices):
    REGULAR = "regular"
    OFF_CYCLE = "off_cycle"
    BONUS = "bonus"
    CORRECTION = "correction"


class PayrollRunStatus(models.TextChoices):
    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    PROCESSING = "processing"
    COMPLETE = "complete"
    VOID = "void"


class PayrollItemType(models.TextChoices):
    REGULAR = "regular"
    OVERTIME = "overtime"
    BONUS = "bonus"
    COMMISSION = "commission"
    REIMBURSEMENT = "reimbursement"
    DEDUCTION = "deduction"
    CORRECTION = "correction"


PAYROLL_RUN_STATUS = Transitions(
    field="status",
    values=PayrollRunStatus,
    moves={
        PayrollRunStatus.DRAFT: [PayrollRunStatus.PENDING_APPROVAL, PayrollRunStatus.VOID],
        PayrollRunStatus.PENDING_APPROVAL: [
            PayrollRunStatus.APPROVED,
            PayrollRunStatus.DRAFT,
            PayrollRunStatus.VOID,
        ],
        PayrollRunStatus.APPROVED: [PayrollRunStatus.PROCESSING, PayrollRunStatus.VOID],
        PayrollRunStatus.PROCESSING: [PayrollRunStatus.COMPLETE, PayrollRunStatus.VOID],
    },
    reason=frozenset(
        {
            (PayrollRunStatus.DRAFT, PayrollRunStatus.VOID),
            (PayrollRunStatus.PENDING_APPROVAL, PayrollRunStatus.VOID),
            (PayrollRunStatus.APPROVED, PayrollRunStatus.VOID),
            (PayrollRunStatus.PROCESSING, PayrollRunStatus.VOID),
        }
    ),
    approval=frozenset(
        {
            (PayrollRunStatus.DRAFT, PayrollRunStatus.VOID),
            (PayrollRunStatus.PENDING_APPROVAL, PayrollRunStatus.APPROVED),
            (PayrollRunStatus.PENDING_APPROVAL, PayrollRunStatus.VOID),
            (PayrollRunStatus.APPROVED, PayrollRunStatus.VOID),
            (PayrollRunStatus.PROCESSING, PayrollRunStatus.VOID),
        }
    ),
)
