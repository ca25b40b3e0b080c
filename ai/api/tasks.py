"""Tasks over the API."""

from ai.models import AgentTask, AgentTaskResult, AgentToolCall
from core.api.resources import Resource


class AgentToolCallResource(Resource):
    """Log of tool invocations."""

    model = AgentToolCall
    fields = """
        id agent tool conversation approved_by task input_params output_result error_message
        latency_ms called_at action_type target_table target_id status approval_status
        created_at updated_at
    """


class AgentTaskResource(Resource):
    """Queued or scheduled work for agents."""

    model = AgentTask
    fields = """
        id number agent requested_by ticket parent_task task_type task_name description
        input_data priority scheduled_at started_at completed_at error_message retry_count
        max_retries status approval_status created_at updated_at
    """


class AgentTaskResultResource(Resource):
    """Outcome of each task attempt."""

    model = AgentTaskResult
    fields = """
        id number task output_file result_data success error_code error_details
        execution_time_ms attempt_number started_at completed_at tokens_used cost created_at
        updated_at
    """
