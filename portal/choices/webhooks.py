"""Webhooks: what other systems can be told of, and how deliveries move.

There is one registry of event types: ``<thing>.created``, ``<thing>.updated`` and
``<thing>.deleted`` for each thing of ``EVENT_SOURCES``; ``<thing>.*`` means all three, ``*``
everything.
"""

from collections.abc import Iterable

from django.db import models

from core.transitions import Transitions


class DeliveryStatus(models.TextChoices):
    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"
    ABANDONED = "abandoned"


DELIVERY_STATUS = Transitions(
    field="status",
    values=DeliveryStatus,
    moves={
        DeliveryStatus.PENDING: [
            DeliveryStatus.DELIVERED,
            DeliveryStatus.FAILED,
            DeliveryStatus.ABANDONED,
        ],
        DeliveryStatus.FAILED: [
            DeliveryStatus.PENDING,
            DeliveryStatus.DELIVERED,
            DeliveryStatus.ABANDONED,
        ],
        # A replay starts over.
        DeliveryStatus.DELIVERED: [DeliveryStatus.PENDING],
        DeliveryStatus.ABANDONED: [DeliveryStatus.PENDING],
    },
)

# Thing -> model, in the order in which people look for them.
EVENT_SOURCES = {
    "reservation": "reservations.Reservation",
    "reservation_fee": "reservations.ReservationFee",
    "guest": "directory.Guest",
    "contact": "directory.Contact",
    "homeowner": "directory.Homeowner",
    "company": "directory.Company",
    "property": "property.Property",
    "resort": "property.Resort",
    "listing": "property_listings.Listing",
    "ticket": "service.Ticket",
    "clean": "property.Clean",
    "inspection": "property.Inspection",
    "review": "reservations.Review",
    "project": "service.Project",
    "damage_claim": "service.DamageClaim",
    "owner_statement": "finance.OwnerStatement",
    "invoice": "finance.Invoice",
    "transaction": "finance.Transaction",
    "team_member": "team.TeamMember",
    "shift": "team.Shift",
    "time_entry": "team.TimeEntry",
}
# Actions as the history has them.
VERBS = {"I": "created", "U": "updated", "D": "deleted"}
ANYTHING = "*"
TEST_EVENT = "webhook.test"


def event_types() -> list[str]:
    """Every event type there is, without the wildcards."""
    return [f"{name}.{verb}" for name in EVENT_SOURCES for verb in VERBS.values()]


def event_choices() -> list[str]:
    """What an endpoint may ask for: event types and wildcards."""
    kinds = [[f"{name}.*", *(f"{name}.{v}" for v in VERBS.values())] for name in EVENT_SOURCES]
    return [ANYTHING, *(choice for kind in kinds for choice in kind)]


def chosen(wanted: Iterable[str]) -> frozenset[str]:
    """The event types that a list of types and wildcards means; unknown ones mean nothing."""
    asked = set(wanted)
    return frozenset(
        event
        for event in event_types()
        if event in asked or ANYTHING in asked or f"{event.partition('.')[0]}.*" in asked
    )
