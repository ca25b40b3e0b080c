"""Closed lists of onboarding, and how their statuses move."""

from django.db import models


class OnboardingTaskCategory(models.TextChoices):
    LEGAL = "legal"
    FINANCIAL = "financial"
    OPERATIONAL = "operational"
    LISTING = "listing"
    ACCESS = "access"
    INSPECTION = "inspection"
    PHOTOGRAPHY = "photography"
    INVENTORY = "inventory"
    COMMUNICATION = "communication"


class OnboardingProgressStatus(models.TextChoices):
    PENDING = "pending"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    SKIPPED = "skipped"
    BLOCKED = "blocked"


class PropertyAssessmentType(models.TextChoices):
    ON_SITE = "on_site"
    VIRTUAL = "virtual"
    DESKTOP = "desktop"


class PropertyAssessmentOverallCondition(models.TextChoices):
    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class PropertyAssessmentFurnishingStatus(models.TextChoices):
    FULLY_FURNISHED = "fully_furnished"
    PARTIALLY_FURNISHED = "partially_furnished"
    UNFURNISHED = "unfurnished"


class PropertyAssessmentPermitStatus(models.TextChoices):
    PERMITTED = "permitted"
    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    UNKNOWN = "unknown"
