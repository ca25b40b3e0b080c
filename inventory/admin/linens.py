"""Console pages: linens."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, JournalAdmin
from inventory.models import (
    LinenCount,
    LinenDelivery,
    LinenIssue,
    LinenItem,
    LinenOrder,
    LinenPar,
    LinenType,
)


@admin.register(LinenType)
class LinenTypeAdmin(BaseAdmin):
    """Kinds of linen."""

    is_large = False
    panels = ("linen_items", "linen_pars", "linen_issues", "linen_orders")


admin.site.register(
    [
        LinenItem,
        LinenPar,
        LinenIssue,
        LinenOrder,
    ],
    EntityAdmin,
)
admin.site.register(
    [
        LinenDelivery,
        LinenCount,
    ],
    JournalAdmin,
)
