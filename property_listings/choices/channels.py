"""Closed lists of channels, and how their statuses move."""

from django.db import models


class ChannelListingStatus(models.TextChoices):
    PENDING = "pending"
    ACTIVE = "active"
    PAUSED = "paused"
    SUSPENDED = "suspended"
    DELISTED = "delisted"


class ChannelListingSyncStatus(models.TextChoices):
    SYNCED = "synced"
    PENDING = "pending"
    ERROR = "error"
    DISABLED = "disabled"


class ChannelListingCancellationPolicy(models.TextChoices):
    FLEXIBLE = "flexible"
    MODERATE = "moderate"
    FIRM = "firm"
    STRICT = "strict"
    NON_REFUNDABLE = "non_refundable"


class ChannelMappingDirection(models.TextChoices):
    PUSH = "push"
    PULL = "pull"
    BOTH = "both"


class ChannelSyncType(models.TextChoices):
    FULL = "full"
    PARTIAL = "partial"
    CONTENT_ONLY = "content_only"
    PHOTOS_ONLY = "photos_only"
    PRICING = "pricing"
    AVAILABILITY = "availability"
    CALENDAR = "calendar"
    RESERVATIONS = "reservations"
    REVIEWS = "reviews"


class ChannelSyncDirection(models.TextChoices):
    PUSH = "push"
    PULL = "pull"
    BIDIRECTIONAL = "bidirectional"


class ChannelSyncStatus(models.TextChoices):
    SUCCESS = "success"
    ERROR = "error"
    PARTIAL = "partial"
    SKIPPED = "skipped"


class ChannelSyncTriggeredBy(models.TextChoices):
    USER = "user"
    SCHEDULED = "scheduled"
    WEBHOOK = "webhook"
    AGENT = "agent"


class ChannelErrorType(models.TextChoices):
    AUTH = "auth"
    VALIDATION = "validation"
    RATE_LIMIT = "rate_limit"
    MAPPING = "mapping"
    CONFLICT = "conflict"
    NETWORK = "network"
    UNKNOWN = "unknown"


class ChannelErrorSeverity(models.TextChoices):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"


class ChannelErrorStatus(models.TextChoices):
    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    RESOLVED = "resolved"
    IGNORED = "ignored"
