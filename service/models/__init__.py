"""Models of the service schema, by topic."""

from service.models.claims import (
    ClaimAppeal,
    ClaimApproval,
    ClaimDenial,
    ClaimSubmission,
    DamageClaim,
    TicketDamage,
)
from service.models.costs import TicketCost, TicketPurchase, TicketVendor
from service.models.links import (
    TicketClaim,
    TicketClean,
    TicketInspection,
    TicketInventoryEvent,
    TicketTransaction,
)
from service.models.projects import Project, ProjectProperty, ProjectTicket
from service.models.tickets import (
    Ticket,
    TicketContact,
    TicketEvent,
    TicketHomeowner,
    TicketLabel,
    TicketProperty,
    TicketRelationship,
    TicketReservation,
)
from service.models.work import (
    InspectionTimeEntry,
    RecurringTask,
    TicketMiss,
    TicketRecurrence,
    TicketShift,
    TicketTimeEntry,
)

__all__ = [
    "ClaimAppeal",
    "ClaimApproval",
    "ClaimDenial",
    "ClaimSubmission",
    "DamageClaim",
    "InspectionTimeEntry",
    "Project",
    "ProjectProperty",
    "ProjectTicket",
    "RecurringTask",
    "Ticket",
    "TicketClaim",
    "TicketClean",
    "TicketContact",
    "TicketCost",
    "TicketDamage",
    "TicketEvent",
    "TicketHomeowner",
    "TicketInspection",
    "TicketInventoryEvent",
    "TicketLabel",
    "TicketMiss",
    "TicketProperty",
    "TicketPurchase",
    "TicketRecurrence",
    "TicketRelationship",
    "TicketReservation",
    "TicketShift",
    "TicketTimeEntry",
    "TicketTransaction",
    "TicketVendor",
]
