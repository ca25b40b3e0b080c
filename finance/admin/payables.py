"""Console pages: payables."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, JoinAdmin, inline
from finance.models import Expense, ExpenseReceipt, Invoice, InvoiceLine, VendorPayment


@admin.register(Invoice)
class InvoiceAdmin(EntityAdmin):
    """Invoices with their lines."""

    list_display = (
        "number",
        "invoice_date",
        "due_date",
        "status",
        "contact",
        "property",
        "reservation",
        "total_amount",
        "balance_due",
    )
    inlines = (
        inline(
            InvoiceLine,
            limit=40,
            fields=(
                "line_number",
                "description",
                "quantity",
                "unit_price",
                "tax_type",
                "tax_amount",
            ),
        ),
    )
    panels = ("transactions",)


@admin.register(Expense)
class ExpenseAdmin(EntityAdmin):
    """Expenses with their receipts."""

    inlines = (
        inline(
            ExpenseReceipt,
            fields=("file", "vendor_name", "receipt_date", "receipt_total", "is_verified"),
        ),
    )


admin.site.register(VendorPayment, EntityAdmin)
admin.site.register(InvoiceLine, BaseAdmin)
admin.site.register(ExpenseReceipt, JoinAdmin)
