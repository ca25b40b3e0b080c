"""Console pages: checklists."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin
from knowledge.models import Checklist, ChecklistAnswer, ChecklistItem, ChecklistRun

admin.site.register(
    [
        Checklist,
        ChecklistRun,
    ],
    EntityAdmin,
)
admin.site.register(
    [
        ChecklistItem,
        ChecklistAnswer,
    ],
    BaseAdmin,
)
