"""Console pages: statements."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, Panel, inline, sheet
from finance.models import OwnerPayout, OwnerStatement, OwnerStatementLine


@admin.register(OwnerStatement)
class OwnerStatementAdmin(EntityAdmin):
    """Owners' statements with their lines."""

    list_display = (
        "number",
        "homeowner",
        "property",
        "period_start",
        "period_end",
        "status",
        "total_revenue",
        "total_expenses",
        "net_to_owner",
        "closing_balance",
    )
    list_filter = ("status", "period_start", "homeowner", "property")
    inlines = (
        inline(
            OwnerStatementLine,
            limit=40,
            fields=(
                "line_number",
                "line_type",
                "line_date",
                "description",
                "reservation",
                "amount",
            ),
        ),
    )
    panels = ("owner_payouts", Panel("reservation_financials", title="Stays"))
    fieldsets = sheet(
        ("", "number homeowner property", "period_start period_end", "status version"),
        (
            "Figures",
            "opening_balance total_revenue",
            "total_fees total_taxes",
            "total_expenses management_fee",
            "reserve_change net_to_owner",
            "closing_balance",
            "nights_booked occupancy_rate",
        ),
        (
            "Way",
            "approved_by approved_at",
            "sent_at viewed_at",
            "trust_account file",
            "qbo_invoice_id",
            "notes",
        ),
    )


@admin.register(OwnerPayout)
class OwnerPayoutAdmin(EntityAdmin):
    """What owners are paid."""

    list_display = (
        "number",
        "homeowner",
        "property",
        "amount",
        "status",
        "scheduled_date",
        "paid_date",
        "owner_statement",
        "transaction",
    )


admin.site.register(OwnerStatementLine, BaseAdmin)
