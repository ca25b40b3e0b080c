from django.apps import AppConfig


class HomeownerAcquisitionConfig(AppConfig):
    """Homeowner acquisition (PostgreSQL schema ``homeowner_acquisition``)."""

    name = "homeowner_acquisition"
    schema = "homeowner_acquisition"
    verbose_name = "Homeowner acquisition"
