"""Closed lists of inspections, and how their statuses move."""

from django.db import models


class InspectionCategoryScoreGroup(models.TextChoices):
    CLEANLINESS = "cleanliness"
    MAINTENANCE = "maintenance"
    INVENTORY = "inventory"
    SAFETY = "safety"
    OTHER = "other"


class IssueSeverityAutoCreatesTicket(models.TextChoices):
    YES = "yes"
    OPTIONAL = "optional"
    NO = "no"


class CleaningTypeDefaultBilling(models.TextChoices):
    GUEST = "guest"
    OWNER = "owner"
    COMPANY = "company"
