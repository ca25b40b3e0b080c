"""Closed lists of agents, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class AgentType(models.TextChoices):
    GUEST_COMMS = "guest_comms"
    PROPERTY_OPS = "property_ops"
    SCHEDULING = "scheduling"
    ANALYTICS = "analytics"
    REVENUE = "revenue"
    MARKETING = "marketing"
    CONCIERGE = "concierge"
    ACQUISITION = "acquisition"
    FINANCE = "finance"
    KNOWLEDGE = "knowledge"


class AgentStatus(models.TextChoices):
    DRAFT = "draft"
    TESTING = "testing"
    BETA = "beta"
    ACTIVE = "active"
    INACTIVE = "inactive"
    ARCHIVED = "archived"


class AgentAutonomyLevel(models.TextChoices):
    SUGGEST = "suggest"
    ACT_WITH_APPROVAL = "act_with_approval"
    ACT = "act"


class AgentCapabilityRiskLevel(models.TextChoices):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class AgentSettingConfigType(models.TextChoices):
    STRING = "string"
    NUMBER = "number"
    JSON = "json"
    BOOLEAN = "boolean"


class AgentSettingEnvironment(models.TextChoices):
    PRODUCTION = "production"
    STAGING = "staging"
    DEVELOPMENT = "development"
    ALL = "all"


class AgentSettingConfigGroup(models.TextChoices):
    GENERAL = "general"
    GUARDRAIL = "guardrail"
    SCHEDULE = "schedule"
    LIMIT = "limit"
    INTEGRATION = "integration"


class AgentPromptType(models.TextChoices):
    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"
    FUNCTION = "function"


class AgentToolType(models.TextChoices):
    API = "api"
    DATABASE = "database"
    FUNCTION = "function"
    WEBHOOK = "webhook"


class AgentMemoryType(models.TextChoices):
    SHORT_TERM = "short_term"
    LONG_TERM = "long_term"
    EPISODIC = "episodic"
    SEMANTIC = "semantic"


AGENT_STATUS = Transitions(
    field="status",
    values=AgentStatus,
    moves={
        AgentStatus.DRAFT: [AgentStatus.TESTING, AgentStatus.ARCHIVED],
        AgentStatus.TESTING: [
            AgentStatus.BETA,
            AgentStatus.ACTIVE,
            AgentStatus.DRAFT,
            AgentStatus.ARCHIVED,
        ],
        AgentStatus.BETA: [AgentStatus.ACTIVE, AgentStatus.DRAFT, AgentStatus.ARCHIVED],
        AgentStatus.ACTIVE: [AgentStatus.INACTIVE, AgentStatus.ARCHIVED],
        AgentStatus.INACTIVE: [AgentStatus.ACTIVE, AgentStatus.ARCHIVED],
    },
)
