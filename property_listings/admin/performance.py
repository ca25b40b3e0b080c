"""Console pages: performance."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, JournalAdmin, LogAdmin
from property_listings.models import (
    CompetitorListing,
    ListingPerformance,
    ListingReviewSummary,
    ListingScore,
)

admin.site.register(ListingScore, JournalAdmin)
admin.site.register(ListingPerformance, LogAdmin)
admin.site.register(ListingReviewSummary, BaseAdmin)
admin.site.register(CompetitorListing, EntityAdmin)
