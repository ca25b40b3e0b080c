"""Work orders, as tickets."""

from collections.abc import Mapping
from typing import Any

from core.imports.cells import ChoiceCell, CodeCell, IdCell, folded
from core.imports.registry import spreadsheet
from core.imports.resource import Column, Key, Part, Reference, SourceId, SpreadsheetResource
from service.choices.tickets import TicketSource, TicketStatus
from service.models import Ticket, TicketVendor
from staging.models import StagedTicket

STATES = {
    "new": TicketStatus.OPEN,
    "not started": TicketStatus.OPEN,
    "pending": TicketStatus.OPEN,
    "scheduled": TicketStatus.OPEN,
    "started": TicketStatus.IN_PROGRESS,
    "active": TicketStatus.IN_PROGRESS,
    "working on it": TicketStatus.IN_PROGRESS,
    "waiting": TicketStatus.ON_HOLD,
    "stuck": TicketStatus.ON_HOLD,
    "paused": TicketStatus.ON_HOLD,
    "closed": TicketStatus.RESOLVED,
    "completed": TicketStatus.RESOLVED,
    "complete": TicketStatus.RESOLVED,
    "done": TicketStatus.RESOLVED,
    "finished": TicketStatus.RESOLVED,
    "canceled": TicketStatus.CANCELLED,
    "void": TicketStatus.CANCELLED,
}
PRIORITIES = {
    "urgent": "CRITICAL",
    "emergency": "CRITICAL",
    "asap": "CRITICAL",
    "p1": "CRITICAL",
    "p2": "HIGH",
    "normal": "MEDIUM",
    "standard": "MEDIUM",
    "p3": "MEDIUM",
    "p4": "LOW",
}
# The sheet's own word becomes the title, so that nothing is lost in a wider category.
CATEGORIES = {
    "hvac": "PC-HVAC",
    "a/c": "PC-HVAC",
    "ac": "PC-HVAC",
    "heating": "PC-HVAC",
    "electric": "PC-ELECTRICAL",
    "appliances": "PC-APPLIANCE",
    "pest control": "PC-PEST",
    "pool": "PC-POOL",
    "spa": "PC-POOL",
    "cleaning": "PC-CLEANING",
    "housekeeping": "PC-CLEANING",
    "janitorial": "PC-CLEANING",
    "locks": "PC-ACCESS",
    "keys": "PC-ACCESS",
    "security": "PC-ACCESS",
    "internet": "PC-INTERNET",
    "wifi": "PC-INTERNET",
    "wi fi": "PC-INTERNET",
    "tv": "PC-INTERNET",
    "roof": "PC-STRUCTURAL",
    "windows": "PC-STRUCTURAL",
    "general": "PC-GENERAL",
    "maintenance": "PC-GENERAL",
    "repair": "PC-GENERAL",
    "handyman": "PC-GENERAL",
    "other": "PC-GENERAL",
    "elevator": "PC-GENERAL",
    "common area": "PC-GENERAL",
    "tenant request": "PC-GENERAL",
    "guest request": "PC-GENERAL",
    "preventive": "PC-PREVENTIVE",
    "inspection": "PC-INSPECTION",
    "safety": "PC-SAFETY",
    "landscape": "PC-LANDSCAPING",
}
# What a new work order says of the vendor's visit.
VISIT = """CASE {status} WHEN 'RESOLVED' THEN 'Completed' WHEN 'CANCELLED' THEN 'Cancelled'
    ELSE 'Scheduled' END"""


class CategoryCell(CodeCell):
    """What a work order is about: gives the category, and a title in the sheet's own words."""

    def __init__(self, also: Mapping[str, str]) -> None:
        super().__init__(also, example="Plumbing")

    def clean(self, value: Any, row: Any = None, *, said: str = "", **kwargs: Any) -> Any:
        code = super().clean(value)
        if code is None:
            return None
        title = said.strip() or str(value).strip()
        given = {"category": code, "title": title}
        kind, dash, _rest = code.partition("-")
        if dash and folded(kind) in ("pc", "rsv", "adm", "acct"):
            given["ticket_type"] = kind
        return given


@spreadsheet("work-orders")
class WorkOrderResource(SpreadsheetResource):
    """Things to do or done in homes, one a row."""

    number = Column("number")
    source_id = SourceId(
        heads=("work order id", "work order", "work order number", "wo number", "id", "task id")
    )
    title = Column(
        "title",
        heads=("summary", "subject", "issue", "task", "work order title"),
        note="Where the sheet has none, the category's own word serves.",
        example="Kitchen sink leaks",
    )
    property = Reference(
        "property",
        ("number", "property_code", "property_name"),
        source=("staging.StagedProperty", "matched_property"),
        heads=("property", "unit", "home", "listing"),
        required=True,
        note="Its number, code or name, or the sender's own id if the properties were imported.",
        example="HCK-A119",
    )
    reservation = Reference(
        "reservation",
        ("number", "confirmation_code", "channel_reservation_id"),
        source=("staging.StagedReservation", "matched_reservation"),
        heads=("booking",),
    )
    ticket_type = Reference(
        "ticket_type", ("code", "name"), cell=CodeCell(), heads=("type", "ticket type")
    )
    category = Column(
        None,
        CategoryCell(CATEGORIES),
        heads=("work order category", "work type", "trade", "problem type"),
        gives={"category": "category_code", "title": "title", "ticket_type": "ticket_type"},
    )
    category_code = Reference(
        "category",
        ("code", "name"),
        cell=CodeCell(CATEGORIES),
        required=True,
        note="A category of ours; it goes with the ticket's type.",
        example="PC-PLUMBING",
    )
    priority = Reference(
        "priority", ("code", "name"), cell=CodeCell(PRIORITIES, example="High"), heads=("urgency",)
    )
    status = Column(
        "status",
        ChoiceCell(TicketStatus, also=STATES),
        heads=("state", "work order status"),
        note="What is resolved needs the moment when it was.",
    )
    opened_at = Column(
        "created_at",
        heads=("opened date", "opened", "date opened", "created", "created on", "reported"),
        note="Of new work orders; that of known ones stays.",
    )
    resolved_at = Column(
        "resolved_at",
        heads=("closed date", "closed", "date closed", "completed", "completed on", "resolved"),
    )
    started_at = Column("started_at", heads=("started", "start date"))
    scheduled_date = Column("scheduled_date", heads=("scheduled", "scheduled for", "visit date"))
    first_response_at = Column("first_response_at")
    cancelled_at = Column("cancelled_at")
    cancelled_reason = Column("cancelled_reason")
    description = Column("description", heads=("details", "problem", "comments"))
    work_notes = Column("work_notes", heads=("notes",))
    guest_comments = Column("guest_comments")
    hold_reason = Column("hold_reason")
    hold_until = Column("hold_until")
    resolution_summary = Column("resolution_summary", heads=("resolution",))
    source = Column(
        "source", ChoiceCell(TicketSource, also={"homeowner": "OWNER", "staff": "INTERNAL"})
    )
    current_agent = Reference(
        "current_agent",
        ("number", "contact__full_name"),
        source=("staging.StagedTeamMember", "matched_member"),
        heads=("assigned to", "assignee", "technician"),
    )
    current_team = Reference(
        "current_team", ("number", "team_code", "name"), heads=("team", "department")
    )
    is_owner_visible = Column("is_owner_visible")
    is_guest_visible = Column("is_guest_visible")
    vendor = Reference(
        "engagement__vendor",
        ("number", "vendors__number", "company_name", "dba_name"),
        source=("staging.StagedCompany", "matched_company"),
        heads=("vendor id", "vendor", "vendor name", "contractor", "company"),
        note="Who was called: the company's number or name, or the sender's own id.",
    )
    cost_estimate = Column(
        "engagement__cost_estimate",
        heads=("estimated cost", "estimate", "quote"),
        note="What the vendor asks; only where a vendor is named.",
    )
    actual_cost = Column(
        "engagement__actual_cost",
        heads=("cost", "final cost", "total cost"),
        note="What the vendor charged; only where a vendor is named.",
    )
    vendor_invoice = Column(
        "engagement__invoice_number", IdCell(), heads=("vendor invoice", "invoice no")
    )

    class Meta:
        title = "work orders"
        main = "ticket"
        staged = StagedTicket
        parts = {
            "ticket": Part(
                Ticket,
                keys=(Key("number", ("number",)), Key("sender's id", (), is_source=True)),
                constants={"ticket_type": "PC"},
            ),
            "engagement": Part(
                TicketVendor,
                keys=(Key("ticket and vendor", ("ticket", "vendor")),),
                links={"ticket": "ticket"},
                needs=("vendor",),
                derived={"status": VISIT},
            ),
        }
        matched = {"matched_ticket": "ticket"}
