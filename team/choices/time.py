"""Closed lists of time, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class ShiftStatus(models.TextChoices):
    DRAFT = "DRAFT"
    SCHEDULED = "SCHEDULED"
    IN_PROGRESS = "IN_PROGRESS"
    COMPLETED = "COMPLETED"
    CANCELLED = "CANCELLED"
    NO_SHOW = "NO_SHOW"


class ShiftType(models.TextChoices):
    REGULAR = "regular"
    OVERTIME = "overtime"
    ON_CALL = "on_call"
    TRAINING = "training"


class TimeEntryBillableTo(models.TextChoices):
    OWNER = "owner"
    COMPANY = "company"
    GUEST = "guest"


class TimeEntryTimesheetStatus(models.TextChoices):
    START = "START"
    STOP = "STOP"
    VERIFY = "VERIFY"
    APPROVED = "APPROVED"
    RECORDED = "RECORDED"
    REJECTED = "REJECTED"


class TimeEntryMethod(models.TextChoices):
    TIMER = "timer"
    MANUAL = "manual"
    MOBILE = "mobile"
    IMPORT = "import"


class TimeEntryVerificationStatus(models.TextChoices):
    PENDING = "PENDING"
    VERIFIED = "VERIFIED"
    REJECTED = "REJECTED"
    ADJUSTED = "ADJUSTED"


SHIFT_STATUS = Transitions(
    field="status",
    values=ShiftStatus,
    moves={
        ShiftStatus.DRAFT: [ShiftStatus.SCHEDULED, ShiftStatus.CANCELLED],
        ShiftStatus.SCHEDULED: [
            ShiftStatus.IN_PROGRESS,
            ShiftStatus.CANCELLED,
            ShiftStatus.NO_SHOW,
        ],
        ShiftStatus.IN_PROGRESS: [ShiftStatus.COMPLETED],
    },
    reason=frozenset(
        {
            (ShiftStatus.DRAFT, ShiftStatus.CANCELLED),
            (ShiftStatus.SCHEDULED, ShiftStatus.CANCELLED),
            (ShiftStatus.SCHEDULED, ShiftStatus.NO_SHOW),
        }
    ),
)

TIME_ENTRY_TIMESHEET_STATUS = Transitions(
    field="timesheet_status",
    values=TimeEntryTimesheetStatus,
    moves={
        TimeEntryTimesheetStatus.START: [TimeEntryTimesheetStatus.STOP],
        TimeEntryTimesheetStatus.STOP: [
            TimeEntryTimesheetStatus.VERIFY,
            TimeEntryTimesheetStatus.APPROVED,
            TimeEntryTimesheetStatus.REJECTED,
        ],
        TimeEntryTimesheetStatus.VERIFY: [
            TimeEntryTimesheetStatus.APPROVED,
            TimeEntryTimesheetStatus.REJECTED,
        ],
        TimeEntryTimesheetStatus.REJECTED: [TimeEntryTimesheetStatus.STOP],
        TimeEntryTimesheetStatus.APPROVED: [TimeEntryTimesheetStatus.RECORDED],
    },
    reason=frozenset(
        {
            (TimeEntryTimesheetStatus.STOP, TimeEntryTimesheetStatus.REJECTED),
            (TimeEntryTimesheetStatus.VERIFY, TimeEntryTimesheetStatus.REJECTED),
        }
    ),
    approval=frozenset(
        {
            (TimeEntryTimesheetStatus.STOP, TimeEntryTimesheetStatus.APPROVED),
            (TimeEntryTimesheetStatus.VERIFY, TimeEntryTimesheetStatus.APPROVED),
        }
    ),
)
