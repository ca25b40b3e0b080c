"""Closed lists of linens, and how their statuses move."""

from django.db import models


class LinenTypeCategory(models.TextChoices):
    BED = "bed"
    BATH = "bath"
    KITCHEN = "kitchen"
    POOL = "pool"
    OTHER = "other"


class LinenTypeMaterial(models.TextChoices):
    COTTON = "cotton"
    MICROFIBER = "microfiber"
    BAMBOO = "bamboo"
    LINEN = "linen"
    BLEND = "blend"


class LinenItemStatus(models.TextChoices):
    IN_SERVICE = "in_service"
    LAUNDRY = "laundry"
    DAMAGED = "damaged"
    LOST = "lost"
    RETIRED = "retired"


class LinenItemCondition(models.TextChoices):
    NEW = "new"
    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class LinenItemCurrentLocation(models.TextChoices):
    PROPERTY = "property"
    LAUNDRY = "laundry"
    STORAGE = "storage"
    TRANSIT = "transit"


class LinenItemRetirementReason(models.TextChoices):
    WEAR = "wear"
    STAIN = "stain"
    DAMAGE = "damage"
    LOST = "lost"
    RECALLED = "recalled"


class LinenDeliveryType(models.TextChoices):
    SCHEDULED = "scheduled"
    EMERGENCY = "emergency"
    EXCHANGE = "exchange"
    PURCHASE = "purchase"
    RENTAL = "rental"


class LinenDeliveryStatus(models.TextChoices):
    SCHEDULED = "scheduled"
    IN_TRANSIT = "in_transit"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class LinenCountType(models.TextChoices):
    FULL = "full"
    SPOT = "spot"
    MONTHLY = "monthly"
    TURNOVER = "turnover"
    AUDIT = "audit"


class LinenCountStatus(models.TextChoices):
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    VERIFIED = "verified"


class LinenIssueType(models.TextChoices):
    DAMAGE = "damage"
    LOSS = "loss"
    STAIN = "stain"
    WEAR = "wear"
    QUALITY = "quality"


class LinenIssueStatus(models.TextChoices):
    OPEN = "open"
    INVESTIGATING = "investigating"
    RESOLVED = "resolved"
    WRITTEN_OFF = "written_off"


class LinenIssueCause(models.TextChoices):
    GUEST = "guest"
    WEAR = "wear"
    LAUNDRY = "laundry"
    UNKNOWN = "unknown"


class LinenOrderStatus(models.TextChoices):
    DRAFT = "draft"
    PENDING = "pending"
    ORDERED = "ordered"
    SHIPPED = "shipped"
    PARTIAL = "partial"
    RECEIVED = "received"
    CANCELLED = "cancelled"
