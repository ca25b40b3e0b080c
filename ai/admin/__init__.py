"""Console pages of the ai schema, by topic."""

from ai.admin import agents, conversations, engines, tasks

__all__ = ["agents", "conversations", "engines", "tasks"]
