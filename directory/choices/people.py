"""Closed lists of people, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class GuestStatus(models.TextChoices):
    ACTIVE = "active"
    INACTIVE = "inactive"
    NURTURE = "nurture"
    BLOCKED = "blocked"


class GuestLoyaltyTier(models.TextChoices):
    BRONZE = "bronze"
    SILVER = "silver"
    GOLD = "gold"
    PLATINUM = "platinum"


class GuestType(models.TextChoices):
    LEISURE = "leisure"
    BUSINESS = "business"
    GROUP = "group"
    FAMILY = "family"
    CORPORATE = "corporate"


class HomeownerOwnerStatus(models.TextChoices):
    ACTIVE = "active"
    ONBOARDING = "onboarding"
    OFFBOARDING = "offboarding"
    INACTIVE = "inactive"
    CHURNED = "churned"


class HomeownerOwnerType(models.TextChoices):
    INDIVIDUAL = "individual"
    TRUST = "trust"
    LLC = "llc"
    CORPORATION = "corporation"
    PARTNERSHIP = "partnership"
    ESTATE = "estate"


class HomeownerCommunicationPreference(models.TextChoices):
    EMAIL = "email"
    PHONE = "phone"
    SMS = "sms"
    PORTAL = "portal"


class HomeownerCommunicationFrequency(models.TextChoices):
    MINIMAL = "minimal"
    STANDARD = "standard"
    DETAILED = "detailed"


class HomeownerTrustLevel(models.TextChoices):
    NEW = "new"
    STANDARD = "standard"
    TRUSTED = "trusted"
    VIP = "vip"


class HomeownerEscalationPriority(models.TextChoices):
    STANDARD = "standard"
    HIGH = "high"
    URGENT = "urgent"


class HomeownerTaxClassification(models.TextChoices):
    INDIVIDUAL = "individual"
    LLC = "llc"
    C_CORP = "c_corp"
    S_CORP = "s_corp"
    PARTNERSHIP = "partnership"
    TRUST = "trust"


class HomeownerPaymentMethod(models.TextChoices):
    ACH = "ach"
    CHECK = "check"
    WIRE = "wire"


class HomeownerStatementDelivery(models.TextChoices):
    EMAIL = "email"
    MAIL = "mail"
    PORTAL = "portal"
    BOTH = "both"


class HomeownerStatementFrequency(models.TextChoices):
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class HomeownerReportDetailLevel(models.TextChoices):
    SUMMARY = "summary"
    DETAILED = "detailed"


class OwnershipType(models.TextChoices):
    PRIMARY = "primary"
    SECONDARY = "secondary"
    TRUST = "trust"
    LLC = "llc"
    BENEFICIAL = "beneficial"


class OwnershipRole(models.TextChoices):
    OWNER = "owner"
    TRUSTEE = "trustee"
    MANAGER = "manager"
    ATTORNEY_IN_FACT = "attorney_in_fact"


GUEST_GUEST_STATUS = Transitions(
    field="guest_status",
    values=GuestStatus,
    moves={
        GuestStatus.ACTIVE: [GuestStatus.INACTIVE, GuestStatus.NURTURE, GuestStatus.BLOCKED],
        GuestStatus.INACTIVE: [GuestStatus.ACTIVE, GuestStatus.NURTURE],
        GuestStatus.NURTURE: [GuestStatus.ACTIVE, GuestStatus.INACTIVE, GuestStatus.BLOCKED],
        GuestStatus.BLOCKED: [GuestStatus.ACTIVE],
    },
    reason=frozenset(
        {(GuestStatus.ACTIVE, GuestStatus.BLOCKED), (GuestStatus.NURTURE, GuestStatus.BLOCKED)}
    ),
    approval=frozenset(
        {(GuestStatus.ACTIVE, GuestStatus.BLOCKED), (GuestStatus.NURTURE, GuestStatus.BLOCKED)}
    ),
)

HOMEOWNER_OWNER_STATUS = Transitions(
    field="owner_status",
    values=HomeownerOwnerStatus,
    moves={
        HomeownerOwnerStatus.ONBOARDING: [
            HomeownerOwnerStatus.ACTIVE,
            HomeownerOwnerStatus.INACTIVE,
        ],
        HomeownerOwnerStatus.ACTIVE: [
            HomeownerOwnerStatus.OFFBOARDING,
            HomeownerOwnerStatus.INACTIVE,
        ],
        HomeownerOwnerStatus.OFFBOARDING: [
            HomeownerOwnerStatus.CHURNED,
            HomeownerOwnerStatus.ACTIVE,
        ],
        HomeownerOwnerStatus.INACTIVE: [HomeownerOwnerStatus.ACTIVE, HomeownerOwnerStatus.CHURNED],
    },
    reason=frozenset({(HomeownerOwnerStatus.ACTIVE, HomeownerOwnerStatus.OFFBOARDING)}),
)
