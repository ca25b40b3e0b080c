from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class PortalConfig(AppConfig):
    """Portal (PostgreSQL schema ``portal``)."""

    name = "portal"
    schema = "portal"
    verbose_name = "Portal"

    def ready(self):
        from portal import checks  # noqa: F401  registers the system checks

        # `sign_in_record` writes that down, with the rest: no second update, no second history.
        user_logged_in.disconnect(dispatch_uid="update_last_login")
