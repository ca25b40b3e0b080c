"""Console pages: budgets."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin
from finance.models import Budget, BudgetLine, PayrollItem, PayrollRun

admin.site.register(
    [
        Budget,
        PayrollRun,
    ],
    EntityAdmin,
)
admin.site.register(
    [
        BudgetLine,
        PayrollItem,
    ],
    BaseAdmin,
)
