"""Console pages: conversations."""

from django.contrib import admin

from ai.models import AgentConversation, AgentEscalation, AgentFeedback, AgentHandoff, AgentMessage
from core.admin import EntityAdmin, JournalAdmin, LogAdmin, Panel


@admin.register(AgentConversation)
class AgentConversationAdmin(EntityAdmin):
    """Conversations, message by message."""

    panels = (
        Panel("agent_messages", title="Messages"),
        "agent_tool_calls",
        "agent_handoffs",
        "agent_escalations",
        Panel("agent_feedback", title="Feedback"),
    )


admin.site.register(
    [
        AgentMessage,
        AgentHandoff,
    ],
    LogAdmin,
)
admin.site.register(
    [
        AgentFeedback,
        AgentEscalation,
    ],
    JournalAdmin,
)
