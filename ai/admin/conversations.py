"""Console pages: conversations."""

from django.contrib import admin

from ai.models import AgentConversation, AgentEscalation, AgentFeedback, AgentHandoff, AgentMessage
from core.admin import EntityAdmin, LogAdmin

admin.site.register(AgentConversation, EntityAdmin)
admin.site.register(
    [
        AgentMessage,
        AgentFeedback,
        AgentHandoff,
        AgentEscalation,
    ],
    LogAdmin,
)
