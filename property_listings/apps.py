from django.apps import AppConfig


class PropertyListingsConfig(AppConfig):
    """Property listings (PostgreSQL schema ``property_listings``)."""

    name = "property_listings"
    schema = "property_listings"
    verbose_name = "Property listings"
