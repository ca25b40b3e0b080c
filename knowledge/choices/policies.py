"""Closed lists of policies, and how their statuses move."""

from django.db import models


class CompanyPolicyCategory(models.TextChoices):
    HR = "hr"
    SAFETY = "safety"
    PRIVACY = "privacy"
    FINANCE = "finance"
    GUEST = "guest"
    OWNER = "owner"
    VENDOR = "vendor"
    SECURITY = "security"
    OPERATIONS = "operations"


class CompanyPolicyStatus(models.TextChoices):
    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    ARCHIVED = "archived"


class PolicyAcknowledgmentMethod(models.TextChoices):
    PORTAL = "portal"
    SIGNATURE = "signature"
    EMAIL = "email"
    IN_PERSON = "in_person"


class PolicyAcknowledgmentStatus(models.TextChoices):
    PENDING = "pending"
    ACKNOWLEDGED = "acknowledged"
    OVERDUE = "overdue"
    EXEMPT = "exempt"
