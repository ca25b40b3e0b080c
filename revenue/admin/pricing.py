"""Console pages: pricing."""

from django.contrib import admin

from core.admin import EntityAdmin, LogAdmin
from revenue.models import (
    EventPricing,
    PricingAdjustment,
    PricingLog,
    PricingRecommendation,
    PricingRule,
    RateChange,
    SeasonalRate,
)

admin.site.register(
    [
        PricingRule,
        PricingAdjustment,
        SeasonalRate,
        EventPricing,
        PricingRecommendation,
    ],
    EntityAdmin,
)
admin.site.register(
    [
        RateChange,
        PricingLog,
    ],
    LogAdmin,
)
