"""Imports of the finance schema."""

from finance.resources import payables

__all__ = ["payables"]
