"""Console pages: vendors."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin
from directory.models import Company, Vendor, VendorAssignment

admin.site.register(
    [
        Company,
        Vendor,
    ],
    EntityAdmin,
)
admin.site.register(VendorAssignment, JoinAdmin)
