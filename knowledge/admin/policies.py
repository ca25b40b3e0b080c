"""Console pages: policies."""

from django.contrib import admin

from core.admin import EntityAdmin, JournalAdmin, LogAdmin, Panel
from knowledge.models import CompanyPolicy, CompanyPolicyVersion, PolicyAcknowledgment


@admin.register(CompanyPolicy)
class CompanyPolicyAdmin(EntityAdmin):
    """Policies, their versions and who knows them."""

    panels = (
        Panel("policy_versions", title="Versions"),
        Panel("policy_acknowledgments", title="Acknowledged"),
    )


admin.site.register(CompanyPolicyVersion, LogAdmin)
admin.site.register(PolicyAcknowledgment, JournalAdmin)
