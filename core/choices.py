"""Closed lists that bases use."""

from django.db import models


class SourceSystem(models.TextChoices):
    """Where a staged row came from."""

    CSV = "csv", "CSV"
    XLSX = "xlsx", "Excel"
    STREAMLINE = "streamline"
    AIRBNB = "airbnb"
    VRBO = "vrbo"
    API = "api", "API"
    MANUAL = "manual"


class LoadStatus(models.TextChoices):
    """How far a staged row has come."""

    LOADED = "loaded"
    VALIDATED = "validated"
    REJECTED = "rejected"
    MATCHED = "matched"
    MERGED = "merged"
    SKIPPED = "skipped"


class Verdict(models.TextChoices):
    """What an import makes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    SKIPPED = "skipped"
