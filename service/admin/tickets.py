"""Console pages: tickets."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin, LogAdmin
from service.models import (
    Ticket,
    TicketContact,
    TicketEvent,
    TicketHomeowner,
    TicketLabel,
    TicketProperty,
    TicketRelationship,
    TicketReservation,
)

admin.site.register(Ticket, EntityAdmin)
admin.site.register(
    [
        TicketProperty,
        TicketReservation,
        TicketHomeowner,
        TicketRelationship,
        TicketContact,
        TicketLabel,
    ],
    JoinAdmin,
)
admin.site.register(TicketEvent, LogAdmin)
