"""Closed lists of costs, and how their statuses move."""

from django.db import models


class TicketVendorRole(models.TextChoices):
    PRIMARY = "PRIMARY"
    SECONDARY = "SECONDARY"
    QUOTE_ONLY = "QUOTE_ONLY"


class TicketVendorType(models.TextChoices):
    THIRD_PARTY = "Third Party"
    PREFERRED = "Preferred"
    EMERGENCY = "Emergency"
    IN_HOUSE = "In-House"


class TicketVendorStatus(models.TextChoices):
    REQUESTED = "Requested"
    SCHEDULED = "Scheduled"
    CONFIRMED = "Confirmed"
    COMPLETED = "Completed"
    CANCELLED = "Cancelled"
    NO_SHOW = "No-Show"


class TicketCostType(models.TextChoices):
    LABOR = "labor"
    SUPPLIES = "supplies"
    PARTS = "parts"
    VENDOR_SERVICE = "vendor_service"
    ADJUSTMENT = "adjustment"
    TRAVEL = "travel"
    OTHER = "other"


class TicketCostAllocation(models.TextChoices):
    OWNER = "owner"
    COMPANY = "company"
    GUEST = "guest"
    SPLIT = "split"
    CLAIM = "claim"


class TicketPurchaseStatus(models.TextChoices):
    REQUESTED = "Requested"
    ORDERED = "Ordered"
    SHIPPED = "Shipped"
    DELIVERED = "Delivered"
    RETURNED = "Returned"
    CANCELLED = "Cancelled"


class TicketPurchasePaymentMethod(models.TextChoices):
    COMPANY_CARD = "company_card"
    PERSONAL_REIMBURSE = "personal_reimburse"
    VENDOR_ACCOUNT = "vendor_account"
    CASH = "cash"
