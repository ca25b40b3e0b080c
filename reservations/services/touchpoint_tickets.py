"""Required messages that nobody sent in time become tickets, one for a journey and stage."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from core import clock
from core.services import writing
from ref.models import TicketCategory
from reservations.choices.journeys import OPEN
from reservations.models import GuestJourney, Touchpoint
from reservations.selectors.message_queue import overdue
from service.choices.tickets import TicketEventType, TicketSource, TicketStatus
from service.models import Ticket
from service.services.tickets import event_add, ticket_move, ticket_open

KIND, CATEGORY = "RSV", "RSV-GENERAL"
CLOSED = (TicketStatus.RESOLVED, TicketStatus.CANCELLED)


def overdue_tickets_open(*, now: datetime | None = None, portion: int = 100) -> int:
    """Open tickets for what is required and overdue; returns how many touchpoints got theirs.

    A transaction for each portion of journeys. A touchpoint has its ticket once; a further one
    of the same stage joins it, and opens it again where it was closed.
    """
    now, linked, category = now or clock.now(), 0, _category()
    while category is not None:
        with writing(None, "job"):
            waiting = overdue(Touchpoint._base_manager, now).filter(
                rule__is_required=True, linked_ticket=None
            )
            journeys = GuestJourney._base_manager.filter(pk__in=waiting.values("journey"))
            locked = journeys.order_by("pk").select_for_update(of=("self",), skip_locked=True)
            keys = list(locked.values_list("pk", flat=True)[:portion])
            if not keys:
                break
            rows = waiting.filter(journey__in=keys).select_related(
                "stage", "touchpoint_type", "journey__reservation__property"
            )
            stages = defaultdict(list)
            for touchpoint in rows.order_by("due_at", "id"):
                stages[touchpoint.journey_id, touchpoint.stage_id].append(touchpoint)
            for group in stages.values():
                _link(group, category)
                linked += len(group)
    return linked


def _link(group: list[Touchpoint], category: TicketCategory) -> None:
    """Give touchpoints of one stage their ticket."""
    first = group[0]
    ticket = (
        Ticket._base_manager.filter(
            guest_journey_touchpoints__journey=first.journey_id,
            guest_journey_touchpoints__stage=first.stage_id,
        )
        .order_by("pk")
        .first()
    )
    names = ", ".join(str(touchpoint.touchpoint_type.name) for touchpoint in group)
    if ticket is None:
        stay = first.journey.reservation
        stage = first.stage.name if first.stage else "The journey"
        ticket = ticket_open(
            ticket=Ticket(
                title=f"{stage}: messages to the guest are overdue",
                description=f"{names}. Send them, or skip them with a reason, from the queue of"
                f" messages. Stay {stay.number} at {stay.property.property_name}.",
                ticket_type_code=KIND,
                category=category,
                priority_code=category.default_priority_code,
                current_team_id=category.default_team_id,
                property_id=stay.property_id,
                reservation=stay,
                source=TicketSource.SYSTEM,
            ),
            actor=None,
            source="job",
        )
    else:
        if ticket.status in CLOSED:
            ticket = ticket_move(
                ticket=ticket,
                to=TicketStatus.OPEN,
                actor=None,
                reason="Another message is overdue.",
                source="job",
            )
        _note(ticket, f"Overdue as well: {names}.")
    Touchpoint._base_manager.filter(pk__in=[t.pk for t in group]).update(linked_ticket=ticket)


def tickets_settle(*, tickets: Collection[UUID], note: str, source: str) -> None:
    """Close tickets of which no message is open any more; the others get the note."""
    if not tickets:
        return
    waiting = set(
        Touchpoint._base_manager.filter(linked_ticket__in=tickets, status__in=OPEN).values_list(
            "linked_ticket_id", flat=True
        )
    )
    rows = Ticket._base_manager.filter(pk__in=tickets, ticket_type__code=KIND).exclude(
        status__in=CLOSED
    )
    for ticket in rows.order_by("pk"):
        if ticket.pk in waiting:
            _note(ticket, note)
        else:
            ticket_move(
                ticket=ticket,
                to=TicketStatus.RESOLVED,
                actor=None,
                source=source,
                values={"resolution_summary": note},
            )


def _note(ticket: Ticket, text: str) -> None:
    event_add(ticket=ticket, actor=None, event_type=TicketEventType.COMMENT, comment_body=text)


def _category() -> TicketCategory | None:
    """General questions about stays, or whatever category of stays the company kept."""
    rows = TicketCategory._base_manager.filter(ticket_type__code=KIND, is_active=True)
    return rows.filter(code=CATEGORY).first() or rows.order_by("sort_order").first()
