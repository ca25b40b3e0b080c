"""Closed lists of conversations, and how their statuses move."""

from django.db import models


class AgentConversationSentiment(models.TextChoices):
    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"
    MIXED = "mixed"


class AgentConversationResolutionType(models.TextChoices):
    SELF_SERVICE = "self_service"
    ESCALATED = "escalated"
    PENDING = "pending"
    ABANDONED = "abandoned"


class AgentConversationStatus(models.TextChoices):
    OPEN = "open"
    WAITING = "waiting"
    HANDED_OFF = "handed_off"
    CLOSED = "closed"


class AgentMessageRole(models.TextChoices):
    USER = "user"
    ASSISTANT = "assistant"
    SYSTEM = "system"
    TOOL = "tool"


class AgentMessageContentType(models.TextChoices):
    TEXT = "text"
    IMAGE = "image"
    AUDIO = "audio"
    FILE = "file"


class AgentMessageSentiment(models.TextChoices):
    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class AgentFeedbackType(models.TextChoices):
    THUMBS_UP = "thumbs_up"
    THUMBS_DOWN = "thumbs_down"
    CORRECTION = "correction"
    RATING = "rating"
    COMMENT = "comment"


class AgentHandoffStatus(models.TextChoices):
    PENDING = "pending"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    COMPLETED = "completed"


class AgentEscalationStatus(models.TextChoices):
    PENDING = "pending"
    ACKNOWLEDGED = "acknowledged"
    RESOLVED = "resolved"
    DISMISSED = "dismissed"
