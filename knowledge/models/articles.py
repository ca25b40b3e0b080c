"""Articles."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    Join,
    LineField,
    Log,
    SearchTextField,
    TextField,
    VectorField,
    in_schema,
    search_index,
)
from core.models.vector import HnswIndex
from knowledge.choices.articles import (
    ArticleFeedbackStatus,
    ArticleFeedbackType,
    ArticleStatus,
    ArticleTagSource,
    ArticleType,
    ArticleVisibility,
    FaqAudience,
    FaqCategoryCode,
    FaqStatus,
)


class Article(Entity):
    """Knowledge-base article in Markdown."""

    number = BusinessIDField("ART-", db_column="article_id")
    title = LineField()
    slug = LineField(null=True, unique=True)

    author = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="articles_as_author", null=True, blank=True
    )
    reviewer = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="articles_as_reviewer",
        null=True,
        blank=True,
    )
    language = CodeField("ref.Language", related_name="articles", default="en")
    property = models.ForeignKey(
        "property.Property",
        models.SET_NULL,
        related_name="articles",
        null=True,
        blank=True,
        help_text="when specific to a unit",
    )
    document_type = CodeField("ref.DocumentType", related_name="articles", null=True)

    content = TextField()
    summary = TextField(null=True)
    article_type = ChoiceField(ArticleType, null=True)
    visibility = ChoiceField(ArticleVisibility, default=ArticleVisibility.INTERNAL)
    published_at = models.DateTimeField(null=True, blank=True)
    view_count = IntegerField(default=0)
    helpful_count = IntegerField(default=0)
    not_helpful_count = IntegerField(default=0)
    metadata = models.JSONField(null=True, blank=True)
    department = LineField(null=True)
    section = LineField(null=True)
    current_version = IntegerField(default=1)
    review_due_date = models.DateField(null=True, blank=True)
    is_ai_visible = FlagField(default=True)

    status = ChoiceField(ArticleStatus, default=ArticleStatus.DRAFT)

    search_text = SearchTextField("number", "title", "slug")

    label_fields = ("title", "number")
    search_through = ("property", "author")

    class Meta:
        db_table = in_schema("knowledge", "articles")
        verbose_name = "article"
        verbose_name_plural = "articles"
        ordering = ["title"]
        indexes = [
            models.Index(fields=["status"], name="articles_status"),
            models.Index(fields=["article_type"], name="articles_article_type"),
            GinIndex(SearchVector("title", "content", config="english"), name="articles_full_text"),
            search_index("articles_search"),
        ]


class ArticleVersion(Log):
    """Saved revisions of an article."""

    article = models.ForeignKey(
        "knowledge.Article", models.CASCADE, related_name="versions", db_index=False
    )
    changed_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="article_versions", null=True, blank=True
    )

    version_number = IntegerField()
    title = LineField()
    content = TextField()
    summary = TextField(null=True)
    change_notes = TextField(null=True)
    published_at = models.DateTimeField(null=True, blank=True)

    search_text = SearchTextField("title")

    label_fields = ("version_number", "title")
    search_through = ("article",)

    class Meta:
        db_table = in_schema("knowledge", "article_versions")
        verbose_name = "article version"
        verbose_name_plural = "article versions"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "version_number"],
                name="article_versions_article_version_number_unique",
                violation_error_message="There is already a row with this article, version number.",
            )
        ]
        indexes = [search_index("article_versions_search")]


class ArticleCategory(Join):
    """Department and section an article is filed under."""

    article = models.ForeignKey(
        "knowledge.Article", models.CASCADE, related_name="categories", db_index=False
    )

    category_code = LineField(help_text="SEC-{DEPT}-NNN")
    category_name = LineField()
    department_code = LineField(null=True, help_text="DEPT-NN")
    parent_category_code = LineField(null=True)
    is_primary = FlagField()
    sort_order = IntegerField(default=0)

    search_text = SearchTextField(
        "category_code", "category_name", "department_code", "parent_category_code"
    )

    label_fields = ("category_name",)
    search_through = ("article",)

    class Meta:
        db_table = in_schema("knowledge", "article_categories")
        verbose_name = "article category"
        verbose_name_plural = "article categories"
        ordering = ["article_id", "sort_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "category_code"],
                name="article_categories_article_category_code_unique",
                violation_error_message="There is already a row with this article, category code.",
            )
        ]
        indexes = [
            models.Index(fields=["category_code"], name="article_catego_category_code"),
            search_index("article_categories_search"),
        ]


class ArticleTag(Join):
    """Free tags on articles."""

    article = models.ForeignKey(
        "knowledge.Article", models.CASCADE, related_name="tags", db_index=False
    )
    added_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="article_tags", null=True, blank=True
    )

    tag = LineField()
    tag_source = ChoiceField(ArticleTagSource, default=ArticleTagSource.MANUAL)

    search_text = SearchTextField("tag")

    label_fields = ("tag",)
    search_through = ("article",)

    class Meta:
        db_table = in_schema("knowledge", "article_tags")
        verbose_name = "article tag"
        verbose_name_plural = "article tags"
        ordering = ["tag"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "tag"],
                name="article_tags_article_tag_unique",
                violation_error_message="There is already a row with this article, tag.",
            )
        ]
        indexes = [
            models.Index(fields=["tag"], name="article_tags_tag"),
            search_index("article_tags_search"),
        ]


class ArticleEmbedding(Entity):
    """Vector chunks of an article for semantic search."""

    number = BusinessIDField("EMB-", db_column="embedding_id")

    article = models.ForeignKey(
        "knowledge.Article", models.CASCADE, related_name="embeddings", db_index=False
    )
    embedding_config = models.ForeignKey(
        "ai.EmbeddingModel", models.PROTECT, related_name="article_embeddings"
    )

    article_version = IntegerField(null=True)
    chunk_index = IntegerField()
    chunk_text = TextField()
    token_count = IntegerField(null=True)
    embedding = VectorField(384, null=True, blank=True)
    content_hash = LineField(null=True, help_text="skip re-embedding when unchanged")
    metadata = models.JSONField(null=True, blank=True)
    embedded_at = models.DateTimeField(null=True, blank=True)

    search_text = SearchTextField("number")

    label_fields = ("number", "chunk_index")
    search_through = ("article", "embedding_config")

    class Meta:
        db_table = in_schema("knowledge", "article_embeddings")
        verbose_name = "article embedding"
        verbose_name_plural = "article embeddings"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "embedding_config", "chunk_index"],
                name="article_embeddings_article_embedding_config_chunk_inde_68868",
                violation_error_message="There is already a row with this article, embedding config, chunk index.",
            )
        ]
        indexes = [
            HnswIndex(
                name="article_embeddings_hnsw",
                fields=["embedding"],
                m=16,
                ef_construction=64,
                opclasses=["vector_cosine_ops"],
            ),
            search_index("article_embeddings_search"),
        ]


class Faq(Entity):
    """Questions and approved answers."""

    number = BusinessIDField("FAQ-", db_column="faq_id")

    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="faqs", null=True, blank=True
    )
    language = CodeField("ref.Language", related_name="faqs", default="en")
    article = models.ForeignKey(
        "knowledge.Article", models.SET_NULL, related_name="faqs", null=True, blank=True
    )
    author = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="faqs", null=True, blank=True
    )

    question = TextField()
    answer = TextField()
    audience = ChoiceField(FaqAudience, default=FaqAudience.GUEST)
    sort_order = IntegerField(default=0)
    helpful_count = IntegerField(default=0)
    not_helpful_count = IntegerField(default=0)
    is_ai_visible = FlagField(default=True)

    status = ChoiceField(FaqStatus, default=FaqStatus.DRAFT)

    search_text = SearchTextField("number", "question")

    label_fields = ("question", "number")
    search_through = ("property", "author")

    class Meta:
        db_table = in_schema("knowledge", "faqs")
        verbose_name = "FAQ"
        verbose_name_plural = "FAQs"
        ordering = ["sort_order", "question"]
        indexes = [
            models.Index(fields=["audience"], name="faqs_audience"),
            models.Index(fields=["status"], name="faqs_status"),
            search_index("faqs_search"),
        ]


class FaqCategory(Join):
    """Category a question is filed under."""

    faq = models.ForeignKey(
        "knowledge.Faq", models.CASCADE, related_name="categories", db_index=False
    )

    category_code = ChoiceField(FaqCategoryCode)
    category_name = LineField()
    is_primary = FlagField(default=True)
    sort_order = IntegerField(default=0)

    search_text = SearchTextField("category_name")

    label_fields = ("category_name",)
    search_through = ("faq",)

    class Meta:
        db_table = in_schema("knowledge", "faq_categories")
        verbose_name = "FAQ category"
        verbose_name_plural = "FAQ categories"
        ordering = ["faq_id", "sort_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["faq", "category_code"],
                name="faq_categories_faq_category_code_unique",
                violation_error_message="There is already a row with this faq, category code.",
            )
        ]
        indexes = [
            models.Index(fields=["category_code"], name="faq_categories_category_code"),
            search_index("faq_categories_search"),
        ]


class ArticleFeedback(Log):
    """Reader feedback on articles."""

    article = models.ForeignKey("knowledge.Article", models.CASCADE, related_name="feedback")
    user = models.ForeignKey(
        "portal.User", models.SET_NULL, related_name="feedback", null=True, blank=True
    )
    member = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="feedback", null=True, blank=True
    )
    handled_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="feedback_as_handled_by",
        null=True,
        blank=True,
    )

    rating = IntegerField(null=True)
    is_helpful = models.BooleanField(null=True, blank=True)
    feedback_type = ChoiceField(ArticleFeedbackType, default=ArticleFeedbackType.COMMENT)
    comment = TextField(null=True)
    handled_at = models.DateTimeField(null=True, blank=True)

    status = ChoiceField(ArticleFeedbackStatus, default=ArticleFeedbackStatus.NEW)

    label_fields = ("feedback_type", "rating")
    search_through = ("member", "article")

    class Meta:
        db_table = in_schema("knowledge", "feedback")
        verbose_name = "article feedback"
        verbose_name_plural = "article feedback"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rating__gte=1, rating__lte=5),
                name="feedback_rating_check",
                violation_error_message="Rating must lie between 1 and 5.",
            )
        ]
        indexes = [models.Index(fields=["status"], name="feedback_status")]
