"""Closed lists of links, and how their statuses move."""

from django.db import models


class TicketInspectionRelationship(models.TextChoices):
    ROOT_CAUSE = "ROOT_CAUSE"
    FOLLOWUP = "FOLLOWUP"
    FOUND_BY = "FOUND_BY"
    VERIFICATION = "VERIFICATION"


class TicketCleanRelationship(models.TextChoices):
    FOUND_DURING_CLEAN = "FOUND_DURING_CLEAN"
    CAUSED_RECLEAN = "CAUSED_RECLEAN"
    VERIFIED_BY_CLEAN = "VERIFIED_BY_CLEAN"


class TicketTransactionRole(models.TextChoices):
    EXPENSE = "EXPENSE"
    OWNER_CHARGE = "OWNER_CHARGE"
    ADJUSTMENT = "ADJUSTMENT"
    REFUND = "REFUND"
    CLAIM_RECOVERY = "CLAIM_RECOVERY"
    GUEST_CHARGE = "GUEST_CHARGE"


class TicketClaimLinkType(models.TextChoices):
    REPAIR = "repair"
    REPLACEMENT = "replacement"
    ASSESSMENT = "assessment"
    RE_CLEAN = "re-clean"
    ORIGIN = "origin"
