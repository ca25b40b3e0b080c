from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    """Knowledge (PostgreSQL schema ``knowledge``)."""

    name = "knowledge"
    schema = "knowledge"
    verbose_name = "Knowledge"
