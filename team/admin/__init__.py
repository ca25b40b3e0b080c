"""Console pages of the team schema, by topic."""

from team.admin import members, time

__all__ = ["members", "time"]
