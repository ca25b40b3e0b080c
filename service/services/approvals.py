"""Work that waits for an owner's word."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from core.services import writing
from directory.selectors.ownerships import share_on, shares_of
from property.selectors.clock import today_at
from service.choices.tickets import TicketEventType, TicketHomeownerApprovalStatus
from service.models import TicketHomeowner
from service.selectors.approvals import estimate_of
from service.services.tickets import event_add

ANSWERED = (TicketHomeownerApprovalStatus.APPROVED, TicketHomeownerApprovalStatus.DECLINED)


def work_approve(*, request: TicketHomeowner, actor, source: str = "api") -> TicketHomeowner:
    """The owner agrees to the work, at what it is estimated to cost now."""
    return _answer(request, TicketHomeownerApprovalStatus.APPROVED, actor, "", source)


def work_decline(
    *, request: TicketHomeowner, actor, reason: str, source: str = "api"
) -> TicketHomeowner:
    """The owner does not want the work, and says why."""
    if not reason.strip():
        raise ValidationError({"reason": "Say why: the office will ask."})
    return _answer(request, TicketHomeownerApprovalStatus.DECLINED, actor, reason, source)


def _still_owns(row: TicketHomeowner) -> bool:
    """Whether the owner holds a share of the ticket's home today; true for work of no home."""
    home = row.ticket.property_id
    if home is None:
        return True
    shares = shares_of(row.homeowner_id, [home])[home]
    return share_on(shares, today_at(row.ticket.property)) is not None


def _answer(request: TicketHomeowner, answer: str, actor, reason: str, source: str):
    """The answer of the owner who was asked, and of nobody else.

    Owners hold no permission to write tickets: this answers the one question put to them. The
    same answer given again changes nothing; another one is refused, for the office acts on the
    first.
    """
    with writing(actor, source, reason):
        row = (
            TicketHomeowner._base_manager.select_for_update(of=("self",))
            .select_related("ticket")
            .get(pk=request.pk)
        )
        if actor.homeowner_id is None or row.homeowner_id != actor.homeowner_id:
            raise ValidationError("Only the owner who was asked can answer.")
        if row.approval_status == answer:
            return row
        if row.approval_status in ANSWERED:
            said = TicketHomeownerApprovalStatus(row.approval_status).label.lower()
            raise ValidationError(
                f"This was {said} already. Call us to change it.", code="conflict"
            )
        if row.approval_status != TicketHomeownerApprovalStatus.REQUESTED:
            raise ValidationError("Nobody has asked for an approval.", code="conflict")
        if not _still_owns(row):
            raise ValidationError("This home is no longer yours.", code="conflict")
        row.approval_status = answer
        if answer == TicketHomeownerApprovalStatus.APPROVED:
            row.approved_at = timezone.now()
            row.approved_amount = estimate_of(row.ticket)
        row.save()
        verb = "approved" if answer == TicketHomeownerApprovalStatus.APPROVED else "declined"
        event_add(
            ticket=row.ticket,
            actor=actor,
            internal=False,
            event_type=TicketEventType.COMMENT,
            event_subtype=f"owner_{verb}",
            comment_body=f"The owner {verb} the work." + (f" {reason}" if reason else ""),
        )
    return row
