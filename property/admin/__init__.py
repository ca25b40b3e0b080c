"""Console pages of the property schema, by topic."""

from property.admin import access, assets, cleans, cooling, inspections, properties, rooms

__all__ = ["access", "assets", "cleans", "cooling", "inspections", "properties", "rooms"]
