"""Closed lists of tickets, and how their statuses move."""

from django.db import models


class TicketTypeDefaultLaborAllocation(models.TextChoices):
    OWNER = "owner"
    COMPANY = "company"
    GUEST = "guest"


class ActivityTypeActivityCategory(models.TextChoices):
    CLEANING = "cleaning"
    INSPECTION = "inspection"
    MAINTENANCE = "maintenance"
    ADMIN = "admin"
    TRAVEL = "travel"
    CLAIMS = "claims"
    INVENTORY = "inventory"
    GUEST_SERVICE = "guest_service"
    TRAINING = "training"


class ActivityTypeBillableToDefault(models.TextChoices):
    OWNER = "owner"
    COMPANY = "company"
    GUEST = "guest"
    SPLIT = "split"


class LabelGroup(models.TextChoices):
    RISK = "RISK"
    THEME = "THEME"
    AI = "AI"
    OPS = "OPS"
    WORKFLOW = "WORKFLOW"
    BILLING = "BILLING"
    VISIBILITY = "VISIBILITY"
