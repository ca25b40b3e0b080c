"""Console pages: training."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, LogAdmin
from knowledge.models import TrainingCompletion, TrainingMaterial, TrainingModule

admin.site.register(TrainingMaterial, EntityAdmin)
admin.site.register(TrainingModule, BaseAdmin)
admin.site.register(TrainingCompletion, LogAdmin)
