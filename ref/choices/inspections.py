"""Closed lists of inspections, and how their statuses move."""

from django.db import models


class InspectionCategoryScoreGroup(models.TextChoices):
    CLEANLINESS = "cleanliness"
    MAINTENANCE = "maintenance"
    INVENTORY = "inventory"
    SAFETY = "safety"
    OTHER = "other"


class IssueSeverityAutoCreatesTicket(models.TextChoices):
    YES = "yes"
    OPTIONAL = "optional"
    NO = "no"


class CleanRuleTurn(models.TextChoices):
    ANY = "any"
    BACK_TO_BACK = "back_to_back", "back-to-back"
    DEPARTURE = "departure"
    OWNER_ARRIVAL = "owner_arrival"


class CleanRuleStayType(models.TextChoices):
    """The kinds of stays, as in ``reservations.choices``."""

    GUEST = "guest"
    OWNER = "owner"
    OWNER_GUEST = "owner_guest"
    MAINTENANCE = "maintenance"
    HOLD = "hold"
    COMPLIMENTARY = "complimentary"


class CleaningTypeDefaultBilling(models.TextChoices):
    GUEST = "guest"
    OWNER = "owner"
    COMPANY = "company"
