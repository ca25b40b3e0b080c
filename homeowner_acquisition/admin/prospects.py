"""Console pages: prospects."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, LogAdmin
from homeowner_acquisition.models import LeadActivity, LeadSource, Prospect, ProspectProperty

admin.site.register(
    [
        Prospect,
        ProspectProperty,
    ],
    EntityAdmin,
)
admin.site.register(LeadSource, BaseAdmin)
admin.site.register(LeadActivity, LogAdmin)
