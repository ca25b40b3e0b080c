"""Console pages: policies."""

from django.contrib import admin

from core.admin import EntityAdmin, LogAdmin
from knowledge.models import CompanyPolicy, CompanyPolicyVersion, PolicyAcknowledgment

admin.site.register(CompanyPolicy, EntityAdmin)
admin.site.register(
    [
        CompanyPolicyVersion,
        PolicyAcknowledgment,
    ],
    LogAdmin,
)
