"""Models of the revenue schema, by topic."""

from revenue.models.forecasts import (
    CompetitorRate,
    MarketMeasure,
    OccupancyForecast,
    RevenueForecast,
    YieldMetric,
)
from revenue.models.pricing import (
    EventPricing,
    PricingAdjustment,
    PricingLog,
    PricingRecommendation,
    PricingRule,
    RateChange,
    SeasonalRate,
)

__all__ = [
    "CompetitorRate",
    "EventPricing",
    "MarketMeasure",
    "OccupancyForecast",
    "PricingAdjustment",
    "PricingLog",
    "PricingRecommendation",
    "PricingRule",
    "RateChange",
    "RevenueForecast",
    "SeasonalRate",
    "YieldMetric",
]
