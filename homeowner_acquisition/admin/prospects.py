"""Console pages: prospects."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, JournalAdmin, Panel, inline
from homeowner_acquisition.models import LeadActivity, LeadSource, Prospect, ProspectProperty


@admin.register(Prospect)
class ProspectAdmin(EntityAdmin):
    """Owners to be won."""

    list_display = (
        "number",
        "contact",
        "status",
        "prospect_type",
        "source",
        "assigned_to_member",
        "lead_score",
        "first_contact_date",
        "estimated_close_date",
    )
    inlines = (inline(ProspectProperty),)
    panels = (
        Panel("lead_activities", title="Activities"),
        "proposals",
        "contracts",
        Panel("onboarding_progress", title="Onboarding"),
        Panel("property_assessments", title="Assessments"),
        Panel("revenue_projections", title="Projections"),
    )


admin.site.register(ProspectProperty, EntityAdmin)
admin.site.register(LeadSource, BaseAdmin)
admin.site.register(LeadActivity, JournalAdmin)
