"""Closed lists of work, and how their statuses move."""

from django.db import models


class TicketTimeEntryRole(models.TextChoices):
    ONSITE = "onsite"
    REMOTE = "remote"
    TRAVEL = "travel"
    REPORTING = "reporting"


class InspectionTimeEntryRole(models.TextChoices):
    INSPECTION = "inspection"
    FOLLOWUP = "followup"
    REPORT = "report"
    TRAVEL = "travel"


class TicketShiftRole(models.TextChoices):
    PRIMARY = "PRIMARY"
    BACKUP = "BACKUP"
    REVIEWER = "REVIEWER"


class TicketMissReasonCode(models.TextChoices):
    NO_SHOW = "NO_SHOW"
    SCHEDULING_ERROR = "SCHEDULING_ERROR"
    ACCESS_ISSUE = "ACCESS_ISSUE"
    GUEST_OCCUPIED = "GUEST_OCCUPIED"
    WEATHER = "WEATHER"
    PARTS_DELAY = "PARTS_DELAY"
    VENDOR_DELAY = "VENDOR_DELAY"
    OTHER = "OTHER"


class RecurringTaskScopeType(models.TextChoices):
    PROPERTY = "property"
    RESORT = "resort"
    PORTFOLIO = "portfolio"
    COMPANY = "company"


class RecurringTaskFrequency(models.TextChoices):
    DAILY = "daily"
    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SEMIANNUAL = "semiannual"
    ANNUAL = "annual"
