"""Console pages: agents."""

from django.contrib import admin

from ai.models import Agent, AgentCapability, AgentMemory, AgentPrompt, AgentSetting, AgentTool
from core.admin import BaseAdmin, EntityAdmin

admin.site.register(
    [
        Agent,
        AgentSetting,
        AgentPrompt,
        AgentTool,
    ],
    EntityAdmin,
)
admin.site.register(
    [
        AgentCapability,
        AgentMemory,
    ],
    BaseAdmin,
)
