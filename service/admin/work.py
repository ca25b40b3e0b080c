"""Console pages: work."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin, LogAdmin
from service.models import (
    InspectionTimeEntry,
    RecurringTask,
    TicketMiss,
    TicketRecurrence,
    TicketShift,
    TicketTimeEntry,
)

admin.site.register(
    [
        TicketTimeEntry,
        InspectionTimeEntry,
        TicketShift,
        TicketRecurrence,
    ],
    JoinAdmin,
)
admin.site.register(TicketMiss, LogAdmin)
admin.site.register(RecurringTask, EntityAdmin)
