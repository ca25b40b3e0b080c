"""Imports of the inventory schema."""

from inventory.resources import items, stock

__all__ = ["items", "stock"]
