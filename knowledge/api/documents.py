"""Documents over the API."""

from core.api.resources import Resource
from knowledge.models import Document, DocumentEmbedding, SearchLog, Suggestion


class DocumentResource(Resource):
    """Filed document with parties, dates and approval state."""

    model = Document
    fields = """
        id number title document_type file property homeowner company reservation owner_member
        approved_by description version entity_type entity_id issued_on effective_on expires_on
        approved_at is_sensitive text_content metadata status created_at updated_at
    """


class DocumentEmbeddingResource(Resource):
    """Vector chunks of a document."""

    model = DocumentEmbedding
    fields = """
        id number document embedding_config chunk_index page_number chunk_text token_count
        metadata embedded_at created_at updated_at
    """


class SearchLogResource(Resource):
    """Knowledge searches and what was opened."""

    model = SearchLog
    fields = """
        id user agent query normalized_query results_count clicked_entity_type clicked_entity_id
        search_type filters latency_ms was_helpful searched_at created_at updated_at
    """


class SuggestionResource(Resource):
    """Proposed new or changed content."""

    model = Suggestion
    fields = """
        id number related_article suggested_by agent priority assigned_to suggestion_type title
        details source resolved_at resolution_notes status created_at updated_at
    """
