"""Console pages: forecasts."""

from django.contrib import admin

from core.admin import BaseAdmin, LogAdmin
from revenue.models import (
    CompetitorRate,
    MarketMeasure,
    OccupancyForecast,
    RevenueForecast,
    YieldMetric,
)

admin.site.register(
    [
        CompetitorRate,
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
