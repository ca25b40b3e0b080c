"""Closed lists of contacts, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class ContactType(models.TextChoices):
    PERSON = "person"
    COMPANY = "company"
    TRUST = "trust"
    ESTATE = "estate"


class ContactStatus(models.TextChoices):
    ACTIVE = "active"
    INACTIVE = "inactive"
    MERGED = "merged"
    DECEASED = "deceased"


class ContactPhoneType(models.TextChoices):
    MOBILE = "mobile"
    HOME = "home"
    WORK = "work"
    OTHER = "other"


class ContactPreferredContactMethod(models.TextChoices):
    EMAIL = "email"
    PHONE = "phone"
    SMS = "sms"
    WHATSAPP = "whatsapp"
    PORTAL = "portal"


class ContactExternalSource(models.TextChoices):
    STREAMLINE = "streamline"
    AIRBNB = "airbnb"
    VRBO = "vrbo"
    BOOKING = "booking"
    MONDAY = "monday"
    MANUAL = "manual"
    WEBSITE = "website"


class ContactGroupType(models.TextChoices):
    DISTRIBUTION = "distribution"
    SEGMENT = "segment"
    TEAM = "team"
    MAILING = "mailing"
    OTHER = "other"


class ContactGroupMemberRole(models.TextChoices):
    MEMBER = "member"
    ADMIN = "admin"


class ContactNoteType(models.TextChoices):
    GENERAL = "general"
    COMMUNICATION = "communication"
    COMPLAINT = "complaint"
    PREFERENCE = "preference"
    WARNING = "warning"
    INTERACTION = "interaction"


class ContactMergeMatchMethod(models.TextChoices):
    EMAIL = "email"
    PHONE = "phone"
    NAME_ = "name"
    MANUAL = "manual"
    EXTERNAL_ID = "external_id"


CONTACT_STATUS = Transitions(
    field="status",
    values=ContactStatus,
    moves={
        ContactStatus.ACTIVE: [
            ContactStatus.INACTIVE,
            ContactStatus.MERGED,
            ContactStatus.DECEASED,
        ],
        ContactStatus.INACTIVE: [
            ContactStatus.ACTIVE,
            ContactStatus.MERGED,
            ContactStatus.DECEASED,
        ],
    },
)
