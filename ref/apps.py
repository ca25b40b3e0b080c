from django.apps import AppConfig


class RefConfig(AppConfig):
    """Reference (PostgreSQL schema ``ref``)."""

    name = "ref"
    schema = "ref"
    verbose_name = "Reference"
