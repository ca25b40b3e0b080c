"""Closed lists of pricing, and how their statuses move."""

from django.db import models


class PricingRuleType(models.TextChoices):
    BASE = "base"
    SEASONAL = "seasonal"
    EVENT = "event"
    LAST_MINUTE = "last_minute"
    EARLY_BIRD = "early_bird"
    LENGTH_OF_STAY = "length_of_stay"
    OCCUPANCY = "occupancy"
    DAY_OF_WEEK = "day_of_week"
    GAP_NIGHT = "gap_night"
    ORPHAN_NIGHT = "orphan_night"


class PricingRuleAdjustmentType(models.TextChoices):
    PERCENTAGE = "percentage"
    FIXED = "fixed"
    SET_RATE = "set_rate"


class PricingRuleStacking(models.TextChoices):
    MULTIPLY = "multiply"
    OVERRIDE = "override"
    EXCLUSIVE = "exclusive"


class PricingAdjustmentType(models.TextChoices):
    MANUAL = "manual"
    EVENT = "event"
    PROMOTION = "promotion"
    MODEL = "model"
    OWNER_REQUEST = "owner_request"
    FLOOR = "floor"
    CEILING = "ceiling"


class SeasonalRateSeasonType(models.TextChoices):
    PEAK = "peak"
    HIGH = "high"
    SHOULDER = "shoulder"
    LOW = "low"
    HOLIDAY = "holiday"
    FESTIVE = "festive"


class SeasonalRateSeasonLevel(models.TextChoices):
    PRIMARY = "primary"
    OVERLAY = "overlay"


class EventPricingEventType(models.TextChoices):
    HOLIDAY = "holiday"
    FESTIVAL = "festival"
    SPORTS = "sports"
    CONFERENCE = "conference"
    SCHOOL_BREAK = "school_break"
    CONCERT = "concert"
    CRUISE = "cruise"
    OTHER = "other"


class EventPricingDemandLevel(models.TextChoices):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    EXTREME = "extreme"


class EventPricingStatus(models.TextChoices):
    PROPOSED = "proposed"
    APPROVED = "approved"
    ACTIVE = "active"
    EXPIRED = "expired"
    REJECTED = "rejected"


class PricingRecommendationType(models.TextChoices):
    RATE = "rate"
    MIN_STAY = "min_stay"
    PROMOTION = "promotion"
    EXPERIMENT = "experiment"


class PricingRecommendationExperimentWinner(models.TextChoices):
    A = "a"
    B = "b"
    TIE = "tie"
    NONE = "none"


class PricingRecommendationStatus(models.TextChoices):
    PENDING = "pending"
    ACCEPTED = "accepted"
    MODIFIED = "modified"
    REJECTED = "rejected"
    APPLIED = "applied"
    EXPIRED = "expired"


class RateChangeSource(models.TextChoices):
    RULE = "rule"
    ADJUSTMENT = "adjustment"
    SEASON = "season"
    EVENT = "event"
    MODEL = "model"
    MANUAL = "manual"
    CHANNEL = "channel"
    IMPORT = "import"


class PricingLogEventType(models.TextChoices):
    CALCULATED = "calculated"
    PUSHED = "pushed"
    IMPRESSION = "impression"
    QUOTE = "quote"
    OVERRIDE = "override"
    ERROR = "error"


class PricingLogTriggeredBy(models.TextChoices):
    SYSTEM = "system"
    USER = "user"
    AGENT = "agent"
    CHANNEL = "channel"
