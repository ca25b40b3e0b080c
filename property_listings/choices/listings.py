"""Closed lists of listings, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class ListingStatus(models.TextChoices):
    DRAFT = "draft"
    PENDING_REVIEW = "pending_review"
    ACTIVE = "active"
    PAUSED = "paused"
    ARCHIVED = "archived"


class ListingRuleType(models.TextChoices):
    CHECK_IN = "check_in"
    CHECK_OUT = "check_out"
    QUIET_HOURS = "quiet_hours"
    PETS = "pets"
    SMOKING = "smoking"
    PARTIES = "parties"
    PARKING = "parking"
    AGE = "age"
    TRASH = "trash"
    OTHER = "other"


class ListingBadgeType(models.TextChoices):
    SUPERHOST = "superhost"
    GUEST_FAVORITE = "guest_favorite"
    PREMIER_HOST = "premier_host"
    TOP_RATED = "top_rated"
    VERIFIED = "verified"
    SUSTAINABILITY = "sustainability"
    ACCESSIBILITY = "accessibility"
    LICENSE = "license"
    SAFETY = "safety"


class ListingBadgeStatus(models.TextChoices):
    ACTIVE = "active"
    AT_RISK = "at_risk"
    LOST = "lost"
    EXPIRED = "expired"


LISTING_STATUS = Transitions(
    field="status",
    values=ListingStatus,
    moves={
        ListingStatus.DRAFT: [
            ListingStatus.PENDING_REVIEW,
            ListingStatus.ACTIVE,
            ListingStatus.ARCHIVED,
        ],
        ListingStatus.PENDING_REVIEW: [
            ListingStatus.DRAFT,
            ListingStatus.ACTIVE,
            ListingStatus.ARCHIVED,
        ],
        ListingStatus.ACTIVE: [ListingStatus.PAUSED, ListingStatus.ARCHIVED],
        ListingStatus.PAUSED: [ListingStatus.ACTIVE, ListingStatus.ARCHIVED],
        ListingStatus.ARCHIVED: [ListingStatus.DRAFT],
    },
)
