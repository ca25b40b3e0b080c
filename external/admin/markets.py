"""Console pages: markets."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin, LogAdmin
from external.models import (
    CompetitiveSet,
    CompetitorProperty,
    DataSource,
    MarketListing,
    MarketOccupancy,
    MarketRate,
    MarketTrend,
)

admin.site.register(
    [
        MarketListing,
        MarketTrend,
        CompetitorProperty,
        DataSource,
    ],
    EntityAdmin,
)
admin.site.register(
    [
        MarketRate,
        MarketOccupancy,
    ],
    LogAdmin,
)
admin.site.register(CompetitiveSet, JoinAdmin)
