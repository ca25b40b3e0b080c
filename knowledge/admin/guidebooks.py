"""Console pages: guidebooks."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin
from knowledge.models import GlossaryTerm, Guidebook, GuidebookSection

admin.site.register(Guidebook, EntityAdmin)
admin.site.register(
    [
        GuidebookSection,
        GlossaryTerm,
    ],
    BaseAdmin,
)
