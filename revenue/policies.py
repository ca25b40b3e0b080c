"""Who sees what of the revenue schema."""

from core.permissions.policies import policy
from revenue.models import (
    CompetitorRate,
    EventPricing,
    MarketMeasure,
    OccupancyForecast,
    PricingAdjustment,
    PricingLog,
    PricingRecommendation,
    PricingRule,
    RateChange,
    RevenueForecast,
    SeasonalRate,
    YieldMetric,
)

# Forecasts
policy(CompetitorRate, "market_data")
policy(MarketMeasure, "market_data")
policy(OccupancyForecast, "forecasts", parent="property")
policy(RevenueForecast, "forecasts", parent="property")
policy(YieldMetric, "forecasts", parent="property")

# Pricing
policy(PricingRule, "pricing", parent="property")
policy(PricingAdjustment, "pricing", parent="property")
policy(SeasonalRate, "pricing", parent="property")
policy(EventPricing, "pricing", parent="property")
policy(PricingRecommendation, "pricing", parent="property", inherit="staff")
policy(RateChange, "pricing", parent="property")
policy(PricingLog, "pricing", parent="property", inherit="staff")
