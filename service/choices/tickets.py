"""Closed lists of tickets, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class TicketStatus(models.TextChoices):
    OPEN = "OPEN"
    IN_PROGRESS = "IN_PROGRESS"
    ON_HOLD = "ON_HOLD"
    RESOLVED = "RESOLVED"
    CANCELLED = "CANCELLED"


class TicketSource(models.TextChoices):
    OWNER = "OWNER"
    GUEST = "GUEST"
    INTERNAL = "INTERNAL"
    SYSTEM = "SYSTEM"
    INSPECTION = "INSPECTION"
    CLEAN = "CLEAN"
    VENDOR = "VENDOR"
    AI_AGENT = "AI_AGENT"
    RECURRING = "RECURRING"


class TicketPropertyRole(models.TextChoices):
    PRIMARY = "PRIMARY"
    SECONDARY = "SECONDARY"
    AFFECTED = "AFFECTED"
    EXAMPLE = "EXAMPLE"


class TicketReservationRole(models.TextChoices):
    PRIMARY = "PRIMARY"
    AFFECTED = "AFFECTED"
    RELATED = "RELATED"


class TicketHomeownerRole(models.TextChoices):
    PRIMARY = "PRIMARY"
    CC = "CC"
    ESCALATION = "ESCALATION"


class TicketHomeownerApprovalStatus(models.TextChoices):
    NOT_REQUIRED = "not_required"
    REQUESTED = "requested"
    APPROVED = "approved"
    DECLINED = "declined"


class TicketRelationshipType(models.TextChoices):
    PARENT = "parent"
    CHILD = "child"
    RELATED = "related"
    DUPLICATE = "duplicate"
    FOLLOW_UP = "follow_up"
    ESCALATED_FROM = "escalated_from"
    BLOCKS = "blocks"


class TicketContactRole(models.TextChoices):
    REQUESTOR = "requestor"
    RESOLVED_BY = "resolved_by"
    ESCALATED_TO = "escalated_to"
    GUEST = "guest"
    HOMEOWNER = "homeowner"
    VENDOR_CONTACT = "vendor_contact"
    INTERNAL_CC = "internal_cc"


class TicketEventType(models.TextChoices):
    CREATED = "CREATED"
    STATUS_CHANGE = "STATUS_CHANGE"
    ASSIGNED = "ASSIGNED"
    COMMENT = "COMMENT"
    FIELD_UPDATE = "FIELD_UPDATE"
    SYSTEM = "SYSTEM"
    NOTIFICATION = "NOTIFICATION"


class TicketEventOldStatus(models.TextChoices):
    OPEN = "OPEN"
    IN_PROGRESS = "IN_PROGRESS"
    ON_HOLD = "ON_HOLD"
    RESOLVED = "RESOLVED"
    CANCELLED = "CANCELLED"


class TicketEventNewStatus(models.TextChoices):
    OPEN = "OPEN"
    IN_PROGRESS = "IN_PROGRESS"
    ON_HOLD = "ON_HOLD"
    RESOLVED = "RESOLVED"
    CANCELLED = "CANCELLED"


TICKET_STATUS = Transitions(
    field="status",
    values=TicketStatus,
    moves={
        TicketStatus.OPEN: [
            TicketStatus.IN_PROGRESS,
            TicketStatus.ON_HOLD,
            TicketStatus.RESOLVED,
            TicketStatus.CANCELLED,
        ],
        TicketStatus.IN_PROGRESS: [
            TicketStatus.ON_HOLD,
            TicketStatus.RESOLVED,
            TicketStatus.CANCELLED,
        ],
        TicketStatus.ON_HOLD: [
            TicketStatus.IN_PROGRESS,
            TicketStatus.RESOLVED,
            TicketStatus.CANCELLED,
        ],
        TicketStatus.RESOLVED: [TicketStatus.OPEN],
        TicketStatus.CANCELLED: [TicketStatus.OPEN],
    },
    reason=frozenset(
        {
            (TicketStatus.OPEN, TicketStatus.ON_HOLD),
            (TicketStatus.OPEN, TicketStatus.CANCELLED),
            (TicketStatus.IN_PROGRESS, TicketStatus.ON_HOLD),
            (TicketStatus.IN_PROGRESS, TicketStatus.CANCELLED),
            (TicketStatus.ON_HOLD, TicketStatus.CANCELLED),
        }
    ),
)
