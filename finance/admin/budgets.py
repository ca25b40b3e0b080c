"""Console pages: budgets."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, inline
from finance.models import Budget, BudgetLine, PayrollItem, PayrollRun


@admin.register(Budget)
class BudgetAdmin(EntityAdmin):
    """Budgets with their lines."""

    inlines = (
        inline(
            BudgetLine,
            limit=36,
            fields=(
                "period_month",
                "account",
                "expense_category",
                "budgeted_amount",
                "actual_amount",
                "forecast_amount",
            ),
        ),
    )


@admin.register(PayrollRun)
class PayrollRunAdmin(EntityAdmin):
    """Pay runs with their items."""

    inlines = (
        inline(
            PayrollItem, fields=("member", "item_type", "hourly_rate", "gross_amount", "net_amount")
        ),
    )


admin.site.register(
    [
        BudgetLine,
        PayrollItem,
    ],
    BaseAdmin,
)
