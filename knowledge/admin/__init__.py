"""Console pages of the knowledge schema, by topic."""

from knowledge.admin import (
    articles,
    checklists,
    documents,
    guidebooks,
    policies,
    procedures,
    training,
)

__all__ = [
    "articles",
    "checklists",
    "documents",
    "guidebooks",
    "policies",
    "procedures",
    "training",
]
