"""Console pages: articles."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin, JournalAdmin, LogAdmin, inline
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


@admin.register(Article)
class ArticleAdmin(EntityAdmin):
    """Articles with their versions."""

    inlines = (inline(ArticleCategory), inline(ArticleTag))
    panels = ("versions", "faqs", "feedback", "suggestions")


admin.site.register(ArticleVersion, LogAdmin)
admin.site.register(
    [
        ArticleCategory,
        ArticleTag,
        FaqCategory,
    ],
    JoinAdmin,
)
admin.site.register(
    [
        ArticleEmbedding,
        Faq,
    ],
    EntityAdmin,
)
admin.site.register(ArticleFeedback, JournalAdmin)
