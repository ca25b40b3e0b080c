"""Models of the external schema, by topic."""

from external.models.markets import (
    CompetitiveSet,
    CompetitorProperty,
    DataSource,
    MarketListing,
    MarketOccupancy,
    MarketRate,
    MarketTrend,
)
from external.models.parcels import (
    MarketProperty,
    ParcelManager,
    ParcelPricing,
    ParcelReview,
    ParcelSale,
)

__all__ = [
    "CompetitiveSet",
    "CompetitorProperty",
    "DataSource",
    "MarketListing",
    "MarketOccupancy",
    "MarketProperty",
    "MarketRate",
    "MarketTrend",
    "ParcelManager",
    "ParcelPricing",
    "ParcelReview",
    "ParcelSale",
]
