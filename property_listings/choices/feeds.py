"""Closed lists of calendar feeds, and how their health moves."""

from django.db import models

from core.transitions import Transitions


class FeedHealth(models.TextChoices):
    NEW = "new"
    OK = "ok"
    FAILING = "failing"
    HELD = "held"
    PAUSED = "paused"


class PullOutcome(models.TextChoices):
    APPLIED = "applied"
    UNCHANGED = "unchanged"
    HELD = "held"
    FAILED = "failed"
    RELEASED = "released"
    REJECTED = "rejected"


class EventKind(models.TextChoices):
    STAY = "stay"
    BLOCK = "block"
    TENTATIVE = "tentative"
    UNCLEAR = "unclear"


class EventStatus(models.TextChoices):
    LISTED = "listed"
    MISSING = "missing"
    CANCELLED = "cancelled"
    VANISHED = "vanished_during_stay"
    COMPLETED = "completed"


#: Of events that the channel has, as far as is known.
THERE = (EventStatus.LISTED, EventStatus.MISSING)

FEED_HEALTH = Transitions(
    field="health",
    values=FeedHealth,
    moves={
        FeedHealth.NEW: [FeedHealth.OK, FeedHealth.FAILING, FeedHealth.HELD, FeedHealth.PAUSED],
        FeedHealth.OK: [FeedHealth.FAILING, FeedHealth.HELD, FeedHealth.PAUSED],
        FeedHealth.FAILING: [FeedHealth.OK, FeedHealth.HELD, FeedHealth.PAUSED],
        FeedHealth.HELD: [FeedHealth.OK, FeedHealth.FAILING, FeedHealth.PAUSED],
        FeedHealth.PAUSED: [FeedHealth.NEW],
    },
)

EVENT_STATUS = Transitions(
    field="status",
    values=EventStatus,
    moves={
        EventStatus.LISTED: [
            EventStatus.MISSING,
            EventStatus.CANCELLED,
            EventStatus.VANISHED,
            EventStatus.COMPLETED,
        ],
        EventStatus.MISSING: [
            EventStatus.LISTED,
            EventStatus.CANCELLED,
            EventStatus.VANISHED,
            EventStatus.COMPLETED,
        ],
        # A channel may bring back what it had dropped.
        EventStatus.CANCELLED: [EventStatus.LISTED],
        EventStatus.VANISHED: [EventStatus.LISTED, EventStatus.COMPLETED],
        EventStatus.COMPLETED: [EventStatus.LISTED],
    },
)
