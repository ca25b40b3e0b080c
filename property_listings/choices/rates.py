"""Closed lists of rates, and how their statuses move."""

from django.db import models


class ListingAvailabilityBlockType(models.TextChoices):
    HOLD = "hold"
    OWNER_STAY = "owner_stay"
    MAINTENANCE = "maintenance"
    SEASON_CLOSED = "season_closed"
    BOOKING_WINDOW = "booking_window"
    RENOVATION = "renovation"
    OPEN = "open"


class ListingAvailabilitySource(models.TextChoices):
    MANUAL = "manual"
    PMS = "pms"
    CHANNEL = "channel"
    OWNER_PORTAL = "owner_portal"
    RULE = "rule"


class ListingPromotionType(models.TextChoices):
    PERCENT_OFF = "percent_off"
    AMOUNT_OFF = "amount_off"
    FREE_NIGHT = "free_night"
    EARLY_BIRD = "early_bird"
    LAST_MINUTE = "last_minute"
    LONG_STAY = "long_stay"
    RETURNING_GUEST = "returning_guest"
    FLASH_SALE = "flash_sale"


class ListingPromotionStatus(models.TextChoices):
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    ACTIVE = "active"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
