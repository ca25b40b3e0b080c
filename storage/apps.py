from django.apps import AppConfig


class StorageConfig(AppConfig):
    """Storage (PostgreSQL schema ``storage``)."""

    name = "storage"
    schema = "storage"
    verbose_name = "Storage"
