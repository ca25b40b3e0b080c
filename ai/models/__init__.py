"""Models of the ai schema, by topic."""

from ai.models.agents import (
    Agent,
    AgentCapability,
    AgentMemory,
    AgentPrompt,
    AgentSetting,
    AgentTool,
)
from ai.models.conversations import (
    AgentConversation,
    AgentEscalation,
    AgentFeedback,
    AgentHandoff,
    AgentMessage,
)
from ai.models.engines import AgentEvaluation, AgentUsage, EmbeddingModel, LanguageModel
from ai.models.tasks import AgentTask, AgentTaskResult, AgentToolCall

__all__ = [
    "Agent",
    "AgentCapability",
    "AgentConversation",
    "AgentEscalation",
    "AgentEvaluation",
    "AgentFeedback",
    "AgentHandoff",
    "AgentMemory",
    "AgentMessage",
    "AgentPrompt",
    "AgentSetting",
    "AgentTask",
    "AgentTaskResult",
    "AgentTool",
    "AgentToolCall",
    "AgentUsage",
    "EmbeddingModel",
    "LanguageModel",
]
