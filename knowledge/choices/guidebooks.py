"""Closed lists of guidebooks, and how their statuses move."""

from django.db import models


class GuidebookStatus(models.TextChoices):
    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class GuidebookSectionType(models.TextChoices):
    ARRIVAL = "arrival"
    ACCESS = "access"
    WIFI = "wifi"
    PARKING = "parking"
    APPLIANCES = "appliances"
    HOUSE_RULES = "house_rules"
    SAFETY = "safety"
    CHECKOUT = "checkout"
    AMENITIES = "amenities"
    LOCAL_TIPS = "local_tips"
    DINING = "dining"
    BEACHES = "beaches"
    EMERGENCY = "emergency"
    CONTACTS = "contacts"
    OTHER = "other"


class GlossaryTermCategory(models.TextChoices):
    OPERATIONS = "operations"
    FINANCE = "finance"
    GUEST = "guest"
    OWNER = "owner"
    PROPERTY = "property"
    HAWAIIAN = "hawaiian"
    TECHNOLOGY = "technology"
    LEGAL = "legal"
