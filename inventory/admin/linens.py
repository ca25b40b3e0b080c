"""Console pages: linens."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, LogAdmin
from inventory.models import (
    LinenCount,
    LinenDelivery,
    LinenIssue,
    LinenItem,
    LinenOrder,
    LinenPar,
    LinenType,
)

admin.site.register(LinenType, BaseAdmin)
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
    LogAdmin,
)
