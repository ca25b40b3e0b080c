from django.apps import AppConfig


class GeoConfig(AppConfig):
    """Geography (PostgreSQL schema ``geo``)."""

    name = "geo"
    schema = "geo"
    verbose_name = "Geography"
