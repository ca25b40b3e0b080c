"""Console pages: proposals."""

from django.contrib import admin

from core.admin import EntityAdmin, LogAdmin
from homeowner_acquisition.models import (
    ManagementContract,
    Proposal,
    ProposalVersion,
    RevenueProjection,
)


@admin.register(Proposal)
class ProposalAdmin(EntityAdmin):
    """Proposals and their versions."""

    panels = ("versions", "contracts")


admin.site.register(ProposalVersion, LogAdmin)
admin.site.register(
    [
        ManagementContract,
        RevenueProjection,
    ],
    EntityAdmin,
)
