"""Console pages: lists."""

from django.contrib import admin

from core.admin import StagingAdmin
from staging.models import (
    StagedCompany,
    StagedContact,
    StagedItem,
    StagedReview,
    StagedStockCount,
    StagedTicket,
    StagedVendorInvoice,
)

admin.site.register(
    [
        StagedContact,
        StagedCompany,
        StagedVendorInvoice,
        StagedReview,
        StagedTicket,
        StagedItem,
        StagedStockCount,
    ],
    StagingAdmin,
)
