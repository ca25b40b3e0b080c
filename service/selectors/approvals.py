"""Work that waits for an owner's word, and what it is thought to cost."""

from decimal import Decimal

from django.db.models import OuterRef, QuerySet, Subquery, Sum

from service.choices.costs import TicketVendorStatus
from service.models import Ticket, TicketHomeowner, TicketVendor

MONEY = TicketVendor._meta.get_field("cost_estimate")


def approvals_of(user) -> QuerySet[TicketHomeowner]:
    """What was asked of the user as a homeowner, newest first, each with its ``estimate``."""
    quotes = (
        _quotes()
        .filter(ticket=OuterRef("ticket"))
        .values("ticket")
        .annotate(n=Sum("cost_estimate"))
    )
    return (
        TicketHomeowner.objects.for_user(user)
        .filter(homeowner=user.homeowner_id, approval_requested_at__isnull=False)
        .select_related("ticket__property", "ticket__category")
        .annotate(estimate=Subquery(quotes.values("n"), output_field=MONEY))
        .order_by("-id")
    )


def estimate_of(ticket: Ticket) -> Decimal | None:
    """What the vendors of a ticket expect to ask for, in USD; None where none has said."""
    return _quotes().filter(ticket=ticket).aggregate(n=Sum("cost_estimate"))["n"]


def _quotes() -> QuerySet[TicketVendor]:
    rows = TicketVendor._base_manager.order_by()
    return rows.exclude(status=TicketVendorStatus.CANCELLED)
