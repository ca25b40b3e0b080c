"""Console pages: engines."""

from django.contrib import admin

from ai.models import AgentEvaluation, AgentUsage, EmbeddingModel, LanguageModel
from core.admin import EntityAdmin, LogAdmin

admin.site.register(
    [
        AgentEvaluation,
        AgentUsage,
    ],
    LogAdmin,
)
admin.site.register(
    [
        LanguageModel,
        EmbeddingModel,
    ],
    EntityAdmin,
)
