"""Closed lists of advertising, and how their statuses move."""

from django.db import models


class AdCampaignAdPlatform(models.TextChoices):
    GOOGLE_ADS = "google_ads"
    META_ADS = "meta_ads"
    MICROSOFT_ADS = "microsoft_ads"
    TIKTOK_ADS = "tiktok_ads"
    PINTEREST_ADS = "pinterest_ads"
    EXPEDIA = "expedia"
    GOOGLE_HOTEL = "google_hotel"


class AdCampaignObjective(models.TextChoices):
    TRAFFIC = "traffic"
    BOOKINGS = "bookings"
    LEADS = "leads"
    AWARENESS = "awareness"
    RETARGETING = "retargeting"


class AdCampaignStatus(models.TextChoices):
    DRAFT = "draft"
    PENDING = "pending"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    REJECTED = "rejected"
    ARCHIVED = "archived"


class AdCreativeType(models.TextChoices):
    IMAGE = "image"
    VIDEO = "video"
    CAROUSEL = "carousel"
    TEXT = "text"
    RESPONSIVE = "responsive"


class AdCreativeStatus(models.TextChoices):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    ACTIVE = "active"
    PAUSED = "paused"
    REJECTED = "rejected"


class ReferralProgramAudience(models.TextChoices):
    GUEST = "guest"
    HOMEOWNER = "homeowner"
    TEAM = "team"
    PARTNER = "partner"


class ReferralProgramReferrerRewardType(models.TextChoices):
    CREDIT = "credit"
    CASH = "cash"
    GIFT_CARD = "gift_card"
    DISCOUNT = "discount"
    NIGHTS = "nights"


class ReferralProgramRefereeRewardType(models.TextChoices):
    CREDIT = "credit"
    CASH = "cash"
    DISCOUNT = "discount"
    NONE = "none"


class ReferralProgramStatus(models.TextChoices):
    DRAFT = "draft"
    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class ReferralAttributionModel(models.TextChoices):
    FIRST_TOUCH = "first_touch"
    LAST_TOUCH = "last_touch"
    LINEAR = "linear"
    POSITION = "position"


class ReferralStatus(models.TextChoices):
    INVITED = "invited"
    CLICKED = "clicked"
    BOOKED = "booked"
    QUALIFIED = "qualified"
    REWARDED = "rewarded"
    EXPIRED = "expired"
    REJECTED = "rejected"
