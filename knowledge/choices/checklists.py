"""Closed lists of checklists, and how their statuses move."""

from django.db import models


class ChecklistType(models.TextChoices):
    CLEANING = "cleaning"
    INSPECTION = "inspection"
    MAINTENANCE = "maintenance"
    ONBOARDING = "onboarding"
    OFFBOARDING = "offboarding"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    SEASONAL = "seasonal"
    SAFETY = "safety"
    OFFICE = "office"


class ChecklistItemResponseType(models.TextChoices):
    CHECK = "check"
    YES_NO = "yes_no"
    NUMBER = "number"
    TEXT = "text"
    PHOTO = "photo"
    RATING = "rating"


class ChecklistRunStatus(models.TextChoices):
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
