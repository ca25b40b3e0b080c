from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Directory (PostgreSQL schema ``directory``)."""

    name = "directory"
    schema = "directory"
    verbose_name = "Directory"
