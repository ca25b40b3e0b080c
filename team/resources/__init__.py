"""Imports of the team schema."""

from team.resources import members

__all__ = ["members"]
