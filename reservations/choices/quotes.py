"""Closed lists of quotes."""

from django.db import models


class QuoteLineKind(models.TextChoices):
    NIGHT = "night"
    DISCOUNT = "discount"
    FEE = "fee"
    TAX = "tax"
    PAYMENT = "payment"
