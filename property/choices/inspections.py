"""Closed lists of inspections, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class InspectionType(models.TextChoices):
    POST_CLEAN = "post_clean"
    PRE_ARRIVAL = "pre_arrival"
    DEPARTURE = "departure"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    ANNUAL = "annual"
    COMPLAINT = "complaint"
    PRE_LISTING = "pre_listing"
    ONBOARDING = "onboarding"


class InspectionStatus(models.TextChoices):
    SCHEDULED = "scheduled"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


#: Under way or to come: a stay has at most one planned inspection that is.
OPEN = (InspectionStatus.SCHEDULED, InspectionStatus.IN_PROGRESS)
#: What of an inspection follows its stay and its clean; a person may pin each.
FOLLOWING = ("scheduled_date", "scheduled_time", "duration_minutes", "inspector")


class InspectionPassFail(models.TextChoices):
    PASS = "pass"
    FAIL = "fail"
    CONDITIONAL = "conditional"


class InspectionQuestionType(models.TextChoices):
    PASS_FAIL = "pass_fail"
    YES_NO = "yes_no"
    RATING = "rating"
    COUNT = "count"
    TEXT = "text"
    PHOTO = "photo"
    MULTIPLE_CHOICE = "multiple_choice"


class InspectionIssueStatus(models.TextChoices):
    OPEN = "open"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    RESOLVED = "resolved"
    DEFERRED = "deferred"


INSPECTION_STATUS = Transitions(
    field="status",
    values=InspectionStatus,
    moves={
        InspectionStatus.SCHEDULED: [InspectionStatus.IN_PROGRESS, InspectionStatus.CANCELLED],
        InspectionStatus.IN_PROGRESS: [InspectionStatus.COMPLETED, InspectionStatus.CANCELLED],
        # The stay stands again, or it was cancelled by mistake.
        InspectionStatus.CANCELLED: [InspectionStatus.SCHEDULED],
    },
    reason=frozenset(
        {
            (InspectionStatus.SCHEDULED, InspectionStatus.CANCELLED),
            (InspectionStatus.IN_PROGRESS, InspectionStatus.CANCELLED),
        }
    ),
)

INSPECTION_ISSUE_STATUS = Transitions(
    field="status",
    values=InspectionIssueStatus,
    moves={
        InspectionIssueStatus.OPEN: [
            InspectionIssueStatus.ASSIGNED,
            InspectionIssueStatus.IN_PROGRESS,
            InspectionIssueStatus.RESOLVED,
            InspectionIssueStatus.DEFERRED,
        ],
        InspectionIssueStatus.ASSIGNED: [
            InspectionIssueStatus.IN_PROGRESS,
            InspectionIssueStatus.RESOLVED,
            InspectionIssueStatus.DEFERRED,
        ],
        InspectionIssueStatus.IN_PROGRESS: [
            InspectionIssueStatus.RESOLVED,
            InspectionIssueStatus.DEFERRED,
        ],
        InspectionIssueStatus.DEFERRED: [
            InspectionIssueStatus.OPEN,
            InspectionIssueStatus.ASSIGNED,
        ],
        InspectionIssueStatus.RESOLVED: [InspectionIssueStatus.OPEN],
    },
    reason=frozenset(
        {
            (InspectionIssueStatus.OPEN, InspectionIssueStatus.DEFERRED),
            (InspectionIssueStatus.ASSIGNED, InspectionIssueStatus.DEFERRED),
            (InspectionIssueStatus.IN_PROGRESS, InspectionIssueStatus.DEFERRED),
        }
    ),
)
