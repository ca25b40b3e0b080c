"""Closed lists of messages, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class MessageDirection(models.TextChoices):
    INBOUND = "inbound"
    OUTBOUND = "outbound"
    INTERNAL = "internal"


class MessageStatus(models.TextChoices):
    DRAFT = "draft"
    PENDING = "pending"
    SCHEDULED = "scheduled"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"
    BOUNCED = "bounced"
    RECEIVED = "received"
    CANCELLED = "cancelled"


class MessageType(models.TextChoices):
    MESSAGE = "message"
    CALL = "call"
    VOICEMAIL = "voicemail"
    NOTE = "note"
    REVIEW_REPLY = "review_reply"


class MessageCallStatus(models.TextChoices):
    ANSWERED = "answered"
    MISSED = "missed"
    VOICEMAIL = "voicemail"
    FAILED = "failed"


class MessageSentiment(models.TextChoices):
    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class MessageRecipientType(models.TextChoices):
    TO = "to"
    CC = "cc"
    BCC = "bcc"
    PARTICIPANT = "participant"


class MessageRecipientStatus(models.TextChoices):
    PENDING = "pending"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    BOUNCED = "bounced"
    FAILED = "failed"


class MessageEventType(models.TextChoices):
    QUEUED = "queued"
    SENT = "sent"
    DELIVERED = "delivered"
    OPENED = "opened"
    CLICKED = "clicked"
    BOUNCED = "bounced"
    FAILED = "failed"
    COMPLAINED = "complained"
    UNSUBSCRIBED = "unsubscribed"
    REPLIED = "replied"


MESSAGE_STATUS = Transitions(
    field="status",
    values=MessageStatus,
    moves={
        MessageStatus.DRAFT: [
            MessageStatus.PENDING,
            MessageStatus.SCHEDULED,
            MessageStatus.CANCELLED,
        ],
        MessageStatus.PENDING: [
            MessageStatus.SCHEDULED,
            MessageStatus.SENT,
            MessageStatus.FAILED,
            MessageStatus.CANCELLED,
        ],
        MessageStatus.SCHEDULED: [
            MessageStatus.SENT,
            MessageStatus.FAILED,
            MessageStatus.CANCELLED,
        ],
        MessageStatus.SENT: [MessageStatus.DELIVERED, MessageStatus.BOUNCED, MessageStatus.FAILED],
        MessageStatus.DELIVERED: [MessageStatus.READ],
        MessageStatus.FAILED: [MessageStatus.PENDING],
    },
    reason=frozenset(
        {
            (MessageStatus.DRAFT, MessageStatus.CANCELLED),
            (MessageStatus.PENDING, MessageStatus.CANCELLED),
            (MessageStatus.SCHEDULED, MessageStatus.CANCELLED),
        }
    ),
)
