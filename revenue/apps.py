from django.apps import AppConfig


class RevenueConfig(AppConfig):
    """Revenue (PostgreSQL schema ``revenue``)."""

    name = "revenue"
    schema = "revenue"
    verbose_name = "Revenue"
