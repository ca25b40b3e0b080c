"""Closed lists of cleans, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class CleanStatus(models.TextChoices):
    SCHEDULED = "scheduled"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    VERIFIED = "verified"
    RECLEAN = "reclean"
    CANCELLED = "cancelled"
    RESCHEDULED = "rescheduled"


class CleanBillableTo(models.TextChoices):
    GUEST = "guest"
    OWNER = "owner"
    COMPANY = "company"


CLEAN_STATUS = Transitions(
    field="status",
    values=CleanStatus,
    moves={
        CleanStatus.SCHEDULED: [
            CleanStatus.ASSIGNED,
            CleanStatus.IN_PROGRESS,
            CleanStatus.CANCELLED,
            CleanStatus.RESCHEDULED,
        ],
        CleanStatus.ASSIGNED: [
            CleanStatus.SCHEDULED,
            CleanStatus.IN_PROGRESS,
            CleanStatus.CANCELLED,
            CleanStatus.RESCHEDULED,
        ],
        CleanStatus.RESCHEDULED: [
            CleanStatus.SCHEDULED,
            CleanStatus.ASSIGNED,
            CleanStatus.CANCELLED,
        ],
        CleanStatus.IN_PROGRESS: [CleanStatus.COMPLETED, CleanStatus.CANCELLED],
        CleanStatus.COMPLETED: [CleanStatus.VERIFIED, CleanStatus.RECLEAN],
        CleanStatus.RECLEAN: [CleanStatus.ASSIGNED, CleanStatus.IN_PROGRESS],
    },
    reason=frozenset(
        {
            (CleanStatus.SCHEDULED, CleanStatus.CANCELLED),
            (CleanStatus.SCHEDULED, CleanStatus.RESCHEDULED),
            (CleanStatus.ASSIGNED, CleanStatus.CANCELLED),
            (CleanStatus.ASSIGNED, CleanStatus.RESCHEDULED),
            (CleanStatus.RESCHEDULED, CleanStatus.CANCELLED),
            (CleanStatus.IN_PROGRESS, CleanStatus.CANCELLED),
            (CleanStatus.COMPLETED, CleanStatus.RECLEAN),
        }
    ),
)
