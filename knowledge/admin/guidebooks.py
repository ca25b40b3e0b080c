"""Console pages: guidebooks."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, inline
from knowledge.models import GlossaryTerm, Guidebook, GuidebookSection


@admin.register(Guidebook)
class GuidebookAdmin(EntityAdmin):
    """Guidebooks with their sections."""

    inlines = (inline(GuidebookSection),)


admin.site.register(
    [
        GuidebookSection,
        GlossaryTerm,
    ],
    BaseAdmin,
)
