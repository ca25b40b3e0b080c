"""Closed lists of vendors, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class CompanyType(models.TextChoices):
    VENDOR = "vendor"
    SUPPLIER = "supplier"
    PARTNER = "partner"
    OTA = "ota"
    INSURANCE = "insurance"
    HOA = "hoa"
    LINEN_SERVICE = "linen_service"
    OTHER = "other"


class CompanyPaymentTerms(models.TextChoices):
    DUE_ON_RECEIPT = "due_on_receipt"
    NET15 = "net15"
    NET30 = "net30"
    NET60 = "net60"


class CompanyStatus(models.TextChoices):
    ACTIVE = "active"
    INACTIVE = "inactive"
    SUSPENDED = "suspended"


class VendorType(models.TextChoices):
    SERVICE = "service"
    SUPPLIER = "supplier"
    CONTRACTOR = "contractor"


class VendorTier(models.TextChoices):
    PREFERRED = "preferred"
    STANDARD = "standard"
    BACKUP = "backup"
    EMERGENCY_ONLY = "emergency_only"


class VendorAssignmentType(models.TextChoices):
    PREFERRED = "preferred"
    BACKUP = "backup"
    DO_NOT_USE = "do_not_use"


COMPANY_STATUS = Transitions(
    field="status",
    values=CompanyStatus,
    moves={
        CompanyStatus.ACTIVE: [CompanyStatus.INACTIVE, CompanyStatus.SUSPENDED],
        CompanyStatus.SUSPENDED: [CompanyStatus.ACTIVE, CompanyStatus.INACTIVE],
        CompanyStatus.INACTIVE: [CompanyStatus.ACTIVE],
    },
    reason=frozenset({(CompanyStatus.ACTIVE, CompanyStatus.SUSPENDED)}),
)
