"""A few agents that draft and propose; people decide."""

from datetime import timedelta
from decimal import Decimal

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
from config.demo.world import ONE, World, at

AGENTS = [
    ("GUEST_DRAFT", "Kupuna, drafts answers to guests", "guest_comms", "suggest", "active"),
    ("PRICE_TIP", "Nalu, proposes rates", "revenue", "act_with_approval", "active"),
    ("TICKET_SORT", "Makai, sorts tickets", "property_ops", "suggest", "testing"),
]


def deploy(world: World) -> None:
    """Models, agents and what they may do; needed before articles and recommendations."""
    with world.about("agents"):
        world.shelf["embedding"] = world.add(
            EmbeddingModel, model_name="rule-words", provider="local", dimensions=384, chunk_size=400,
            chunk_overlap=40, is_default=True,
        )  # fmt: skip
        model = world.shelf["model"] = world.add(
            LanguageModel, model_name="rules", provider="local", model_version="1", is_default=True,
            display_name="Rules, no provider", temperature=Decimal("0.2"), max_tokens=800,
            notes="Answers from templates; nothing leaves the house.",
        )  # fmt: skip
        world.shelf["agents"] = []
        for code, name, kind, autonomy, state in AGENTS:
            key = world.add(
                Agent, agent_code=code, agent_name=name, agent_type=kind, autonomy_level=autonomy,
                model_config_id=model, owner_member_id=world.members[0].id, status=state,
                description=name, capabilities=["read", "draft"], version="1.2",
                default_channel_codes=["EMAIL"], temperature=Decimal("0.2"), max_tokens=800,
            )  # fmt: skip
            world.shelf["agents"].append(key)
            _rules(world, key, kind)
        world.shelf["pricing_agent"] = world.shelf["agents"][1]


def _rules(world, agent, kind):
    lead = world.members[0].id
    world.add(
        AgentCapability, agent_id=agent, capability_code="draft", capability_name="Draft a text",
        risk_level="low", requires_approval=True,
    )  # fmt: skip
    world.add(
        AgentSetting, agent_id=agent, config_key="daily_limit", config_value="200",
        config_type="number", config_group="limit", description="Calls a day",
    )  # fmt: skip
    world.add(
        AgentPrompt, agent_id=agent, prompt_name="Main", prompt_type="system", created_by_id=lead,
        prompt_text="Warm and plain. Never promise money. Ask a person when unsure.", version=1,
        approved_by_id=lead, approved_at=world.founded,
    )  # fmt: skip
    world.shelf["tool", kind] = world.add(
        AgentTool, agent_id=agent, tool_name="look_up_stay", tool_type="function",
        description="Reads one stay", parameters_schema={"reservation": "uuid"},
    )  # fmt: skip
    world.add(
        AgentMemory, agent_id=agent, memory_type="semantic", memory_key="check_out_time",
        memory_value={"value": "10:00"}, confidence=Decimal("0.99"),
    )  # fmt: skip
    for days in range(1, 8):
        day = world.today - days * ONE
        tokens = world.chance.randint(2000, 30000)
        world.add(
            AgentUsage, at(day, 23), agent_id=agent, model_config_id=world.shelf["model"],
            usage_date=day, prompt_tokens=tokens, completion_tokens=tokens // 5,
            total_tokens=tokens + tokens // 5, request_count=tokens // 900, estimated_cost=Decimal(0),
        )  # fmt: skip
    world.add(
        AgentEvaluation, at(world.today - 7 * ONE), agent_id=agent, evaluation_type="weekly",
        evaluation_date=world.today - 7 * ONE, metrics={"accepted": 0.82, "edited": 0.11},
        score=Decimal("82"), sample_size=60, evaluated_by_id=lead,
    )  # fmt: skip


def converse(world: World) -> None:
    """What the agents did these days."""
    with world.about("conversations") as chance:
        agent, other = world.shelf["agents"][0], world.shelf["agents"][2]
        helper = world.team("GUEST_SERVICES")[0]
        here = [s for h in world.homes for s in h.stays if s.guest and s.status == "checked_in"]
        for number, stay in enumerate(here[:10]):
            when = world.now - timedelta(hours=3 * number + 1)
            handed = number % 4 == 1
            talk = world.add(
                AgentConversation, when, agent_id=agent, contact_id=stay.guest.contact,
                reservation_id=stay.id, property_id=stay.home.id, channel_code="SMS",
                language_code="en", started_at=when, ended_at=when + timedelta(minutes=4),
                message_count=2, sentiment="positive", topics=["check-out"], total_tokens=420,
                escalated=handed, escalated_to_id=helper.id if handed else None,
                resolution_type="escalated" if handed else "self_service",
                status="handed_off" if handed else "closed", handoff_to_human=handed,
            )  # fmt: skip
            answer = None
            for order, (role, text) in enumerate(
                (
                    ("user", "When is check-out?"),
                    ("assistant", "At 10 am. Shall I ask about later?"),
                ),
                1,
            ):
                answer = world.add(
                    AgentMessage, when + timedelta(seconds=9 * order), conversation_id=talk,
                    message_order=order, role=role, content=text, tokens=40, latency_ms=180,
                )  # fmt: skip
            if number % 3 == 0:
                world.add(
                    AgentFeedback, when, agent_id=agent, message_id=answer, conversation_id=talk,
                    provided_by_id=helper.id, feedback_type="thumbs_up", feedback_value=5,
                )  # fmt: skip
            world.add(
                AgentToolCall, when, agent_id=agent, tool_id=world.shelf["tool", "guest_comms"],
                conversation_id=talk, input_params={"reservation": str(stay.id)}, status="success",
                latency_ms=22, called_at=when, action_type="read", target_id=stay.id,
                target_table="reservations.reservations",
            )  # fmt: skip
            if handed or number == 0:
                world.add(
                    AgentHandoff, when, from_agent_id=agent, to_agent_id=other, conversation_id=talk,
                    handoff_reason="Asks for money back", handoff_at=when, status="accepted",
                )  # fmt: skip
                world.add(
                    AgentEscalation, when, agent_id=agent, conversation_id=talk,
                    escalated_to_id=helper.id, escalated_at=when, status="pending",
                    escalated_to_team_id=world.codes["team"]["GUEST_SERVICES"],
                    escalation_reason="Asks for money back",
                )  # fmt: skip
        for number, (kind, name) in enumerate((
            ("price_review", "Rates of the next 60 days"), ("classify", "Sort yesterday's tickets"),
            ("draft_reply", "Answer to the 2-star review"), ("data_quality", "Contacts without phone"),
        )):  # fmt: skip
            waiting = kind == "draft_reply"
            begun = world.now - timedelta(hours=4 + number)
            task = world.add(
                AgentTask, begun, agent_id=world.shelf["agents"][number % 3], task_type=kind,
                task_name=name, requested_by_id=helper.id, started_at=begun,
                completed_at=None if waiting else begun + timedelta(minutes=2),
                status="waiting_approval" if waiting else "completed",
                approval_status="pending" if waiting else "not_required",
            )  # fmt: skip
            world.add(
                AgentTaskResult, begun, task_id=task, success=True, attempt_number=1,
                result_data={"rows": chance.randint(3, 60)}, execution_time_ms=1800,
                started_at=begun, completed_at=begun + timedelta(minutes=2),
            )  # fmt: skip
