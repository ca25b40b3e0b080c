"""Console pages of the comms schema, by topic."""

from comms.admin import campaigns, messages, templates

__all__ = ["campaigns", "messages", "templates"]
