from django.apps import AppConfig


class ConciergeConfig(AppConfig):
    """Concierge (PostgreSQL schema ``concierge``)."""

    name = "concierge"
    schema = "concierge"
    verbose_name = "Concierge"
