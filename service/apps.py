from django.apps import AppConfig


class ServiceConfig(AppConfig):
    """Service (PostgreSQL schema ``service``)."""

    name = "service"
    schema = "service"
    verbose_name = "Service"
