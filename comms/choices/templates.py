"""Closed lists of templates, and how their statuses move."""

from django.db import models


class MessageTemplateCategory(models.TextChoices):
    BOOKING = "booking"
    PRE_ARRIVAL = "pre_arrival"
    CHECK_IN = "check_in"
    IN_STAY = "in_stay"
    CHECK_OUT = "check_out"
    POST_STAY = "post_stay"
    OWNER = "owner"
    VENDOR = "vendor"
    TEAM = "team"
    MARKETING = "marketing"
    BILLING = "billing"


class MessageTemplateStatus(models.TextChoices):
    DRAFT = "draft"
    ACTIVE = "active"
    ARCHIVED = "archived"


class MessageChannelProvider(models.TextChoices):
    TWILIO = "twilio"
    SENDGRID = "sendgrid"
    SMTP = "smtp"
    IMAP = "imap"
    AIRBNB = "airbnb"
    VRBO = "vrbo"
    WHATSAPP = "whatsapp"
    INTERNAL = "internal"
    OTHER = "other"


class MessageChannelDirection(models.TextChoices):
    INBOUND = "inbound"
    OUTBOUND = "outbound"
    BOTH = "both"


class ChannelSettingEnvironment(models.TextChoices):
    PRODUCTION = "production"
    STAGING = "staging"
    DEVELOPMENT = "development"
    ALL = "all"
