from django.apps import AppConfig


class CommsConfig(AppConfig):
    """Comms (PostgreSQL schema ``comms``)."""

    name = "comms"
    schema = "comms"
    verbose_name = "Comms"
