"""Opening tickets and moving them, each step with its event."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from core.services import record_save, record_transition, writing
from service.choices.tickets import TicketEventType, TicketStatus
from service.models import Ticket, TicketEvent


def ticket_open(*, ticket: Ticket, actor, source: str = "console", internal: bool = True) -> Ticket:
    """Write a new ticket and the event that says so.

    ``internal`` keeps the event from guests and owners. Raises ``ValidationError`` for what the
    model refuses and ``OutOfScope`` for a ticket that the actor may not make.
    """
    with writing(actor, source):
        record_save(instance=ticket, actor=actor, source=source)
        event_add(
            ticket=ticket,
            actor=actor,
            internal=internal,
            event_type=TicketEventType.CREATED,
            new_status=ticket.status,
        )
    return ticket


def ticket_move(
    *,
    ticket: Ticket,
    to: str,
    actor,
    reason: str = "",
    source: str = "console",
    values: Mapping[str, Any] | None = None,
) -> Ticket:
    """Move a ticket to another status; a ticket that is there already stays as it is.

    The first answer and the start of work take the instant, closing takes the person. Raises
    ``ValidationError`` when the map has no such move or a reason is missing.
    """
    with writing(actor, source, reason):
        row = Ticket._base_manager.select_for_update().get(pk=ticket.pk)
        before = row.status
        if before == to:
            return row
        now, further = timezone.now(), dict(values or {})
        if row.first_response_at is None:
            further["first_response_at"] = now
        if to == TicketStatus.IN_PROGRESS and row.started_at is None:
            further["started_at"] = now
        if to in (TicketStatus.RESOLVED, TicketStatus.CANCELLED):
            further["closed_by_id"] = member_of(actor)
        record_transition(
            instance=row,
            field="status",
            to=to,
            actor=actor,
            reason=reason,
            source=source,
            values=further,
        )
        event_add(
            ticket=row,
            actor=actor,
            internal=False,
            event_type=TicketEventType.STATUS_CHANGE,
            old_status=before,
            new_status=to,
            comment_body=reason or None,
        )
        return Ticket._base_manager.get(pk=row.pk)


def event_add(
    *, ticket: Ticket, actor, event_type: str, internal: bool = True, **values: Any
) -> TicketEvent:
    """Add to the log of a ticket, in the transaction of what the event tells of.

    No scope is asked: whoever may do the deed has its trace written.
    """
    event = TicketEvent(
        ticket=ticket,
        event_type=event_type,
        is_internal=internal,
        actor_member_id=member_of(actor),
        actor_contact_id=None if member_of(actor) else getattr(actor, "contact_id", None),
        **values,
    )
    event.save(force_insert=True)
    return event


def member_of(actor):
    """The key of the team member that a user is, if one."""
    return getattr(actor, "team_member_id", None)
