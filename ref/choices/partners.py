"""Closed lists of partners, and how their statuses move."""

from django.db import models


class DocumentTypeCategory(models.TextChoices):
    CONTRACT = "contract"
    TAX = "tax"
    INSURANCE = "insurance"
    PERMIT = "permit"
    FINANCE = "finance"
    GUEST = "guest"
    PROPERTY = "property"
    HR = "hr"
    MARKETING = "marketing"
    OPERATIONS = "operations"
    LEGAL = "legal"
