from django.apps import AppConfig


class TeamConfig(AppConfig):
    """Team (PostgreSQL schema ``team``)."""

    name = "team"
    schema = "team"
    verbose_name = "Team"
