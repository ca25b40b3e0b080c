from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Portal (PostgreSQL schema ``portal``)."""

    name = "portal"
    schema = "portal"
    verbose_name = "Portal"

    def ready(self):
        from portal import checks  # noqa: F401  registers the system checks
