"""Console pages: content."""

from django.contrib import admin

from brand_marketing.models import CalendarEntry, ContentPiece, SeoKeyword, SeoRanking
from core.admin import EntityAdmin, LogAdmin

admin.site.register(
    [
        CalendarEntry,
        ContentPiece,
        SeoKeyword,
    ],
    EntityAdmin,
)
admin.site.register(SeoRanking, LogAdmin)
