from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules


class CoreConfig(AppConfig):
    """Shared bases, the audit table and the SQL functions (PostgreSQL schema ``core``)."""

    name = "core"
    schema = "core"
    verbose_name = "Core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from core import checks  # noqa: F401  registers the system checks
        from core.admin import checks as console_checks  # noqa: F401  likewise
        from core.history import pgtrigger_fix
        from core.permissions import checks as policy_checks  # noqa: F401  likewise
        from core.permissions.mirror import resources_mirror

        pgtrigger_fix.install()
        autodiscover_modules("policies", "resources")
        post_migrate.connect(resources_mirror, sender=self)
