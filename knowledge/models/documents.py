"""Documents."""

from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    Log,
    NowField,
    SearchTextField,
    TextField,
    VectorField,
    in_schema,
    search_index,
)
from core.models.triggers import numbered_by
from core.models.vector import HnswIndex
from knowledge.choices.documents import (
    DOCUMENT_STATUS,
    DocumentStatus,
    SearchLogClickedEntityType,
    SearchLogSearchType,
    SuggestionSource,
    SuggestionStatus,
    SuggestionType,
)


class Document(Entity):
    """Filed document with parties, dates and approval state."""

    number = BusinessIDField("DOC-{type}-", db_column="document_id")
    title = LineField()

    document_type = CodeField("ref.DocumentType", related_name="documents")
    file = models.ForeignKey("storage.StoredFile", models.PROTECT, related_name="documents")
    property = models.ForeignKey(
        "property.Property", models.SET_NULL, related_name="documents", null=True, blank=True
    )
    homeowner = models.ForeignKey(
        "directory.Homeowner", models.SET_NULL, related_name="documents", null=True, blank=True
    )
    company = models.ForeignKey(
        "directory.Company", models.SET_NULL, related_name="documents", null=True, blank=True
    )
    reservation = models.ForeignKey(
        "reservations.Reservation", models.SET_NULL, related_name="documents", null=True, blank=True
    )
    owner_member = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="documents_as_owner_member",
        null=True,
        blank=True,
    )
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="documents_as_approved_by",
        null=True,
        blank=True,
    )

    description = TextField(null=True)
    version = IntegerField(default=1)
    entity_type = LineField(null=True, help_text="any other linked table")
    entity_id = models.UUIDField(null=True, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    effective_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    is_sensitive = FlagField()
    text_content = TextField(null=True, help_text="extracted text")
    metadata = models.JSONField(null=True, blank=True)

    status = ChoiceField(DocumentStatus, default=DocumentStatus.DRAFT)

    search_text = SearchTextField("number", "title")

    label_fields = ("title", "number")
    search_through = ("property", "homeowner")

    class Meta:
        db_table = in_schema("knowledge", "documents")
        verbose_name = "document"
        verbose_name_plural = "documents"
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["status"], name="documents_status"),
            models.Index(
                fields=["expires_on"],
                condition=models.Q(expires_on__isnull=False),
                name="documents_expires_on_partial",
            ),
            models.Index(
                fields=["entity_type", "entity_id"], name="documents_entity_type_en_dc648"
            ),
            search_index("documents_search"),
        ]
        triggers = [
            numbered_by("document_id", "'DOC-' || NEW.document_type_code || '-'", 6),
            DOCUMENT_STATUS.guard(),
        ]


class DocumentEmbedding(Entity):
    """Vector chunks of a document."""

    number = BusinessIDField("DEMB-", db_column="embedding_id")

    document = models.ForeignKey(
        "knowledge.Document", models.CASCADE, related_name="embeddings", db_index=False
    )
    embedding_config = models.ForeignKey(
        "ai.EmbeddingModel", models.PROTECT, related_name="document_embeddings"
    )

    chunk_index = IntegerField()
    page_number = IntegerField(null=True)
    chunk_text = TextField()
    token_count = IntegerField(null=True)
    embedding = VectorField(384, null=True, blank=True)
    content_hash = LineField(null=True)
    metadata = models.JSONField(null=True, blank=True)
    embedded_at = models.DateTimeField(null=True, blank=True)

    search_text = SearchTextField("number")

    label_fields = ("number", "chunk_index")
    search_through = ("document", "embedding_config")

    class Meta:
        db_table = in_schema("knowledge", "document_embeddings")
        verbose_name = "document embedding"
        verbose_name_plural = "document embeddings"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "embedding_config", "chunk_index"],
                name="document_embeddings_document_embedding_config_chunk_in_98d7e",
                violation_error_message="There is already a row with this document, embedding config, chunk index.",
            )
        ]
        indexes = [
            HnswIndex(
                name="document_embeddings_hnsw",
                fields=["embedding"],
                m=16,
                ef_construction=64,
                opclasses=["vector_cosine_ops"],
            ),
            search_index("document_embeddings_search"),
        ]


class SearchLog(Log):
    """Knowledge searches and what was opened."""

    user = models.ForeignKey(
        "portal.User", models.SET_NULL, related_name="search_logs", null=True, blank=True
    )
    agent = models.ForeignKey(
        "ai.Agent", models.SET_NULL, related_name="search_logs", null=True, blank=True
    )

    query = LineField()
    normalized_query = LineField(null=True)
    results_count = IntegerField(default=0)
    clicked_entity_type = ChoiceField(SearchLogClickedEntityType, null=True)
    clicked_entity_id = models.UUIDField(null=True, blank=True)
    search_type = ChoiceField(SearchLogSearchType, default=SearchLogSearchType.KEYWORD)
    filters = models.JSONField(null=True, blank=True)
    latency_ms = IntegerField(null=True)
    was_helpful = models.BooleanField(null=True, blank=True)
    searched_at = NowField()

    label_fields = ("query", "searched_at")

    class Meta:
        db_table = in_schema("knowledge", "search_logs")
        verbose_name = "search"
        verbose_name_plural = "searches"
        ordering = ["-searched_at"]
        indexes = [models.Index(fields=["-searched_at"], name="search_logs_searched_at")]


class Suggestion(Entity):
    """Proposed new or changed content."""

    number = BusinessIDField("SUG-", db_column="suggestion_id")

    related_article = models.ForeignKey(
        "knowledge.Article", models.SET_NULL, related_name="suggestions", null=True, blank=True
    )
    suggested_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="suggestions_as_suggested_by",
        null=True,
        blank=True,
    )
    agent = models.ForeignKey(
        "ai.Agent", models.SET_NULL, related_name="suggestions", null=True, blank=True
    )
    priority = CodeField("ref.TicketPriority", related_name="suggestions", default="LOW")
    assigned_to = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="suggestions_as_assigned_to",
        null=True,
        blank=True,
    )

    suggestion_type = ChoiceField(SuggestionType)
    title = LineField()
    details = TextField(null=True)
    source = ChoiceField(SuggestionSource, default=SuggestionSource.TEAM)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolution_notes = TextField(null=True)

    status = ChoiceField(SuggestionStatus, default=SuggestionStatus.OPEN)

    search_text = SearchTextField("number", "title")

    label_fields = ("title", "number")

    class Meta:
        db_table = in_schema("knowledge", "suggestions")
        verbose_name = "suggestion"
        verbose_name_plural = "suggestions"
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["status"], name="suggestions_status"),
            search_index("suggestions_search"),
        ]
