"""Imports of the service schema."""

from service.resources import tickets

__all__ = ["tickets"]
