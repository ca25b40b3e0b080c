"""Console pages of the service schema, by topic."""

from service.admin import claims, costs, links, projects, tickets, work

__all__ = ["claims", "costs", "links", "projects", "tickets", "work"]
