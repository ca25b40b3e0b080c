"""Engines over the API."""

from ai.models import AgentEvaluation, AgentUsage, EmbeddingModel, LanguageModel
from core.api.resources import Resource


class AgentEvaluationResource(Resource):
    """Measured performance of an agent over a period."""

    model = AgentEvaluation
    fields = """
        id number agent evaluated_by evaluation_date evaluation_type metrics score notes
        period_start period_end metric_name metric_value sample_size created_at updated_at
    """


class LanguageModelResource(Resource):
    """Language models, parameters and prices."""

    model = LanguageModel
    fields = """
        id number model_name credential provider model_version temperature max_tokens top_p
        frequency_penalty presence_penalty stop_sequences is_active display_name context_window
        max_output_tokens supports_tools supports_vision supports_streaming input_cost_per_mtok
        output_cost_per_mtok is_default notes created_at updated_at
    """


class EmbeddingModelResource(Resource):
    """Embedding models and chunking settings."""

    model = EmbeddingModel
    fields = """
        id number model_name provider dimensions chunk_size chunk_overlap is_active is_default
        distance_metric created_at updated_at
    """


class AgentUsageResource(Resource):
    """Hourly token, request and cost totals per agent and model."""

    model = AgentUsage
    fields = """
        id agent model_config usage_date usage_hour prompt_tokens completion_tokens total_tokens
        request_count error_count average_latency_ms cache_read_tokens estimated_cost created_at
        updated_at
    """
