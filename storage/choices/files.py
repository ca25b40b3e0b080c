"""Closed lists of files, and how their statuses move."""

from django.db import models


class StoredFileType(models.TextChoices):
    IMAGE = "image"
    DOCUMENT = "document"
    VIDEO = "video"
    AUDIO = "audio"
    ARCHIVE = "archive"
    OTHER = "other"


class StoredFileStorageBackend(models.TextChoices):
    LOCAL = "local"
    S3 = "s3"
    SUPABASE = "supabase"
    EXTERNAL = "external"


class StoredFileVisibility(models.TextChoices):
    INTERNAL = "internal"
    OWNER = "owner"
    GUEST = "guest"
    PUBLIC = "public"


class StoredFileVirusScanStatus(models.TextChoices):
    PENDING = "pending"
    CLEAN = "clean"
    INFECTED = "infected"
    SKIPPED = "skipped"


class TicketFileContextType(models.TextChoices):
    BEFORE = "before"
    AFTER = "after"
    DAMAGE = "damage"
    RECEIPT = "receipt"
    COMPLETION = "completion"
    QUOTE = "quote"
    INVOICE = "invoice"
    OTHER = "other"


class InspectionFileContextType(models.TextChoices):
    ISSUE = "issue"
    ROOM = "room"
    COMPLETION = "completion"
    CHECKLIST_ITEM = "checklist_item"


class RoomFileContextType(models.TextChoices):
    REFERENCE = "reference"
    CURRENT = "current"
    ISSUE = "issue"
