"""Engines."""

from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.db import models

from ai.choices.engines import (
    AgentEvaluationType,
    EmbeddingModelDistanceMetric,
    EmbeddingModelProvider,
    LanguageModelProvider,
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
    MoneyField,
    ScoreField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)


class AgentEvaluation(Log):
    """Measured performance of an agent over a period."""

    number = BusinessIDField("AMET-", db_column="evaluation_id")

    agent = models.ForeignKey(
        "ai.Agent", models.PROTECT, related_name="evaluations", db_index=False
    )
    evaluated_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="agent_evaluations", null=True, blank=True
    )

    evaluation_date = models.DateField()
    evaluation_type = ChoiceField(AgentEvaluationType, null=True)
    metrics = models.JSONField(default=dict, blank=True)
    score = ScoreField(null=True)
    notes = TextField(null=True)
    period_start = models.DateField(null=True, blank=True)
    period_end = models.DateField(null=True, blank=True)
    metric_name = LineField(null=True)
    metric_value = DecimalField(max_digits=14, decimal_places=4, null=True)
    sample_size = IntegerField(null=True)

    search_text = SearchTextField("number", "metric_name")

    label_fields = ("metric_name", "evaluation_date")
    search_through = ("agent",)

    class Meta:
        db_table = in_schema("ai", "agent_evaluations")
        verbose_name = "agent evaluation"
        verbose_name_plural = "agent evaluations"
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["agent", "-evaluation_date"], name="agent_evaluati_agent_eva_bd363"
            ),
            search_index("agent_evaluations_search"),
        ]


class LanguageModel(Entity):
    """Language models, parameters and prices."""

    number = BusinessIDField("MCFG-", width=4, db_column="config_id")
    model_name = LineField()

    credential = models.ForeignKey(
        "secure.Credential", models.SET_NULL, related_name="model_configs", null=True, blank=True
    )

    provider = ChoiceField(LanguageModelProvider)
    model_version = LineField(null=True)
    temperature = DecimalField(max_digits=3, decimal_places=2, default=Decimal("0.7"))
    max_tokens = IntegerField(null=True)
    top_p = DecimalField(max_digits=3, decimal_places=2, null=True)
    frequency_penalty = DecimalField(max_digits=3, decimal_places=2, null=True)
    presence_penalty = DecimalField(max_digits=3, decimal_places=2, null=True)
    stop_sequences = ArrayField(LineField(), null=True, blank=True)
    is_active = FlagField(default=True)
    display_name = LineField(null=True)
    context_window = IntegerField(null=True)
    max_output_tokens = IntegerField(null=True)
    supports_tools = FlagField(default=True)
    supports_vision = FlagField()
    supports_streaming = FlagField(default=True)
    input_cost_per_mtok = DecimalField(
        max_digits=10, decimal_places=4, null=True, help_text="USD per million tokens"
    )
    output_cost_per_mtok = DecimalField(
        max_digits=10, decimal_places=4, null=True, help_text="USD per million tokens"
    )
    is_default = FlagField()
    notes = TextField(null=True)

    search_text = SearchTextField("number", "model_name", "display_name")

    label_fields = ("display_name", "model_name")

    class Meta:
        db_table = in_schema("ai", "model_configs")
        verbose_name = "language model"
        verbose_name_plural = "language models"
        ordering = ["display_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(temperature__gte=0, temperature__lte=2),
                name="model_configs_temperature_check",
                violation_error_message="Temperature must lie between 0 and 2.",
            ),
            models.CheckConstraint(
                condition=models.Q(top_p__gte=0, top_p__lte=1),
                name="model_configs_top_p_check",
                violation_error_message="Top p must lie between 0 and 1.",
            ),
            models.UniqueConstraint(
                fields=["provider", "model_name", "model_version"],
                name="model_configs_provider_model_name_model_version_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this provider, model name, model version.",
            ),
        ]
        indexes = [search_index("model_configs_search")]


class EmbeddingModel(Entity):
    """Embedding models and chunking settings."""

    number = BusinessIDField("ECFG-", width=4, db_column="config_id")
    model_name = LineField()

    provider = ChoiceField(EmbeddingModelProvider)
    dimensions = IntegerField(help_text="vector columns here are 384 wide")
    chunk_size = IntegerField(null=True)
    chunk_overlap = IntegerField(null=True)
    is_active = FlagField(default=True)
    is_default = FlagField()
    distance_metric = ChoiceField(
        EmbeddingModelDistanceMetric, default=EmbeddingModelDistanceMetric.COSINE
    )

    search_text = SearchTextField("number", "model_name")

    label_fields = ("model_name",)

    class Meta:
        db_table = in_schema("ai", "embedding_configs")
        verbose_name = "embedding model"
        verbose_name_plural = "embedding models"
        ordering = ["model_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(dimensions__gt=0),
                name="embedding_configs_dimensions_check",
                violation_error_message="Dimensions must be more than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(chunk_overlap__lt=models.F("chunk_size")),
                name="embedding_configs_chunk_overlap_chunk_size_check",
                violation_error_message="Must hold: chunk overlap < chunk size.",
            ),
            models.UniqueConstraint(
                fields=["provider", "model_name"],
                name="embedding_configs_provider_model_name_unique",
                violation_error_message="There is already a row with this provider, model name.",
            ),
        ]
        indexes = [search_index("embedding_configs_search")]


class AgentUsage(Log):
    """Hourly token, request and cost totals per agent and model."""

    agent = models.ForeignKey(
        "ai.Agent",
        models.SET_NULL,
        related_name="usage_logs",
        null=True,
        blank=True,
        db_index=False,
    )
    model_config = models.ForeignKey(
        "ai.LanguageModel", models.SET_NULL, related_name="usage_logs", null=True, blank=True
    )

    usage_date = models.DateField()
    usage_hour = IntegerField(null=True)
    prompt_tokens = IntegerField(default=0)
    completion_tokens = IntegerField(default=0)
    total_tokens = IntegerField(default=0)
    request_count = IntegerField(default=0)
    error_count = IntegerField(default=0)
    average_latency_ms = IntegerField(null=True)
    cache_read_tokens = IntegerField(default=0)

    estimated_cost = MoneyField(null=True)

    label_fields = ("usage_date", "usage_hour")

    class Meta:
        db_table = in_schema("ai", "usage_logs")
        verbose_name = "agent usage"
        verbose_name_plural = "agent usage"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(usage_hour__gte=0, usage_hour__lte=23),
                name="usage_logs_usage_hour_check",
                violation_error_message="Usage hour must lie between 0 and 23.",
            ),
            models.UniqueConstraint(
                fields=["agent", "model_config", "usage_date", "usage_hour"],
                name="usage_logs_agent_model_config_usage_date_usage_hour_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this agent, model config, usage date, usage hour.",
            ),
        ]
