"""Console pages of the inventory schema, by topic."""

from inventory.admin import items, linens, stock

__all__ = ["items", "linens", "stock"]
