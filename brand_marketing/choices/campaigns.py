"""Closed lists of campaigns, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class MarketingCampaignType(models.TextChoices):
    EMAIL = "email"
    SOCIAL = "social"
    PAID = "paid"
    RETARGETING = "retargeting"
    SMS = "sms"
    CONTENT = "content"
    REFERRAL = "referral"
    MULTI_CHANNEL = "multi_channel"


class MarketingCampaignGoal(models.TextChoices):
    AWARENESS = "awareness"
    BOOKINGS = "bookings"
    REPEAT_STAYS = "repeat_stays"
    GAP_NIGHTS = "gap_nights"
    REVIEWS = "reviews"
    OWNER_LEADS = "owner_leads"
    NEWSLETTER = "newsletter"


class MarketingCampaignStatus(models.TextChoices):
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class CampaignAudienceSegmentType(models.TextChoices):
    STATIC = "static"
    DYNAMIC = "dynamic"


class CampaignAudienceStatus(models.TextChoices):
    ACTIVE = "active"
    ARCHIVED = "archived"


class CampaignContentRole(models.TextChoices):
    EMAIL = "email"
    LANDING = "landing"
    POST = "post"
    AD = "ad"
    IMAGE = "image"
    VIDEO = "video"
    HEADLINE = "headline"
    SMS = "sms"


class CampaignContentStatus(models.TextChoices):
    DRAFT = "draft"
    APPROVED = "approved"
    LIVE = "live"
    RETIRED = "retired"


class CampaignChannelChannel(models.TextChoices):
    EMAIL = "email"
    SMS = "sms"
    INSTAGRAM = "instagram"
    FACEBOOK = "facebook"
    TIKTOK = "tiktok"
    YOUTUBE = "youtube"
    GOOGLE_ADS = "google_ads"
    META_ADS = "meta_ads"
    WEBSITE = "website"
    OTA = "ota"
    PRINT = "print"
    PARTNER = "partner"


class CampaignChannelStatus(models.TextChoices):
    PLANNED = "planned"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class CampaignMetricChannel(models.TextChoices):
    EMAIL = "email"
    SMS = "sms"
    INSTAGRAM = "instagram"
    FACEBOOK = "facebook"
    TIKTOK = "tiktok"
    YOUTUBE = "youtube"
    GOOGLE_ADS = "google_ads"
    META_ADS = "meta_ads"
    WEBSITE = "website"
    OTA = "ota"
    PRINT = "print"
    PARTNER = "partner"
    ALL = "all"


class CampaignMetricAttributionModel(models.TextChoices):
    FIRST_TOUCH = "first_touch"
    LAST_TOUCH = "last_touch"
    LINEAR = "linear"
    POSITION = "position"


class EmailListType(models.TextChoices):
    MARKETING = "marketing"
    NEWSLETTER = "newsletter"
    OWNER = "owner"
    VENDOR = "vendor"
    TRANSACTIONAL = "transactional"


class EmailSubscriberStatus(models.TextChoices):
    PENDING = "pending"
    SUBSCRIBED = "subscribed"
    UNSUBSCRIBED = "unsubscribed"
    BOUNCED = "bounced"
    COMPLAINED = "complained"
    CLEANED = "cleaned"


class EmailSubscriberSource(models.TextChoices):
    WEBSITE = "website"
    BOOKING = "booking"
    IMPORT = "import"
    MANUAL = "manual"
    EVENT = "event"
    REFERRAL = "referral"


MARKETING_CAMPAIGN_STATUS = Transitions(
    field="status",
    values=MarketingCampaignStatus,
    moves={
        MarketingCampaignStatus.DRAFT: [
            MarketingCampaignStatus.SCHEDULED,
            MarketingCampaignStatus.ACTIVE,
            MarketingCampaignStatus.CANCELLED,
        ],
        MarketingCampaignStatus.SCHEDULED: [
            MarketingCampaignStatus.ACTIVE,
            MarketingCampaignStatus.CANCELLED,
            MarketingCampaignStatus.DRAFT,
        ],
        MarketingCampaignStatus.ACTIVE: [
            MarketingCampaignStatus.PAUSED,
            MarketingCampaignStatus.COMPLETED,
            MarketingCampaignStatus.CANCELLED,
        ],
        MarketingCampaignStatus.PAUSED: [
            MarketingCampaignStatus.ACTIVE,
            MarketingCampaignStatus.CANCELLED,
            MarketingCampaignStatus.COMPLETED,
        ],
    },
    reason=frozenset(
        {
            (MarketingCampaignStatus.DRAFT, MarketingCampaignStatus.CANCELLED),
            (MarketingCampaignStatus.SCHEDULED, MarketingCampaignStatus.CANCELLED),
            (MarketingCampaignStatus.ACTIVE, MarketingCampaignStatus.CANCELLED),
            (MarketingCampaignStatus.PAUSED, MarketingCampaignStatus.CANCELLED),
        }
    ),
)
