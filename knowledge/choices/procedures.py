"""Closed lists of procedures, and how their statuses move."""

from django.db import models


class ProcedureCategory(models.TextChoices):
    CLEANING = "cleaning"
    MAINTENANCE = "maintenance"
    INSPECTION = "inspection"
    GUEST_SERVICE = "guest_service"
    OWNER_RELATIONS = "owner_relations"
    RESERVATIONS = "reservations"
    FINANCE = "finance"
    HR = "hr"
    SAFETY = "safety"
    MARKETING = "marketing"


class ProcedureStatus(models.TextChoices):
    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    ARCHIVED = "archived"
