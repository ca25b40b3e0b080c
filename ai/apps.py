from django.apps import AppConfig


class AiConfig(AppConfig):
    """AI (PostgreSQL schema ``ai``)."""

    name = "ai"
    schema = "ai"
    verbose_name = "AI"
