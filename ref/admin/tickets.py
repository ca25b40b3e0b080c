"""Console pages: tickets."""

from django.contrib import admin

from core.admin import LookupAdmin
from ref.models import ActivityType, Label, TicketCategory, TicketPriority, TicketType

admin.site.register(
    [
        TicketType,
        TicketCategory,
        TicketPriority,
        ActivityType,
        Label,
    ],
    LookupAdmin,
)
