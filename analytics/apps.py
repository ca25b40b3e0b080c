from django.apps import AppConfig


class AnalyticsConfig(AppConfig):
    """Analytics (PostgreSQL schema ``analytics``)."""

    name = "analytics"
    schema = "analytics"
    verbose_name = "Analytics"
