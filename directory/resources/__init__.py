"""Imports of the directory schema."""

from directory.resources import contacts, homeowners, vendors

__all__ = ["contacts", "homeowners", "vendors"]
