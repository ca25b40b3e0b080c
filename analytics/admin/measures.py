"""Console pages: measures."""

from django.contrib import admin

from analytics.models import (
    GuestLifetimeValue,
    OccupancyTrend,
    OperationalKpi,
    PropertyPerformance,
    RevenueSummary,
)
from core.admin import ViewAdmin

admin.site.register(
    [
        PropertyPerformance,
        GuestLifetimeValue,
        RevenueSummary,
        OccupancyTrend,
        OperationalKpi,
    ],
    ViewAdmin,
)
