"""Conversations."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from ai.choices.conversations import (
    AgentConversationResolutionType,
    AgentConversationSentiment,
    AgentConversationStatus,
    AgentEscalationStatus,
    AgentFeedbackType,
    AgentHandoffStatus,
    AgentMessageContentType,
    AgentMessageRole,
    AgentMessageSentiment,
)
from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    DecimalField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    Log,
    NowField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)


class AgentConversation(Entity):
    """Conversation between an agent and a person."""

    number = BusinessIDField("CONV-", width=8, db_column="conversation_id")

    agent = models.ForeignKey(
        "ai.Agent", models.PROTECT, related_name="conversations", db_index=False
    )
    contact = models.ForeignKey(
        "directory.Contact",
        models.SET_NULL,
        related_name="agent_conversations",
        null=True,
        blank=True,
    )
    reservation = models.ForeignKey(
        "reservations.Reservation",
        models.SET_NULL,
        related_name="agent_conversations",
        null=True,
        blank=True,
    )
    property = models.ForeignKey(
        "property.Property",
        models.SET_NULL,
        related_name="agent_conversations",
        null=True,
        blank=True,
    )
    channel = CodeField("ref.ChannelType", db_column="channel", related_name="agent_conversations")
    language = CodeField("ref.Language", related_name="agent_conversations", null=True)
    escalated_to = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="agent_conversations",
        null=True,
        blank=True,
    )

    channel_identifier = LineField(null=True)
    started_at = NowField()
    ended_at = models.DateTimeField(null=True, blank=True)
    duration_seconds = IntegerField(null=True)
    message_count = IntegerField(default=0)
    sentiment = ChoiceField(AgentConversationSentiment, null=True)
    topics = ArrayField(LineField(), null=True, blank=True)
    resolution = TextField(null=True)
    resolution_type = ChoiceField(AgentConversationResolutionType, null=True)
    escalated = FlagField()
    escalation_reason = TextField(null=True)
    summary = TextField(null=True)
    action_items = ArrayField(LineField(), null=True, blank=True)
    quality_score = DecimalField(max_digits=3, decimal_places=2, null=True)
    customer_satisfaction = IntegerField(null=True)
    metadata = models.JSONField(null=True, blank=True)
    total_tokens = IntegerField(default=0)
    total_cost = DecimalField(max_digits=12, decimal_places=4, default=0)
    handoff_to_human = FlagField()
    handoff_reason = TextField(null=True)
    satisfaction_score = DecimalField(max_digits=3, decimal_places=2, null=True)

    status = ChoiceField(AgentConversationStatus, default=AgentConversationStatus.OPEN)

    search_text = SearchTextField("number")

    label_fields = ("number", "status")
    search_through = ("property", "contact")

    class Meta:
        db_table = in_schema("ai", "agent_conversations")
        verbose_name = "agent conversation"
        verbose_name_plural = "agent conversations"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(customer_satisfaction__gte=1, customer_satisfaction__lte=5),
                name="agent_conversations_customer_satisfaction_check",
                violation_error_message="Customer satisfaction must lie between 1 and 5.",
            )
        ]
        indexes = [
            models.Index(fields=["agent", "-started_at"], name="agent_conversa_agent_sta_966de"),
            models.Index(fields=["status"], name="agent_conversa_status"),
            models.Index(
                fields=["escalated"],
                condition=models.Q(escalated=True),
                name="agent_conversa_escalated_57ed7",
            ),
            search_index("agent_conversations_search"),
        ]


class AgentMessage(Log):
    """Messages of an agent conversation in order."""

    conversation = models.ForeignKey(
        "ai.AgentConversation", models.CASCADE, related_name="agent_messages", db_index=False
    )
    comms_message = models.ForeignKey(
        "comms.Message", models.SET_NULL, related_name="agent_messages", null=True, blank=True
    )

    message_order = IntegerField()
    role = ChoiceField(AgentMessageRole)
    content = TextField()
    content_type = ChoiceField(AgentMessageContentType, default=AgentMessageContentType.TEXT)
    tokens = IntegerField(null=True)
    model_used = LineField(null=True)
    latency_ms = IntegerField(null=True)
    tool_calls = models.JSONField(null=True, blank=True)
    tool_results = models.JSONField(null=True, blank=True)
    sentiment = ChoiceField(AgentMessageSentiment, null=True)
    intent = LineField(null=True)
    entities = models.JSONField(null=True, blank=True)
    cost = DecimalField(max_digits=12, decimal_places=6, null=True)
    is_redacted = FlagField()

    label_fields = ("message_order", "role")
    search_through = ("conversation",)

    class Meta:
        db_table = in_schema("ai", "agent_messages")
        verbose_name = "agent message"
        verbose_name_plural = "agent messages"
        ordering = ["conversation_id", "message_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "message_order"],
                name="agent_messages_conversation_message_order_unique",
                violation_error_message="There is already a row with this conversation, message order.",
            )
        ]


class AgentFeedback(Log):
    """Human feedback on agent output."""

    agent = models.ForeignKey("ai.Agent", models.PROTECT, related_name="feedback")
    message = models.ForeignKey(
        "ai.AgentMessage", models.SET_NULL, related_name="agent_feedback", null=True, blank=True
    )
    conversation = models.ForeignKey(
        "ai.AgentConversation",
        models.SET_NULL,
        related_name="agent_feedback",
        null=True,
        blank=True,
    )
    provided_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="agent_feedback", null=True, blank=True
    )

    feedback_type = ChoiceField(AgentFeedbackType)
    feedback_value = IntegerField(null=True)
    feedback_text = TextField(null=True)
    corrected_text = TextField(null=True)
    is_resolved = FlagField()

    label_fields = ("feedback_type", "feedback_value")
    search_through = ("agent",)

    class Meta:
        db_table = in_schema("ai", "agent_feedback")
        verbose_name = "agent feedback"
        verbose_name_plural = "agent feedback"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(feedback_value__gte=1, feedback_value__lte=5),
                name="agent_feedback_feedback_value_check",
                violation_error_message="Feedback value must lie between 1 and 5.",
            )
        ]


class AgentHandoff(Log):
    """Transfers of a conversation between agents."""

    number = BusinessIDField("HND-", db_column="handoff_id")

    from_agent = models.ForeignKey(
        "ai.Agent", models.PROTECT, related_name="handoffs_as_from_agent"
    )
    to_agent = models.ForeignKey(
        "ai.Agent", models.SET_NULL, related_name="handoffs_as_to_agent", null=True, blank=True
    )
    conversation = models.ForeignKey(
        "ai.AgentConversation",
        models.SET_NULL,
        related_name="agent_handoffs",
        null=True,
        blank=True,
    )

    handoff_reason = TextField()
    context_passed = models.JSONField(null=True, blank=True)
    handoff_at = NowField()
    condition = LineField(null=True)
    priority = IntegerField(default=5)
    accepted_at = models.DateTimeField(null=True, blank=True)

    status = ChoiceField(AgentHandoffStatus, default=AgentHandoffStatus.PENDING)

    search_text = SearchTextField("number")

    label_fields = ("number",)
    search_through = ("from_agent",)

    class Meta:
        db_table = in_schema("ai", "agent_handoffs")
        verbose_name = "agent handoff"
        verbose_name_plural = "agent handoffs"
        ordering = ["-id"]
        indexes = [search_index("agent_handoffs_search")]


class AgentEscalation(Log):
    """Escalations from an agent to people."""

    agent = models.ForeignKey("ai.Agent", models.PROTECT, related_name="escalations")
    conversation = models.ForeignKey(
        "ai.AgentConversation",
        models.SET_NULL,
        related_name="agent_escalations",
        null=True,
        blank=True,
    )
    escalated_to = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="agent_escalations", null=True, blank=True
    )
    priority = CodeField("ref.TicketPriority", related_name="agent_escalations", default="HIGH")
    ticket = models.ForeignKey(
        "service.Ticket", models.SET_NULL, related_name="agent_escalations", null=True, blank=True
    )
    escalated_to_team = models.ForeignKey(
        "team.Team", models.SET_NULL, related_name="agent_escalations", null=True, blank=True
    )

    escalation_reason = TextField()
    escalated_to_role = LineField(null=True)
    context = models.JSONField(null=True, blank=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolution_notes = TextField(null=True)
    escalated_at = NowField()
    acknowledged_at = models.DateTimeField(null=True, blank=True)

    status = ChoiceField(AgentEscalationStatus, default=AgentEscalationStatus.PENDING)

    label_fields = ("escalation_reason",)
    search_through = ("ticket", "escalated_to")

    class Meta:
        db_table = in_schema("ai", "agent_escalations")
        verbose_name = "agent escalation"
        verbose_name_plural = "agent escalations"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["status", "escalated_at"], name="agent_escalati_status_es_1f0a6")
        ]
