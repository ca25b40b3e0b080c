from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Portal (PostgreSQL schema ``portal``)."""

    name = "portal"
    schema = "portal"
    verbose_name = "Portal"
