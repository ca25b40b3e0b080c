"""Closed lists of charges, and how their statuses move."""

from django.db import models


class FeeTypeFeeCategory(models.TextChoices):
    MANDATORY = "mandatory"
    OPTIONAL = "optional"
    TAX = "tax"
    PLATFORM = "platform"
    DEPOSIT = "deposit"


class FeeTypeCalculationMethod(models.TextChoices):
    FLAT = "flat"
    PERCENT = "percent"
    PER_NIGHT = "per_night"
    PER_GUEST = "per_guest"
    PER_PET = "per_pet"
    PER_GUEST_NIGHT = "per_guest_night"


class FeeRateScopeLevel(models.TextChoices):
    GLOBAL = "global"
    PLATFORM = "platform"
    RESORT = "resort"
    PROPERTY = "property"


class FeeRateType(models.TextChoices):
    FLAT = "flat"
    PERCENT = "percent"
    PER_NIGHT = "per_night"
    PER_GUEST = "per_guest"
    PER_PET = "per_pet"
    PER_GUEST_NIGHT = "per_guest_night"


class ExpenseCategoryDefaultBearer(models.TextChoices):
    OWNER = "owner"
    COMPANY = "company"
    GUEST = "guest"


class TaxTypeLevel(models.TextChoices):
    FEDERAL = "federal"
    STATE = "state"
    COUNTY = "county"
    CITY = "city"


class TaxTypeAppliesTo(models.TextChoices):
    RENTAL = "rental"
    GOODS = "goods"
    PAYROLL = "payroll"
    INCOME = "income"
    PROPERTY = "property"


class TaxTypeFilingFrequency(models.TextChoices):
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    ANNUAL = "annual"
