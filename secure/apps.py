from django.apps import AppConfig


class SecureConfig(AppConfig):
    """Secure (PostgreSQL schema ``secure``)."""

    name = "secure"
    schema = "secure"
    verbose_name = "Secure"
