"""Closed lists of interests, and how their statuses move."""

from django.db import models


class LimitationTypeLimitationGroup(models.TextChoices):
    MOBILITY = "mobility"
    DIETARY = "dietary"
    ALLERGY = "allergy"
    MEDICAL = "medical"
    FEAR = "fear"
    SENSORY = "sensory"
    AGE = "age"
    OTHER = "other"
