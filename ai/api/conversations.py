"""Conversations over the API."""

from ai.models import AgentConversation, AgentEscalation, AgentFeedback, AgentHandoff, AgentMessage
from core.api.resources import Resource


class AgentConversationResource(Resource):
    """Conversation between an agent and a person."""

    model = AgentConversation
    fields = """
        id number agent contact reservation property channel language escalated_to
        channel_identifier started_at ended_at duration_seconds message_count sentiment topics
        resolution resolution_type escalated escalation_reason summary action_items
        quality_score customer_satisfaction metadata total_tokens total_cost handoff_to_human
        handoff_reason satisfaction_score status created_at updated_at
    """


class AgentMessageResource(Resource):
    """Messages of an agent conversation in order."""

    model = AgentMessage
    fields = """
        id conversation comms_message message_order role content content_type tokens model_used
        latency_ms tool_calls tool_results sentiment intent entities cost is_redacted created_at
        updated_at
    """


class AgentFeedbackResource(Resource):
    """Human feedback on agent output."""

    model = AgentFeedback
    fields = """
        id agent message conversation provided_by feedback_type feedback_value feedback_text
        corrected_text is_resolved created_at updated_at
    """
    read_only = False
    deletes = False


class AgentHandoffResource(Resource):
    """Transfers of a conversation between agents."""

    model = AgentHandoff
    fields = """
        id number from_agent to_agent conversation handoff_reason context_passed handoff_at
        condition priority accepted_at status created_at updated_at
    """


class AgentEscalationResource(Resource):
    """Escalations from an agent to people."""

    model = AgentEscalation
    fields = """
        id agent conversation escalated_to priority ticket escalated_to_team escalation_reason
        escalated_to_role context resolved_at resolution_notes escalated_at acknowledged_at
        status created_at updated_at
    """
    read_only = False
    deletes = False
