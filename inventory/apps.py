from django.apps import AppConfig


class InventoryConfig(AppConfig):
    """Inventory (PostgreSQL schema ``inventory``)."""

    name = "inventory"
    schema = "inventory"
    verbose_name = "Inventory"
