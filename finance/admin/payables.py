"""Console pages: payables."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, JoinAdmin
from finance.models import Expense, ExpenseReceipt, Invoice, InvoiceLine, VendorPayment

admin.site.register(
    [
        VendorPayment,
        Invoice,
        Expense,
    ],
    EntityAdmin,
)
admin.site.register(InvoiceLine, BaseAdmin)
admin.site.register(ExpenseReceipt, JoinAdmin)
