"""Closed lists of articles, and how their statuses move."""

from django.db import models


class ArticleType(models.TextChoices):
    SOP = "sop"
    GUIDE = "guide"
    FAQ = "faq"
    REFERENCE = "reference"
    POLICY = "policy"
    TROUBLESHOOTING = "troubleshooting"


class ArticleStatus(models.TextChoices):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class ArticleVisibility(models.TextChoices):
    INTERNAL = "internal"
    TEAM = "team"
    OWNER = "owner"
    GUEST = "guest"
    PUBLIC = "public"


class ArticleTagSource(models.TextChoices):
    MANUAL = "manual"
    AI = "ai"
    IMPORT = "import"


class FaqAudience(models.TextChoices):
    GUEST = "guest"
    OWNER = "owner"
    TEAM = "team"
    VENDOR = "vendor"
    PUBLIC = "public"


class FaqStatus(models.TextChoices):
    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class FaqCategoryCode(models.TextChoices):
    BOOKING = "booking"
    PAYMENT = "payment"
    CHECK_IN = "check_in"
    CHECK_OUT = "check_out"
    AMENITIES = "amenities"
    WIFI = "wifi"
    PARKING = "parking"
    PETS = "pets"
    CANCELLATION = "cancellation"
    DAMAGE = "damage"
    LOCAL = "local"
    OWNER_STATEMENTS = "owner_statements"
    MAINTENANCE = "maintenance"
    OTHER = "other"


class ArticleFeedbackType(models.TextChoices):
    HELPFUL = "helpful"
    NOT_HELPFUL = "not_helpful"
    COMMENT = "comment"
    CORRECTION = "correction"
    OUTDATED = "outdated"
    IMPACT = "impact"


class ArticleFeedbackStatus(models.TextChoices):
    NEW = "new"
    REVIEWED = "reviewed"
    ACTIONED = "actioned"
    DISMISSED = "dismissed"
