"""Console pages: agents."""

from django.contrib import admin

from ai.models import Agent, AgentCapability, AgentMemory, AgentPrompt, AgentSetting, AgentTool
from core.admin import BaseAdmin, EntityAdmin, Panel, inline


@admin.register(Agent)
class AgentAdmin(EntityAdmin):
    """Agents, with what they can and did do."""

    is_large = False
    inlines = (inline(AgentCapability), inline(AgentSetting))
    panels = (
        "prompts",
        "tools",
        "conversations",
        "escalations",
        "evaluations",
        Panel("usage_logs", title="Usage"),
    )


admin.site.register(
    [
        AgentCapability,
        AgentMemory,
    ],
    BaseAdmin,
)
admin.site.register(
    [
        AgentSetting,
        AgentPrompt,
        AgentTool,
    ],
    EntityAdmin,
)
