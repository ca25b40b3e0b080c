from django.apps import AppConfig


class ExternalConfig(AppConfig):
    """External (PostgreSQL schema ``external``)."""

    name = "external"
    schema = "external"
    verbose_name = "External"
