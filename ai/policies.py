"""Who sees what of the ai schema."""

from ai.models import (
    Agent,
    AgentCapability,
    AgentConversation,
    AgentEscalation,
    AgentEvaluation,
    AgentFeedback,
    AgentHandoff,
    AgentMemory,
    AgentMessage,
    AgentPrompt,
    AgentSetting,
    AgentTask,
    AgentTaskResult,
    AgentTool,
    AgentToolCall,
    AgentUsage,
    EmbeddingModel,
    LanguageModel,
)
from core.permissions.policies import policy

# Agents
policy(Agent, "ai_agents")
policy(AgentCapability, "ai_agents", parent="agent")
policy(AgentSetting, "ai_agents", parent="agent")
policy(AgentPrompt, "ai_agents", parent="agent")
policy(AgentTool, "ai_agents", parent="agent")
policy(AgentMemory, "ai_agents", parent="agent")

# Conversations
policy(
    AgentConversation,
    "ai_conversations",
    own=["contact__user", "escalated_to__user"],
    team=["escalated_to__team", "property__primary_team", "reservation__property__primary_team"],
    outsiders_write=False,
)
policy(
    AgentMessage,
    "ai_conversations",
    parent="conversation",
    visible_if={"contact": {"role__in": ["user", "assistant"], "is_redacted": False}},
    outsiders_write=False,
)
policy(
    AgentFeedback,
    "ai_conversations",
    own=["provided_by__user"],
    parent="conversation",
    inherit="staff",
)
policy(AgentHandoff, "ai_conversations", parent="conversation", inherit="staff")
policy(
    AgentEscalation,
    "ai_conversations",
    own=["escalated_to__user"],
    team=["escalated_to_team", "escalated_to__team"],
    parent="conversation",
    inherit="staff",
)

# Engines
policy(AgentEvaluation, "ai_agents", parent="agent")
policy(LanguageModel, "ai_agents")
policy(EmbeddingModel, "ai_agents")
policy(AgentUsage, "ai_agents")

# Tasks
policy(AgentToolCall, "ai_agents", parent="agent")
policy(AgentTask, "ai_agents", parent="agent")
policy(AgentTaskResult, "ai_agents", parent="task")
