from django.apps import AppConfig


class FinanceConfig(AppConfig):
    """Finance (PostgreSQL schema ``finance``)."""

    name = "finance"
    schema = "finance"
    verbose_name = "Finance"
