from django.apps import AppConfig


class StagingConfig(AppConfig):
    """Staging (PostgreSQL schema ``staging``)."""

    name = "staging"
    schema = "staging"
    verbose_name = "Staging"
