"""Closed lists of cooling, and how their statuses move."""

from django.db import models


class AcSystemType(models.TextChoices):
    CENTRAL = "central"
    SPLIT = "split"
    MINI_SPLIT = "mini_split"
    WINDOW = "window"
    PORTABLE = "portable"
    PTAC = "ptac"


class AcSystemCondition(models.TextChoices):
    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class AcSystemStatus(models.TextChoices):
    ACTIVE = "active"
    NEEDS_REPAIR = "needs_repair"
    OUT_OF_SERVICE = "out_of_service"
    REPLACED = "replaced"


class AcUnitType(models.TextChoices):
    INDOOR = "indoor"
    OUTDOOR = "outdoor"
    HANDLER = "handler"
    WINDOW = "window"
