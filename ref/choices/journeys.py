"""Closed lists of journeys, and how their statuses move."""

from django.db import models


class JourneyStageTriggerType(models.TextChoices):
    DAYS_BEFORE_ARRIVAL = "days_before_arrival"
    DAYS_AFTER_DEPARTURE = "days_after_departure"
    EVENT = "event"


class JourneyStageTriggerEvent(models.TextChoices):
    BOOKED = "booked"
    CHECKED_IN = "checked_in"
    CHECKED_OUT = "checked_out"
    CLOSED = "closed"


class TouchpointTypeCategory(models.TextChoices):
    CONFIRMATION = "confirmation"
    INFORMATION = "information"
    SURVEY = "survey"
    MARKETING = "marketing"
    SERVICE = "service"
    INBOUND = "inbound"


class TouchpointTypeDirection(models.TextChoices):
    INBOUND = "inbound"
    OUTBOUND = "outbound"
