"""Links over the API."""

from core.api.resources import Resource
from service.models import (
    TicketClaim,
    TicketClean,
    TicketInspection,
    TicketInventoryEvent,
    TicketTransaction,
)


class TicketInspectionResource(Resource):
    """Tickets tied to inspections."""

    model = TicketInspection
    fields = "id ticket inspection relationship notes created_at updated_at"


class TicketCleanResource(Resource):
    """Tickets tied to cleans."""

    model = TicketClean
    fields = "id ticket clean_event relationship notes created_at updated_at"


class TicketInventoryEventResource(Resource):
    """Stock movements caused by a ticket."""

    model = TicketInventoryEvent
    fields = "id ticket inventory_event quantity notes created_at updated_at"


class TicketTransactionResource(Resource):
    """Ledger entries belonging to a ticket."""

    model = TicketTransaction
    fields = "id ticket transaction role created_at updated_at"


class TicketClaimResource(Resource):
    """Tickets whose cost feeds a damage claim."""

    model = TicketClaim
    fields = """
        id ticket damage_claim is_recovery_blocking link_type notes allocated_cost created_at
        updated_at
    """
