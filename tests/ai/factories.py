"""Factories of the ai models."""

from core.testing.factories import DAY, Counted, Days, ModelFactory, Numbered, Parent


class AgentFactory(ModelFactory):
    class Meta:
        model = "ai.Agent"

    agent_name = Numbered("AI agent {}")
    agent_type = "guest_comms"
    agent_code = Numbered("CODE-{}")


class AgentCapabilityFactory(ModelFactory):
    class Meta:
        model = "ai.AgentCapability"

    agent = Parent("ai.Agent")
    capability_code = Numbered("CODE-{}")
    capability_name = Numbered("Agent capability {}")


class AgentSettingFactory(ModelFactory):
    class Meta:
        model = "ai.AgentSetting"

    agent = Parent("ai.Agent")
    config_key = Numbered("Config key {}")


class AgentPromptFactory(ModelFactory):
    class Meta:
        model = "ai.AgentPrompt"

    prompt_name = Numbered("Agent prompt {}")
    agent = Parent("ai.Agent")
    prompt_text = Numbered("Prompt text {}")


class AgentToolFactory(ModelFactory):
    class Meta:
        model = "ai.AgentTool"

    tool_name = Numbered("Agent tool {}")


class AgentMemoryFactory(ModelFactory):
    class Meta:
        model = "ai.AgentMemory"

    agent = Parent("ai.Agent")
    memory_type = "short_term"
    memory_key = Numbered("Memory key {}")
    memory_value = {"likes": "ocean view"}


class AgentConversationFactory(ModelFactory):
    class Meta:
        model = "ai.AgentConversation"

    agent = Parent("ai.Agent")
    channel_code = "EMAIL"


class AgentMessageFactory(ModelFactory):
    class Meta:
        model = "ai.AgentMessage"

    conversation = Parent("ai.AgentConversation")
    message_order = Counted()
    role = "user"
    content = Numbered("Content {}")


class AgentFeedbackFactory(ModelFactory):
    class Meta:
        model = "ai.AgentFeedback"

    agent = Parent("ai.Agent")
    feedback_type = "thumbs_up"


class AgentHandoffFactory(ModelFactory):
    class Meta:
        model = "ai.AgentHandoff"

    from_agent = Parent("ai.Agent")
    handoff_reason = Numbered("Handoff reason {}")


class AgentEscalationFactory(ModelFactory):
    class Meta:
        model = "ai.AgentEscalation"

    agent = Parent("ai.Agent")
    escalation_reason = Numbered("Escalation reason {}")


class AgentEvaluationFactory(ModelFactory):
    class Meta:
        model = "ai.AgentEvaluation"

    agent = Parent("ai.Agent")
    evaluation_date = DAY
    metrics = {"resolved": 12}


class LanguageModelFactory(ModelFactory):
    class Meta:
        model = "ai.LanguageModel"

    model_name = Numbered("Language model {}")
    provider = "anthropic"


class EmbeddingModelFactory(ModelFactory):
    class Meta:
        model = "ai.EmbeddingModel"

    model_name = Numbered("Embedding model {}")
    provider = "openai"
    dimensions = 1536


class AgentUsageFactory(ModelFactory):
    class Meta:
        model = "ai.AgentUsage"

    usage_date = Days()


class AgentToolCallFactory(ModelFactory):
    class Meta:
        model = "ai.AgentToolCall"

    agent = Parent("ai.Agent")
    tool = Parent("ai.AgentTool")
    status = "pending"


class AgentTaskFactory(ModelFactory):
    class Meta:
        model = "ai.AgentTask"

    agent = Parent("ai.Agent")
    task_type = "draft_reply"
    task_name = Numbered("Agent task {}")


class AgentTaskResultFactory(ModelFactory):
    class Meta:
        model = "ai.AgentTaskResult"

    task = Parent("ai.AgentTask")
