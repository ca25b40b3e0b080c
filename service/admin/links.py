"""Console pages: links."""

from django.contrib import admin

from core.admin import JoinAdmin
from service.models import (
    TicketClaim,
    TicketClean,
    TicketInspection,
    TicketInventoryEvent,
    TicketTransaction,
)

admin.site.register(
    [
        TicketInspection,
        TicketClean,
        TicketInventoryEvent,
        TicketTransaction,
        TicketClaim,
    ],
    JoinAdmin,
)
