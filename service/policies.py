"""Who sees what of the service schema."""

from core.permissions.policies import policy
from service.models import (
    ClaimAppeal,
    ClaimApproval,
    ClaimDenial,
    ClaimSubmission,
    DamageClaim,
    InspectionTimeEntry,
    Project,
    ProjectProperty,
    ProjectTicket,
    RecurringTask,
    Ticket,
    TicketClaim,
    TicketClean,
    TicketContact,
    TicketCost,
    TicketDamage,
    TicketEvent,
    TicketHomeowner,
    TicketInspection,
    TicketInventoryEvent,
    TicketLabel,
    TicketMiss,
    TicketProperty,
    TicketPurchase,
    TicketRecurrence,
    TicketRelationship,
    TicketReservation,
    TicketShift,
    TicketTimeEntry,
    TicketTransaction,
    TicketVendor,
)

# Claims
policy(TicketDamage, "damage_claims", own=["discovered_by__user"], parent="ticket", inherit="staff")
policy(
    DamageClaim,
    "damage_claims",
    own=["claim_owner__user", "discovered_by__user", "homeowner__user"],
    team=["claim_owner__team", "ticket__current_team", "property__primary_team"],
    outsiders_write=False,
)
policy(
    ClaimSubmission,
    "damage_claims",
    own=["submitted_by__user"],
    parent="damage_claim",
    inherit="staff",
)
policy(ClaimApproval, "damage_claims", parent="damage_claim")
policy(ClaimDenial, "damage_claims", parent="damage_claim", inherit="staff")
policy(ClaimAppeal, "damage_claims", parent="damage_claim", inherit="staff")

# Costs
policy(TicketVendor, "vendors", parent="ticket", inherit="staff")
policy(
    TicketCost,
    "expenses",
    own=["homeowner__user"],
    parent="ticket",
    inherit="staff",
    visible_if={"homeowner": {"is_posted": True}},
    outsiders_write=False,
)
policy(
    TicketPurchase,
    "purchases",
    own=["ordered_by__user"],
    team=["ordered_by__team"],
    parent="ticket",
    inherit="staff",
)

# Links
policy(TicketInspection, "tickets", parent="ticket", inherit="staff")
policy(TicketClean, "tickets", parent="ticket", inherit="staff")
policy(TicketInventoryEvent, "tickets", parent="ticket", inherit="staff")
policy(TicketTransaction, "transactions", parent="ticket", inherit="staff")
policy(TicketClaim, "damage_claims", parent="damage_claim", inherit="staff")

# Projects
policy(
    Project,
    "projects",
    own=["owner_member__user"],
    team=["owner_member__team", "properties__assigned_member__team"],
)
policy(
    ProjectProperty,
    "projects",
    own=["assigned_member__user"],
    team=["assigned_member__team"],
    parent="project",
)
policy(ProjectTicket, "projects", parent="project")

# Tickets
policy(
    Ticket,
    "tickets",
    own=[
        "current_agent__user",
        "created_by__user",
        "requestor_contact__user",
        "reservation__guest__user",
        "homeowner__user",
        "property__ownerships__homeowner__user",
    ],
    team=["current_team", "current_agent__team"],
    visible_if={"guest": {"is_guest_visible": True}, "homeowner": {"is_owner_visible": True}},
)
policy(TicketProperty, "tickets", parent="ticket", inherit="staff")
policy(TicketReservation, "tickets", parent="ticket", inherit="staff")
policy(
    TicketHomeowner,
    "tickets",
    own=["homeowner__user"],
    parent="ticket",
    inherit="staff",
    outsiders_write=False,
)
policy(TicketRelationship, "tickets", parent="ticket", inherit="staff")
policy(TicketContact, "tickets", own=["team_member__user"], parent="ticket", inherit="staff")
policy(
    TicketEvent,
    "tickets",
    parent="ticket",
    visible_if={
        "guest": {"is_internal": False},
        "homeowner": {"is_internal": False},
        "contact": {"is_internal": False},
    },
    outsiders_write=False,
)
policy(TicketLabel, "tickets", parent="ticket", inherit="staff")

# Work
policy(TicketTimeEntry, "time_entries", parent="time_entry")
policy(InspectionTimeEntry, "time_entries", parent="time_entry")
policy(TicketShift, "tickets", parent="ticket", inherit="staff")
policy(TicketMiss, "tickets", own=["member__user"], parent="ticket", inherit="staff")
policy(TicketRecurrence, "recurring_tasks", parent="ticket", inherit="staff")
policy(
    RecurringTask,
    "recurring_tasks",
    own=["default_agent__user", "created_by__user"],
    team=["default_team", "property__primary_team"],
)
