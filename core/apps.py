from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Shared bases, the audit table and the SQL functions (PostgreSQL schema ``core``)."""

    name = "core"
    schema = "core"
    verbose_name = "Core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from core import checks  # noqa: F401  registers the system checks
        from core.history import pgtrigger_fix

        pgtrigger_fix.install()
