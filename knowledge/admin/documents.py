"""Console pages: documents."""

from django.contrib import admin

from core.admin import EntityAdmin, LogAdmin
from knowledge.models import Document, DocumentEmbedding, SearchLog, Suggestion

admin.site.register(
    [
        Document,
        DocumentEmbedding,
        Suggestion,
    ],
    EntityAdmin,
)
admin.site.register(SearchLog, LogAdmin)
