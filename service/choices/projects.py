"""Closed lists of projects, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class ProjectType(models.TextChoices):
    LISTING_UPDATE = "LISTING_UPDATE"
    INVENTORY_ROLLOUT = "INVENTORY_ROLLOUT"
    POLICY_CHANGE = "POLICY_CHANGE"
    COMPLIANCE = "COMPLIANCE"
    RENOVATION = "RENOVATION"
    SEASONAL_PREP = "SEASONAL_PREP"
    OTHER = "OTHER"


class ProjectScopeType(models.TextChoices):
    PROPERTY = "PROPERTY"
    RESORT = "RESORT"
    PORTFOLIO = "PORTFOLIO"
    GLOBAL = "GLOBAL"


class ProjectStatus(models.TextChoices):
    DRAFT = "DRAFT"
    ACTIVE = "ACTIVE"
    PAUSED = "PAUSED"
    COMPLETED = "COMPLETED"
    CANCELLED = "CANCELLED"


class ProjectPropertyStatus(models.TextChoices):
    PENDING = "PENDING"
    IN_PROGRESS = "IN_PROGRESS"
    DONE = "DONE"
    SKIPPED = "SKIPPED"
    BLOCKED = "BLOCKED"


class ProjectTicketRole(models.TextChoices):
    PRIMARY = "PRIMARY"
    SUBTASK = "SUBTASK"
    FOLLOWUP = "FOLLOWUP"


PROJECT_STATUS = Transitions(
    field="status",
    values=ProjectStatus,
    moves={
        ProjectStatus.DRAFT: [ProjectStatus.ACTIVE, ProjectStatus.CANCELLED],
        ProjectStatus.ACTIVE: [
            ProjectStatus.PAUSED,
            ProjectStatus.COMPLETED,
            ProjectStatus.CANCELLED,
        ],
        ProjectStatus.PAUSED: [ProjectStatus.ACTIVE, ProjectStatus.CANCELLED],
    },
    reason=frozenset(
        {
            (ProjectStatus.DRAFT, ProjectStatus.CANCELLED),
            (ProjectStatus.ACTIVE, ProjectStatus.CANCELLED),
            (ProjectStatus.PAUSED, ProjectStatus.CANCELLED),
        }
    ),
)
