"""Console pages: forecasts."""

from django.contrib import admin

from core.admin import BaseAdmin, JournalAdmin, LogAdmin
from revenue.models import (
    CompetitorRate,
    MarketMeasure,
    OccupancyForecast,
    RevenueForecast,
    YieldMetric,
)

admin.site.register(CompetitorRate, JournalAdmin)
admin.site.register(
    [
        MarketMeasure,
        YieldMetric,
    ],
    LogAdmin,
)
admin.site.register(
    [
        OccupancyForecast,
        RevenueForecast,
    ],
    BaseAdmin,
)
