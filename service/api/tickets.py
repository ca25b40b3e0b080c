"""Tickets over the API."""

from core.api.resources import Resource
from service.models import Ticket


class TicketResource(Resource):
    """Work tickets of all four kinds."""

    model = Ticket
    fields = (
        "id",
        "number",
        "ticket_type",
        "category",
        "title",
        "description",
        "property",
        "reservation",
        "priority",
        "current_team",
        "current_agent",
        "status",
        "created_at",
        "updated_at",
    )
