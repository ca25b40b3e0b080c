"""Console pages: charges."""

from django.contrib import admin

from core.admin import BaseAdmin, LookupAdmin
from ref.models import ExpenseCategory, FeeRate, FeeType, RevenueCategory, TaxType

admin.site.register(
    [
        FeeType,
        ExpenseCategory,
        RevenueCategory,
        TaxType,
    ],
    LookupAdmin,
)
admin.site.register(FeeRate, BaseAdmin)
