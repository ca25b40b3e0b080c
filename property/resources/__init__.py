"""Imports of the property schema."""

from property.resources import properties

__all__ = ["properties"]
