"""Closed lists of campaigns, and how their statuses move."""

from django.db import models


class MessageCampaignType(models.TextChoices):
    ONE_TIME = "one_time"
    RECURRING = "recurring"
    TRIGGERED = "triggered"


class MessageCampaignStatus(models.TextChoices):
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class AutomationTriggerType(models.TextChoices):
    EVENT = "event"
    SCHEDULE = "schedule"
    CONDITION = "condition"


class AutomationTriggerEvent(models.TextChoices):
    RESERVATION_BOOKED = "reservation_booked"
    RESERVATION_CANCELLED = "reservation_cancelled"
    DAYS_BEFORE_ARRIVAL = "days_before_arrival"
    CHECK_IN = "check_in"
    CHECK_OUT = "check_out"
    DAYS_AFTER_DEPARTURE = "days_after_departure"
    REVIEW_RECEIVED = "review_received"
    PAYMENT_DUE = "payment_due"
    TICKET_OPENED = "ticket_opened"
    TICKET_RESOLVED = "ticket_resolved"
    STAGE_ENTERED = "stage_entered"
    MESSAGE_RECEIVED = "message_received"
