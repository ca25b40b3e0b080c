from django.apps import AppConfig


class PropertyConfig(AppConfig):
    """Property (PostgreSQL schema ``property``)."""

    name = "property"
    schema = "property"
    verbose_name = "Property"
