"""Agents over the API."""

from ai.models import Agent, AgentCapability, AgentMemory, AgentPrompt, AgentSetting, AgentTool
from core.api.resources import Resource


class AgentResource(Resource):
    """AI agents: purpose, model, prompt and state."""

    model = Agent
    fields = """
        id number agent_name model_config active_prompt owner_member agent_type description
        system_prompt personality capabilities rate_limits version agent_code temperature
        max_tokens autonomy_level default_channel_codes is_active status created_at updated_at
    """


class AgentCapabilityResource(Resource):
    """What each agent may do."""

    model = AgentCapability
    fields = """
        id agent capability_code capability_name description is_enabled parameters risk_level
        requires_approval created_at updated_at
    """


class AgentSettingResource(Resource):
    """Per-agent settings and guardrails by environment."""

    model = AgentSetting
    fields = """
        id number agent config_key config_value config_type description is_sensitive environment
        is_active config_group created_at updated_at
    """


class AgentPromptResource(Resource):
    """Versioned prompt texts of an agent."""

    model = AgentPrompt
    fields = """
        id number prompt_name agent created_by approved_by prompt_type prompt_text variables
        version is_active user_template approved_at change_notes created_at updated_at
    """


class AgentToolResource(Resource):
    """Tools an agent can call."""

    model = AgentTool
    fields = """
        id number tool_name agent credential tool_type description parameters_schema endpoint
        auth_config is_active requires_approval timeout_seconds created_at updated_at
    """


class AgentMemoryResource(Resource):
    """Facts an agent remembers, with expiry."""

    model = AgentMemory
    fields = """
        id agent contact source_conversation memory_type memory_key memory_value context_id
        expires_at context_type confidence created_at updated_at
    """
