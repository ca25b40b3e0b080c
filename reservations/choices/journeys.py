"""Closed lists of journeys, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class GuestJourneyHealth(models.TextChoices):
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"


class GuestJourneySentimentTrend(models.TextChoices):
    IMPROVING = "improving"
    STABLE = "stable"
    DECLINING = "declining"
    UNKNOWN = "unknown"


class GuestJourneyStatus(models.TextChoices):
    ACTIVE = "active"
    ON_HOLD = "on_hold"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class GuestJourneyAssignedType(models.TextChoices):
    AI_AGENT = "ai_agent"
    TEAM_MEMBER = "team_member"


class GuestJourneyCurrentSentiment(models.TextChoices):
    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


class TouchpointSentiment(models.TextChoices):
    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class TouchpointStatus(models.TextChoices):
    PENDING = "pending"
    SCHEDULED = "scheduled"
    SENT = "sent"
    DELIVERED = "delivered"
    OPENED = "opened"
    COMPLETED = "completed"
    FAILED = "failed"
    SKIPPED = "skipped"


class TouchpointDirection(models.TextChoices):
    INBOUND = "inbound"
    OUTBOUND = "outbound"


class TouchpointInitiatedBy(models.TextChoices):
    GUEST = "guest"
    SYSTEM = "system"
    TEAM = "team"
    AI_AGENT = "ai_agent"


class TouchpointResponseSentiment(models.TextChoices):
    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class TouchpointOutcome(models.TextChoices):
    SUCCESS = "success"
    PARTIAL = "partial"
    NO_RESPONSE = "no_response"
    RESOLVED = "resolved"
    PENDING = "pending"
    ESCALATED = "escalated"
    NEGATIVE = "negative"


class ReviewSentiment(models.TextChoices):
    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"
    MIXED = "mixed"


class ReviewResponsePriority(models.TextChoices):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ReviewResponseStatus(models.TextChoices):
    PENDING = "pending"
    DRAFTED = "drafted"
    PUBLISHED = "published"
    SKIPPED = "skipped"
    NOT_REQUIRED = "not_required"


class ReviewStatus(models.TextChoices):
    ACTIVE = "active"
    HIDDEN = "hidden"
    DISPUTED = "disputed"
    REMOVED = "removed"


GUEST_JOURNEY_JOURNEY_STATUS = Transitions(
    field="journey_status",
    values=GuestJourneyStatus,
    moves={
        GuestJourneyStatus.ACTIVE: [
            GuestJourneyStatus.ON_HOLD,
            GuestJourneyStatus.COMPLETED,
            GuestJourneyStatus.CANCELLED,
        ],
        GuestJourneyStatus.ON_HOLD: [GuestJourneyStatus.ACTIVE, GuestJourneyStatus.CANCELLED],
        # Back again: stays that are restored, and journeys that somebody closed too early.
        GuestJourneyStatus.COMPLETED: [GuestJourneyStatus.ACTIVE, GuestJourneyStatus.CANCELLED],
        GuestJourneyStatus.CANCELLED: [GuestJourneyStatus.ACTIVE, GuestJourneyStatus.COMPLETED],
    },
    reason=frozenset(
        {
            (GuestJourneyStatus.COMPLETED, GuestJourneyStatus.ACTIVE),
            (GuestJourneyStatus.COMPLETED, GuestJourneyStatus.CANCELLED),
            (GuestJourneyStatus.CANCELLED, GuestJourneyStatus.ACTIVE),
            (GuestJourneyStatus.CANCELLED, GuestJourneyStatus.COMPLETED),
            (GuestJourneyStatus.ACTIVE, GuestJourneyStatus.ON_HOLD),
            (GuestJourneyStatus.ACTIVE, GuestJourneyStatus.CANCELLED),
            (GuestJourneyStatus.ON_HOLD, GuestJourneyStatus.CANCELLED),
        }
    ),
)

REVIEW_RESPONSE_STATUS = Transitions(
    field="response_status",
    values=ReviewResponseStatus,
    moves={
        ReviewResponseStatus.PENDING: [
            ReviewResponseStatus.DRAFTED,
            ReviewResponseStatus.PUBLISHED,
            ReviewResponseStatus.SKIPPED,
            ReviewResponseStatus.NOT_REQUIRED,
        ],
        ReviewResponseStatus.DRAFTED: [
            ReviewResponseStatus.PUBLISHED,
            ReviewResponseStatus.PENDING,
            ReviewResponseStatus.SKIPPED,
        ],
        # A reply that has to be put right is a draft again.
        ReviewResponseStatus.PUBLISHED: [ReviewResponseStatus.DRAFTED],
        ReviewResponseStatus.SKIPPED: [ReviewResponseStatus.PENDING, ReviewResponseStatus.DRAFTED],
        ReviewResponseStatus.NOT_REQUIRED: [
            ReviewResponseStatus.PENDING,
            ReviewResponseStatus.DRAFTED,
        ],
    },
    reason=frozenset(
        {
            (ReviewResponseStatus.PENDING, ReviewResponseStatus.SKIPPED),
            (ReviewResponseStatus.DRAFTED, ReviewResponseStatus.SKIPPED),
            (ReviewResponseStatus.PUBLISHED, ReviewResponseStatus.DRAFTED),
        }
    ),
)

REVIEW_STATUS = Transitions(
    field="status",
    values=ReviewStatus,
    moves={
        ReviewStatus.ACTIVE: [ReviewStatus.HIDDEN, ReviewStatus.DISPUTED, ReviewStatus.REMOVED],
        ReviewStatus.HIDDEN: [ReviewStatus.ACTIVE, ReviewStatus.REMOVED],
        ReviewStatus.DISPUTED: [ReviewStatus.ACTIVE, ReviewStatus.HIDDEN, ReviewStatus.REMOVED],
        ReviewStatus.REMOVED: [ReviewStatus.ACTIVE],
    },
    reason=frozenset(
        {
            (ReviewStatus.ACTIVE, ReviewStatus.HIDDEN),
            (ReviewStatus.ACTIVE, ReviewStatus.DISPUTED),
            (ReviewStatus.ACTIVE, ReviewStatus.REMOVED),
            (ReviewStatus.HIDDEN, ReviewStatus.REMOVED),
            (ReviewStatus.DISPUTED, ReviewStatus.HIDDEN),
            (ReviewStatus.DISPUTED, ReviewStatus.REMOVED),
            (ReviewStatus.REMOVED, ReviewStatus.ACTIVE),
        }
    ),
)

#: Statuses of touchpoints that still have to go out, and of those that did.
OPEN = (TouchpointStatus.PENDING, TouchpointStatus.SCHEDULED, TouchpointStatus.FAILED)
DONE = (
    TouchpointStatus.SENT,
    TouchpointStatus.DELIVERED,
    TouchpointStatus.OPENED,
    TouchpointStatus.COMPLETED,
)

TOUCHPOINT_STATUS = Transitions(
    field="status",
    values=TouchpointStatus,
    moves={
        TouchpointStatus.PENDING: [
            TouchpointStatus.SCHEDULED,
            TouchpointStatus.SENT,
            TouchpointStatus.COMPLETED,
            TouchpointStatus.FAILED,
            TouchpointStatus.SKIPPED,
        ],
        TouchpointStatus.SCHEDULED: [
            TouchpointStatus.SENT,
            TouchpointStatus.COMPLETED,
            TouchpointStatus.FAILED,
            TouchpointStatus.SKIPPED,
        ],
        TouchpointStatus.SENT: [
            TouchpointStatus.DELIVERED,
            TouchpointStatus.OPENED,
            TouchpointStatus.COMPLETED,
            TouchpointStatus.FAILED,
        ],
        TouchpointStatus.DELIVERED: [TouchpointStatus.OPENED, TouchpointStatus.COMPLETED],
        TouchpointStatus.OPENED: [TouchpointStatus.COMPLETED],
        TouchpointStatus.FAILED: [
            TouchpointStatus.SENT,
            TouchpointStatus.COMPLETED,
            TouchpointStatus.SKIPPED,
        ],
        # Stays that move later, or come back, ask again for what was passed over.
        TouchpointStatus.SKIPPED: [TouchpointStatus.SCHEDULED],
    },
    reason=frozenset(
        (start, TouchpointStatus.SKIPPED)
        for start in (TouchpointStatus.PENDING, TouchpointStatus.SCHEDULED, TouchpointStatus.FAILED)
    ),
)
