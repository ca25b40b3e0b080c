"""Tickets that people outside the office open: guests ask, owners ask, the team reports."""

from uuid import UUID

from django.core.exceptions import ValidationError

from core.services.once import made_before
from directory.models import Homeowner
from property.models import Property
from ref.models import TicketCategory
from reservations.choices.reservations import ReservationStatus
from reservations.models import Reservation
from service.choices.tickets import TicketSource
from service.models import Ticket
from service.services.tickets import member_of, ticket_open

GUEST_REQUEST, REPORTED_ISSUE, OWNER_REQUEST = "RSV-GENERAL", "PC-GENERAL", "ADM-OWNER"
OVER = (
    ReservationStatus.CANCELLED,
    ReservationStatus.NO_SHOW,
)


def guest_request_create(
    *,
    stay: Reservation,
    title: str,
    actor,
    description: str = "",
    category: str = GUEST_REQUEST,
    key: UUID | None = None,
    source: str = "api",
) -> Ticket:
    """What a guest asks for, as an RSV ticket of the stay that the guest can follow.

    ``key`` is the id that the sender made for it: sent twice, one ticket. Raises
    ``ValidationError`` for a category that is not for guests or a stay that is off.
    """
    mine = {"reservation_id": stay.pk, "requestor_contact_id": actor.contact_id}
    if made := made_before(Ticket, key, **mine):
        return made
    if stay.status in OVER:
        raise ValidationError("This stay is off. Call us about it.")
    kind = _category(category, "RSV", is_guest_facing=True)
    ticket = Ticket(
        title=title,
        description=description,
        ticket_type_code="RSV",
        category=kind,
        priority_code=kind.default_priority_code,
        current_team_id=kind.default_team_id,
        property_id=stay.property_id,
        source=TicketSource.GUEST,
        is_guest_visible=True,
        **mine,
    )
    return _opened(ticket, key, actor, source)


def owner_request_create(
    *,
    owner: Homeowner,
    home: Property,
    title: str,
    actor,
    description: str = "",
    stay: Reservation | None = None,
    key: UUID | None = None,
    source: str = "api",
) -> Ticket:
    """What an owner asks of the office, as an ADM ticket that the owner can follow."""
    mine = {"homeowner_id": owner.pk, "property_id": home.pk}
    if made := made_before(Ticket, key, **mine):
        return made
    kind = _category(OWNER_REQUEST, "ADM")
    ticket = Ticket(
        title=title,
        description=description,
        ticket_type_code="ADM",
        category=kind,
        priority_code=kind.default_priority_code,
        current_team_id=kind.default_team_id,
        reservation=stay,
        requestor_contact_id=owner.contact_id,
        source=TicketSource.OWNER,
        is_owner_visible=True,
        **mine,
    )
    return _opened(ticket, key, actor, source)


def issue_report(
    *,
    home: Property,
    title: str,
    actor,
    description: str = "",
    category: str = REPORTED_ISSUE,
    key: UUID | None = None,
    source: str = "api",
) -> Ticket:
    """What a member of the team found wrong at a property, as a PC ticket of the own team.

    It stays with the team of whoever reported it until somebody passes it on, for a person can
    only make tickets that the own team has.
    """
    member = actor.team_member
    mine = {"property_id": home.pk, "created_by_id": member.pk}
    if made := made_before(Ticket, key, **mine):
        return made
    kind = _category(category, "PC")
    ticket = Ticket(
        title=title,
        description=description,
        ticket_type_code="PC",
        category=kind,
        priority_code=kind.default_priority_code,
        current_team_id=member.team_id,
        source=TicketSource.INTERNAL,
        **mine,
    )
    return _opened(ticket, key, actor, source)


def _opened(ticket: Ticket, key: UUID | None, actor, source: str) -> Ticket:
    if key is not None:
        ticket.pk = key
    return ticket_open(ticket=ticket, actor=actor, source=source, internal=bool(member_of(actor)))


def _category(code: str, kind: str, **conditions) -> TicketCategory:
    """The category of that code and type, in use; ``ValidationError`` when there is none."""
    rows = TicketCategory._base_manager.filter(
        code=code, ticket_type__code=kind, is_active=True, **conditions
    )
    found = rows.first()
    if found is None:
        raise ValidationError({"category": f"{code} is no category to choose from here."})
    return found
