"""Console pages: claims."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin
from service.models import (
    ClaimAppeal,
    ClaimApproval,
    ClaimDenial,
    ClaimSubmission,
    DamageClaim,
    TicketDamage,
)

admin.site.register(TicketDamage, BaseAdmin)
admin.site.register(
    [
        DamageClaim,
        ClaimSubmission,
        ClaimApproval,
        ClaimDenial,
        ClaimAppeal,
    ],
    EntityAdmin,
)
