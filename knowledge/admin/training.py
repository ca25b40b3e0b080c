"""Console pages: training."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, JournalAdmin, inline
from knowledge.models import TrainingCompletion, TrainingMaterial, TrainingModule


@admin.register(TrainingMaterial)
class TrainingMaterialAdmin(EntityAdmin):
    """Training with its modules."""

    inlines = (inline(TrainingModule),)


admin.site.register(TrainingModule, BaseAdmin)
admin.site.register(TrainingCompletion, JournalAdmin)
