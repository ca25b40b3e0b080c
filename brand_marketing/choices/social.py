"""Closed lists of social, and how their statuses move."""

from django.db import models


class SocialAccountPlatform(models.TextChoices):
    INSTAGRAM = "instagram"
    FACEBOOK = "facebook"
    TIKTOK = "tiktok"
    YOUTUBE = "youtube"
    X = "x"
    LINKEDIN = "linkedin"
    PINTEREST = "pinterest"
    GOOGLE_BUSINESS = "google_business"


class SocialAccountStatus(models.TextChoices):
    ACTIVE = "active"
    DISCONNECTED = "disconnected"
    ARCHIVED = "archived"


class SocialPostType(models.TextChoices):
    POST = "post"
    STORY = "story"
    REEL = "reel"
    VIDEO = "video"
    CAROUSEL = "carousel"
    LIVE = "live"


class SocialPostStatus(models.TextChoices):
    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    SCHEDULED = "scheduled"
    PUBLISHING = "publishing"
    PUBLISHED = "published"
    FAILED = "failed"
    DELETED = "deleted"
