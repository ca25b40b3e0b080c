"""Articles over the API."""

from core.api.resources import Resource
from knowledge.models import (
    Article,
    ArticleCategory,
    ArticleEmbedding,
    ArticleFeedback,
    ArticleTag,
    ArticleVersion,
    Faq,
    FaqCategory,
)


class ArticleResource(Resource):
    """Knowledge-base article in Markdown."""

    model = Article
    fields = """
        id number title slug author reviewer language property document_type content summary
        article_type visibility published_at view_count helpful_count not_helpful_count metadata
        department section current_version review_due_date is_ai_visible status created_at
        updated_at
    """


class ArticleVersionResource(Resource):
    """Saved revisions of an article."""

    model = ArticleVersion
    fields = """
        id article changed_by version_number title content summary change_notes published_at
        created_at updated_at
    """


class ArticleCategoryResource(Resource):
    """Department and section an article is filed under."""

    model = ArticleCategory
    fields = """
        id article category_code category_name department_code parent_category_code is_primary
        sort_order created_at updated_at
    """


class ArticleTagResource(Resource):
    """Free tags on articles."""

    model = ArticleTag
    fields = "id article added_by tag tag_source created_at updated_at"


class ArticleEmbeddingResource(Resource):
    """Vector chunks of an article for semantic search."""

    model = ArticleEmbedding
    fields = """
        id number article embedding_config article_version chunk_index chunk_text token_count
        metadata embedded_at created_at updated_at
    """


class FaqResource(Resource):
    """Questions and approved answers."""

    model = Faq
    fields = """
        id number property language article author question answer audience sort_order
        helpful_count not_helpful_count is_ai_visible status created_at updated_at
    """


class FaqCategoryResource(Resource):
    """Category a question is filed under."""

    model = FaqCategory
    fields = "id faq category_code category_name is_primary sort_order created_at updated_at"


class ArticleFeedbackResource(Resource):
    """Reader feedback on articles."""

    model = ArticleFeedback
    fields = """
        id article user member handled_by rating is_helpful feedback_type comment handled_at
        status created_at updated_at
    """
    read_only = False
    deletes = False
