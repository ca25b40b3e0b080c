"""Who sees what of the external schema."""

from core.permissions.policies import policy
from external.models import (
    CompetitiveSet,
    CompetitorProperty,
    DataSource,
    MarketListing,
    MarketOccupancy,
    MarketProperty,
    MarketRate,
    MarketTrend,
    ParcelManager,
    ParcelPricing,
    ParcelReview,
    ParcelSale,
)

# Markets
policy(MarketListing, "market_data")
policy(MarketRate, "market_data")
policy(MarketOccupancy, "market_data")
policy(MarketTrend, "market_data")
policy(CompetitorProperty, "market_data")
policy(DataSource, "market_data")
policy(CompetitiveSet, "market_data")

# Parcels
policy(MarketProperty, "market_data")
policy(ParcelManager, "market_data")
policy(ParcelSale, "market_data")
policy(ParcelReview, "market_data")
policy(ParcelPricing, "market_data")
