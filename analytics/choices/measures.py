"""Closed lists of measures, and how their statuses move."""

from django.db import models


class GuestLifetimeValuePriceSensitivity(models.TextChoices):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    UNKNOWN = "unknown"


class GuestLifetimeValueSegment(models.TextChoices):
    VIP = "vip"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NEW = "new"


class RevenueSummaryPropertyType(models.TextChoices):
    ALL = "all"
    CONDO = "condo"
    HOUSE = "house"
    TOWNHOUSE = "townhouse"
    VILLA = "villa"
    OTHER = "other"
