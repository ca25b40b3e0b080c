"""Closed lists of engines, and how their statuses move."""

from django.db import models


class AgentEvaluationType(models.TextChoices):
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    RELEASE = "release"
    SPOT_CHECK = "spot_check"


class LanguageModelProvider(models.TextChoices):
    ANTHROPIC = "anthropic"
    OPENAI = "openai"
    GOOGLE = "google"
    OLLAMA = "ollama"
    LOCAL = "local"


class EmbeddingModelProvider(models.TextChoices):
    OPENAI = "openai"
    COHERE = "cohere"
    LOCAL = "local"
    VOYAGE = "voyage"


class EmbeddingModelDistanceMetric(models.TextChoices):
    COSINE = "cosine"
    L2 = "l2"
    INNER_PRODUCT = "inner_product"
