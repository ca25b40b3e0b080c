"""Closed lists of documents, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class DocumentStatus(models.TextChoices):
    DRAFT = "draft"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    SENT = "sent"
    SIGNED = "signed"
    EXECUTED = "executed"
    EXPIRED = "expired"
    ARCHIVED = "archived"


class SearchLogClickedEntityType(models.TextChoices):
    ARTICLE = "article"
    SOP = "sop"
    FAQ = "faq"
    DOCUMENT = "document"
    GUIDEBOOK = "guidebook"
    POLICY = "policy"


class SearchLogSearchType(models.TextChoices):
    KEYWORD = "keyword"
    SEMANTIC = "semantic"
    HYBRID = "hybrid"


class SuggestionType(models.TextChoices):
    NEW_ARTICLE = "new_article"
    UPDATE = "update"
    SOP = "sop"
    FAQ = "faq"
    POLICY = "policy"
    GLOSSARY = "glossary"
    GAP = "gap"


class SuggestionSource(models.TextChoices):
    TEAM = "team"
    GUEST = "guest"
    OWNER = "owner"
    AI = "ai"
    SEARCH_GAP = "search_gap"


class SuggestionStatus(models.TextChoices):
    OPEN = "open"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    REJECTED = "rejected"


DOCUMENT_STATUS = Transitions(
    field="status",
    values=DocumentStatus,
    moves={
        DocumentStatus.DRAFT: [DocumentStatus.PENDING_APPROVAL, DocumentStatus.ARCHIVED],
        DocumentStatus.PENDING_APPROVAL: [
            DocumentStatus.APPROVED,
            DocumentStatus.DRAFT,
            DocumentStatus.ARCHIVED,
        ],
        DocumentStatus.APPROVED: [
            DocumentStatus.SENT,
            DocumentStatus.EXECUTED,
            DocumentStatus.ARCHIVED,
        ],
        DocumentStatus.SENT: [
            DocumentStatus.SIGNED,
            DocumentStatus.EXPIRED,
            DocumentStatus.ARCHIVED,
        ],
        DocumentStatus.SIGNED: [DocumentStatus.EXECUTED],
        DocumentStatus.EXECUTED: [DocumentStatus.ARCHIVED, DocumentStatus.EXPIRED],
        DocumentStatus.EXPIRED: [DocumentStatus.ARCHIVED],
    },
    approval=frozenset(
        {
            (DocumentStatus.PENDING_APPROVAL, DocumentStatus.APPROVED),
            (DocumentStatus.APPROVED, DocumentStatus.EXECUTED),
            (DocumentStatus.SIGNED, DocumentStatus.EXECUTED),
        }
    ),
)
