"""Closed lists of claims, and how their statuses move."""

from django.db import models


class ClaimSubmissionTypeDeadlineBasis(models.TextChoices):
    CHECKOUT = "checkout"
    DISCOVERY = "discovery"
    INCIDENT = "incident"
    TRANSACTION = "transaction"
