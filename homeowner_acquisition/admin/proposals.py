"""Console pages: proposals."""

from django.contrib import admin

from core.admin import EntityAdmin, LogAdmin
from homeowner_acquisition.models import (
    ManagementContract,
    Proposal,
    ProposalVersion,
    RevenueProjection,
)

admin.site.register(
    [
        Proposal,
        ManagementContract,
        RevenueProjection,
    ],
    EntityAdmin,
)
admin.site.register(ProposalVersion, LogAdmin)
