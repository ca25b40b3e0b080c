"""Console pages: claims."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, Panel
from service.models import (
    ClaimAppeal,
    ClaimApproval,
    ClaimDenial,
    ClaimSubmission,
    DamageClaim,
    TicketDamage,
)


@admin.register(DamageClaim)
class DamageClaimAdmin(EntityAdmin):
    """Damage and the way to its recovery."""

    list_display = (
        "number",
        "claim_name",
        "status_code",
        "property",
        "reservation",
        "damage_category",
        "incident_date",
        "claim_owner",
    )
    panels = (
        "submissions",
        "approvals",
        "denials",
        "appeals",
        Panel("ticket_claims", title="Tickets"),
        Panel("ticket_damage", title="Damage"),
        "invoices",
    )


@admin.register(ClaimSubmission)
class ClaimSubmissionAdmin(EntityAdmin):
    """What was asked of whom, and by when they must answer."""

    panels = (
        Panel("damage_claim_approvals", title="Approvals"),
        Panel("damage_claim_denials", title="Denials"),
        Panel("damage_claim_appeals", title="Appeals"),
    )


admin.site.register(TicketDamage, BaseAdmin)
admin.site.register(
    [
        ClaimApproval,
        ClaimDenial,
        ClaimAppeal,
    ],
    EntityAdmin,
)
