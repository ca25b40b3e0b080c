"""Console pages: articles."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin, LogAdmin
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

admin.site.register(
    [
        Article,
        ArticleEmbedding,
        Faq,
    ],
    EntityAdmin,
)
admin.site.register(
    [
        ArticleVersion,
        ArticleFeedback,
    ],
    LogAdmin,
)
admin.site.register(
    [
        ArticleCategory,
        ArticleTag,
        FaqCategory,
    ],
    JoinAdmin,
)
