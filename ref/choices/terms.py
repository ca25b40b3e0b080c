"""Closed lists of the terms that stays are sold under."""

from django.db import models


class TaxBaseRule(models.TextChoices):
    REQUIRED_CHARGES = "required_charges"
    TAXABLE_CHARGES = "taxable_charges"


class CancellationKind(models.TextChoices):
    FLEXIBLE = "flexible"
    MODERATE = "moderate"
    LIMITED = "limited"
    RELAXED = "relaxed"
    FIRM = "firm"
    STRICT = "strict"
    NON_REFUNDABLE = "non_refundable"
