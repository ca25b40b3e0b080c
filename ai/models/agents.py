"""Agents."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from ai.choices.agents import (
    AGENT_STATUS,
    AgentAutonomyLevel,
    AgentCapabilityRiskLevel,
    AgentMemoryType,
    AgentPromptType,
    AgentSettingConfigGroup,
    AgentSettingConfigType,
    AgentSettingEnvironment,
    AgentStatus,
    AgentToolType,
    AgentType,
)
from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    DecimalField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    RateField,
    SearchTextField,
    TextField,
    VectorField,
    in_schema,
    search_index,
)


class Agent(Entity):
    """AI agents: purpose, model, prompt and state."""

    number = BusinessIDField("AGT-", width=4, db_column="agent_id")
    agent_name = LineField()

    model_config = models.ForeignKey(
        "ai.LanguageModel", models.SET_NULL, related_name="agents", null=True, blank=True
    )
    active_prompt = models.ForeignKey(
        "ai.AgentPrompt",
        models.SET_NULL,
        related_name="agents",
        null=True,
        blank=True,
        help_text="overrides system_prompt",
    )
    owner_member = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="agents", null=True, blank=True
    )

    agent_type = ChoiceField(AgentType)
    description = TextField(null=True)
    system_prompt = TextField(null=True)
    personality = models.JSONField(null=True, blank=True)
    capabilities = ArrayField(LineField(), null=True, blank=True)
    rate_limits = models.JSONField(null=True, blank=True)
    version = LineField(null=True)
    agent_code = LineField(unique=True)
    temperature = DecimalField(max_digits=3, decimal_places=2, null=True)
    max_tokens = IntegerField(null=True)
    autonomy_level = ChoiceField(AgentAutonomyLevel, default=AgentAutonomyLevel.SUGGEST)
    default_channel_codes = ArrayField(LineField(), null=True, blank=True)
    is_active = FlagField(default=True)

    status = ChoiceField(AgentStatus, default=AgentStatus.ACTIVE)

    search_text = SearchTextField("number", "agent_name", "agent_code")

    label_fields = ("agent_name", "agent_code")

    class Meta:
        db_table = in_schema("ai", "agents")
        verbose_name = "AI agent"
        verbose_name_plural = "AI agents"
        ordering = ["agent_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(temperature__gte=0, temperature__lte=2),
                name="agents_temperature_check",
                violation_error_message="Temperature must lie between 0 and 2.",
            )
        ]
        indexes = [
            models.Index(fields=["status"], name="agents_status"),
            models.Index(fields=["agent_type"], name="agents_agent_type"),
            search_index("agents_search"),
        ]
        triggers = [AGENT_STATUS.guard()]


class AgentCapability(BaseModel):
    """What each agent may do."""

    agent = models.ForeignKey(
        "ai.Agent", models.CASCADE, related_name="agent_capabilities", db_index=False
    )

    capability_code = LineField()
    capability_name = LineField()
    description = TextField(null=True)
    is_enabled = FlagField(default=True)
    parameters = models.JSONField(null=True, blank=True)
    risk_level = ChoiceField(AgentCapabilityRiskLevel, default=AgentCapabilityRiskLevel.LOW)
    requires_approval = FlagField()

    search_text = SearchTextField("capability_code", "capability_name")

    label_fields = ("capability_name",)
    search_through = ("agent",)

    class Meta:
        db_table = in_schema("ai", "agent_capabilities")
        verbose_name = "agent capability"
        verbose_name_plural = "agent capabilities"
        ordering = ["capability_code"]
        constraints = [
            models.UniqueConstraint(
                fields=["agent", "capability_code"],
                name="agent_capabilities_agent_capability_code_unique",
                violation_error_message="There is already a row with this agent, capability code.",
            )
        ]
        indexes = [search_index("agent_capabilities_search")]


class AgentSetting(Entity):
    """Per-agent settings and guardrails by environment."""

    number = BusinessIDField("ACFG-", db_column="config_id")

    agent = models.ForeignKey("ai.Agent", models.CASCADE, related_name="configs", db_index=False)

    config_key = LineField()
    config_value = LineField(
        null=True, help_text="secret values are kept in secure.access_credentials"
    )
    config_type = ChoiceField(AgentSettingConfigType, null=True)
    description = TextField(null=True)
    is_sensitive = FlagField()
    environment = ChoiceField(AgentSettingEnvironment, default=AgentSettingEnvironment.ALL)
    is_active = FlagField(default=True)
    config_group = ChoiceField(AgentSettingConfigGroup, default=AgentSettingConfigGroup.GENERAL)

    search_text = SearchTextField("number")

    label_fields = ("config_key", "number")
    search_through = ("agent",)

    class Meta:
        db_table = in_schema("ai", "agent_configs")
        verbose_name = "agent setting"
        verbose_name_plural = "agent settings"
        ordering = ["config_group", "config_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["agent", "config_key", "environment"],
                name="agent_configs_agent_config_key_environment_unique",
                violation_error_message="There is already a row with this agent, config key, environment.",
            )
        ]
        indexes = [search_index("agent_configs_search")]


class AgentPrompt(Entity):
    """Versioned prompt texts of an agent."""

    number = BusinessIDField("PRM-", db_column="prompt_id")
    prompt_name = LineField()

    agent = models.ForeignKey("ai.Agent", models.CASCADE, related_name="prompts", db_index=False)
    created_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="agent_prompts_as_created_by",
        null=True,
        blank=True,
    )
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="agent_prompts_as_approved_by",
        null=True,
        blank=True,
    )

    prompt_type = ChoiceField(AgentPromptType, null=True)
    prompt_text = TextField()
    variables = ArrayField(LineField(), null=True, blank=True)
    version = IntegerField(default=1)
    is_active = FlagField(default=True)
    user_template = LineField(null=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    change_notes = TextField(null=True)

    search_text = SearchTextField("number", "prompt_name")

    label_fields = ("prompt_name", "version")
    search_through = ("agent",)

    class Meta:
        db_table = in_schema("ai", "agent_prompts")
        verbose_name = "agent prompt"
        verbose_name_plural = "agent prompts"
        ordering = ["prompt_name", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["agent", "prompt_name", "version"],
                name="agent_prompts_agent_prompt_name_version_unique",
                violation_error_message="There is already a row with this agent, prompt name, version.",
            )
        ]
        indexes = [search_index("agent_prompts_search")]


class AgentTool(Entity):
    """Tools an agent can call."""

    number = BusinessIDField("TOOL-", width=4, db_column="tool_id")
    tool_name = LineField()

    agent = models.ForeignKey(
        "ai.Agent", models.CASCADE, related_name="tools", null=True, blank=True, db_index=False
    )
    credential = models.ForeignKey(
        "secure.Credential", models.SET_NULL, related_name="agent_tools", null=True, blank=True
    )

    tool_type = ChoiceField(AgentToolType, null=True)
    description = TextField(null=True)
    parameters_schema = models.JSONField(null=True, blank=True)
    endpoint = LineField(null=True)
    auth_config = models.JSONField(null=True, blank=True)
    is_active = FlagField(default=True)
    requires_approval = FlagField()
    timeout_seconds = IntegerField(default=30)

    search_text = SearchTextField("number", "tool_name")

    label_fields = ("tool_name", "number")

    class Meta:
        db_table = in_schema("ai", "agent_tools")
        verbose_name = "agent tool"
        verbose_name_plural = "agent tools"
        ordering = ["tool_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["agent", "tool_name"],
                name="agent_tools_agent_tool_name_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this agent, tool name.",
            )
        ]
        indexes = [search_index("agent_tools_search")]


class AgentMemory(BaseModel):
    """Facts an agent remembers, with expiry."""

    agent = models.ForeignKey("ai.Agent", models.CASCADE, related_name="memory", db_index=False)
    contact = models.ForeignKey(
        "directory.Contact", models.CASCADE, related_name="agent_memory", null=True, blank=True
    )
    source_conversation = models.ForeignKey(
        "ai.AgentConversation", models.SET_NULL, related_name="agent_memory", null=True, blank=True
    )

    memory_type = ChoiceField(AgentMemoryType)
    memory_key = LineField()
    memory_value = models.JSONField(default=dict, blank=True)
    context_id = models.UUIDField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    context_type = LineField(null=True)
    confidence = RateField(null=True, help_text="fraction")
    embedding = VectorField(384, null=True, blank=True)

    label_fields = ("memory_key",)
    search_through = ("contact", "agent")

    class Meta:
        db_table = in_schema("ai", "agent_memory")
        verbose_name = "agent memory"
        verbose_name_plural = "agent memories"
        ordering = ["memory_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["agent", "memory_type", "memory_key", "context_id"],
                name="agent_memory_agent_memory_type_memory_key_context_id_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this agent, memory type, memory key, context id.",
            )
        ]
        indexes = [
            models.Index(
                fields=["expires_at"],
                condition=models.Q(expires_at__isnull=False),
                name="agent_memory_expires_at_ebe68",
            )
        ]
