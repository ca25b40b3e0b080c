"""Writes of the portal schema."""
