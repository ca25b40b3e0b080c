"""Console pages: costs."""

from django.contrib import admin

from core.admin import BaseAdmin, JoinAdmin
from service.models import TicketCost, TicketPurchase, TicketVendor

admin.site.register(TicketVendor, JoinAdmin)
admin.site.register(
    [
        TicketCost,
        TicketPurchase,
    ],
    BaseAdmin,
)
