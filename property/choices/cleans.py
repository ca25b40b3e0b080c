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


#: Planned, and nobody has begun.
TO_DO = (CleanStatus.SCHEDULED, CleanStatus.ASSIGNED, CleanStatus.RESCHEDULED)
#: Under way or to come: a stay has at most one planned clean that is.
OPEN = (*TO_DO, CleanStatus.IN_PROGRESS)
#: What of a clean follows its stay; a person may pin each.
FOLLOWING = (
    "scheduled_date",
    "scheduled_time",
    "clean_type",
    "duration_minutes",
    "team",
    "assigned_to",
    "billable_to",
    "clean_fee",
    "clean_cost",
)


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
        # The stay stands again, or it was cancelled by mistake.
        CleanStatus.CANCELLED: [CleanStatus.SCHEDULED],
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
