"""Console pages: checklists."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, Panel, inline
from knowledge.models import Checklist, ChecklistAnswer, ChecklistItem, ChecklistRun


@admin.register(Checklist)
class ChecklistAdmin(EntityAdmin):
    """Checklists with their items."""

    inlines = (
        inline(
            ChecklistItem,
            limit=60,
            fields=("item_order", "section", "item_text", "response_type", "is_required"),
        ),
    )
    panels = (Panel("instances", title="Runs"), "recurring_tasks")


@admin.register(ChecklistRun)
class ChecklistRunAdmin(EntityAdmin):
    """A checklist as it was gone through."""

    inlines = (inline(ChecklistAnswer, limit=60),)


admin.site.register(
    [
        ChecklistItem,
        ChecklistAnswer,
    ],
    BaseAdmin,
)
