"""Tasks."""

from django.db import models

from ai.choices.tasks import (
    AgentTaskStatus,
    AgentTaskType,
    AgentToolCallActionType,
    AgentToolCallApprovalStatus,
    AgentToolCallStatus,
)
from core.models import (
    BusinessIDField,
    ChoiceField,
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


class AgentToolCall(Log):
    """Log of tool invocations."""

    agent = models.ForeignKey("ai.Agent", models.PROTECT, related_name="tool_calls", db_index=False)
    tool = models.ForeignKey("ai.AgentTool", models.PROTECT, related_name="calls")
    conversation = models.ForeignKey(
        "ai.AgentConversation",
        models.SET_NULL,
        related_name="agent_tool_calls",
        null=True,
        blank=True,
    )
    approved_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="agent_tool_calls", null=True, blank=True
    )
    task = models.ForeignKey(
        "ai.AgentTask", models.SET_NULL, related_name="agent_tool_calls", null=True, blank=True
    )

    input_params = models.JSONField(null=True, blank=True)
    output_result = models.JSONField(null=True, blank=True)
    error_message = TextField(null=True)
    latency_ms = IntegerField(null=True)
    called_at = NowField()
    action_type = ChoiceField(AgentToolCallActionType, null=True)
    target_table = LineField(null=True)
    target_id = models.UUIDField(null=True, blank=True, help_text="row acted on")

    status = ChoiceField(AgentToolCallStatus)
    approval_status = ChoiceField(
        AgentToolCallApprovalStatus, default=AgentToolCallApprovalStatus.NOT_REQUIRED
    )

    label_fields = ("action_type", "called_at")
    search_through = ("agent", "tool")

    class Meta:
        db_table = in_schema("ai", "agent_tool_calls")
        verbose_name = "tool call"
        verbose_name_plural = "tool calls"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["agent", "-called_at"], name="agent_tool_cal_agent_called_at"),
            models.Index(fields=["status"], name="agent_tool_cal_status"),
        ]


class AgentTask(Entity):
    """Queued or scheduled work for agents."""

    number = BusinessIDField("ATSK-", width=8, db_column="task_id")

    agent = models.ForeignKey("ai.Agent", models.PROTECT, related_name="tasks")
    requested_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="agent_tasks", null=True, blank=True
    )
    ticket = models.ForeignKey(
        "service.Ticket", models.SET_NULL, related_name="agent_tasks", null=True, blank=True
    )
    parent_task = models.ForeignKey(
        "ai.AgentTask", models.SET_NULL, related_name="children", null=True, blank=True
    )

    task_type = ChoiceField(AgentTaskType)
    task_name = LineField()
    description = TextField(null=True)
    input_data = models.JSONField(null=True, blank=True)
    priority = IntegerField(default=5, help_text="1 = most urgent")
    scheduled_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    error_message = TextField(null=True)
    retry_count = IntegerField(default=0)
    max_retries = IntegerField(default=3)

    status = ChoiceField(AgentTaskStatus, default=AgentTaskStatus.PENDING)
    approval_status = ChoiceField(
        AgentToolCallApprovalStatus, default=AgentToolCallApprovalStatus.NOT_REQUIRED
    )

    search_text = SearchTextField("number", "task_name")

    label_fields = ("task_name", "number")
    search_through = ("ticket", "agent")

    class Meta:
        db_table = in_schema("ai", "agent_tasks")
        verbose_name = "agent task"
        verbose_name_plural = "agent tasks"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(retry_count__gte=0),
                name="agent_tasks_retry_count_check",
                violation_error_message="Retry count cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(retry_count__lte=models.F("max_retries")),
                name="agent_tasks_retry_count_max_retries_check",
                violation_error_message="Must hold: retry count is at most max retries.",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "scheduled_at"], name="agent_tasks_status_sched_c0a40"),
            search_index("agent_tasks_search"),
        ]


class AgentTaskResult(Log):
    """Outcome of each task attempt."""

    number = BusinessIDField("WRUN-", width=8, db_column="run_id")

    task = models.ForeignKey("ai.AgentTask", models.CASCADE, related_name="results", db_index=False)
    output_file = models.ForeignKey(
        "storage.StoredFile",
        models.SET_NULL,
        related_name="agent_task_results",
        null=True,
        blank=True,
    )

    result_data = models.JSONField(null=True, blank=True)
    success = FlagField()
    error_code = LineField(null=True)
    error_details = TextField(null=True)
    execution_time_ms = IntegerField(null=True)
    attempt_number = IntegerField(default=1)
    started_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    tokens_used = IntegerField(null=True)
    cost = DecimalField(max_digits=12, decimal_places=4, null=True)

    search_text = SearchTextField("number", "error_code")

    label_fields = ("number", "attempt_number")
    search_through = ("task",)

    class Meta:
        db_table = in_schema("ai", "agent_task_results")
        verbose_name = "agent task result"
        verbose_name_plural = "agent task results"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["task", "attempt_number"],
                name="agent_task_results_task_attempt_number_unique",
                violation_error_message="There is already a row with this task, attempt number.",
            )
        ]
        indexes = [
            models.Index(fields=["task"], name="agent_task_res_task"),
            search_index("agent_task_results_search"),
        ]
