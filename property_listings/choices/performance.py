"""Closed lists of performance, and how their statuses move."""

from django.db import models


class ListingScoreAuditType(models.TextChoices):
    SCHEDULED = "scheduled"
    MANUAL = "manual"
    TRIGGERED = "triggered"
    ONBOARDING = "onboarding"


class CompetitorListingSetType(models.TextChoices):
    PRIMARY = "primary"
    SECONDARY = "secondary"
    ASPIRATIONAL = "aspirational"
    BUDGET = "budget"


class CompetitorListingPropertyType(models.TextChoices):
    CONDO = "condo"
    HOUSE = "house"
    TOWNHOUSE = "townhouse"
    VILLA = "villa"
    COTTAGE = "cottage"
    OTHER = "other"


class CompetitorListingPricePosition(models.TextChoices):
    UNDERPRICED = "underpriced"
    COMPETITIVE = "competitive"
    PREMIUM = "premium"
