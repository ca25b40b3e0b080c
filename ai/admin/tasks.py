"""Console pages: tasks."""

from django.contrib import admin

from ai.models import AgentTask, AgentTaskResult, AgentToolCall
from core.admin import EntityAdmin, LogAdmin

admin.site.register(
    [
        AgentToolCall,
        AgentTaskResult,
    ],
    LogAdmin,
)
admin.site.register(AgentTask, EntityAdmin)
