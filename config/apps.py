from django.contrib.admin.apps import SimpleAdminConfig


class ConsoleConfig(SimpleAdminConfig):
    """django.contrib.admin with our one site; ``config.console`` finds the apps' admin packages."""

    default_site = "config.console.ConsoleSite"

    def ready(self):
        super().ready()
        self.module.autodiscover()
        from config import (
            checks,  # noqa: F401  registers the system checks
            jobs,  # noqa: F401  a library's page in the look of the console
        )
