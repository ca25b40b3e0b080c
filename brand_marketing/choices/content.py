"""Closed lists of content, and how their statuses move."""

from django.db import models


class CalendarEntryContentType(models.TextChoices):
    POST = "post"
    STORY = "story"
    REEL = "reel"
    BLOG = "blog"
    EMAIL = "email"
    VIDEO = "video"
    NEWSLETTER = "newsletter"
    AD = "ad"


class CalendarEntryChannel(models.TextChoices):
    INSTAGRAM = "instagram"
    FACEBOOK = "facebook"
    TIKTOK = "tiktok"
    YOUTUBE = "youtube"
    WEBSITE = "website"
    EMAIL = "email"
    GOOGLE_BUSINESS = "google_business"
    PINTEREST = "pinterest"
    LINKEDIN = "linkedin"


class CalendarEntryStatus(models.TextChoices):
    PLANNED = "planned"
    IN_CREATION = "in_creation"
    READY = "ready"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    SKIPPED = "skipped"


class CalendarEntryPriority(models.TextChoices):
    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class ContentPieceContentType(models.TextChoices):
    BLOG = "blog"
    SOCIAL = "social"
    EMAIL = "email"
    LANDING = "landing"
    DESCRIPTION = "description"
    AD_COPY = "ad_copy"
    NEWSLETTER = "newsletter"
    GUIDE = "guide"
    VIDEO_SCRIPT = "video_script"


class ContentPieceStatus(models.TextChoices):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class SeoKeywordSearchEngine(models.TextChoices):
    GOOGLE = "google"
    BING = "bing"
    DUCKDUCKGO = "duckduckgo"


class SeoKeywordIntent(models.TextChoices):
    INFORMATIONAL = "informational"
    NAVIGATIONAL = "navigational"
    COMMERCIAL = "commercial"
    TRANSACTIONAL = "transactional"


class SeoKeywordPriority(models.TextChoices):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class SeoRankingDevice(models.TextChoices):
    DESKTOP = "desktop"
    MOBILE = "mobile"
