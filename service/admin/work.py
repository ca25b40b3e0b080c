"""Console pages: work."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin, JournalAdmin, Panel
from service.models import (
    InspectionTimeEntry,
    RecurringTask,
    TicketMiss,
    TicketRecurrence,
    TicketShift,
    TicketTimeEntry,
)


@admin.register(RecurringTask)
class RecurringTaskAdmin(EntityAdmin):
    """Work that comes round."""

    panels = (Panel("ticket_recurring", title="Tickets"),)


admin.site.register(
    [
        TicketTimeEntry,
        InspectionTimeEntry,
        TicketShift,
        TicketRecurrence,
    ],
    JoinAdmin,
)
admin.site.register(TicketMiss, JournalAdmin)
