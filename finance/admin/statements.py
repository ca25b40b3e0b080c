"""Console pages: statements."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin
from finance.models import OwnerPayout, OwnerStatement, OwnerStatementLine

admin.site.register(
    [
        OwnerStatement,
        OwnerPayout,
    ],
    EntityAdmin,
)
admin.site.register(OwnerStatementLine, BaseAdmin)
