"""Models of the analytics schema, by topic."""

from analytics.models.measures import (
    GuestLifetimeValue,
    OccupancyTrend,
    OperationalKpi,
    PropertyPerformance,
    RevenueSummary,
)

__all__ = [
    "GuestLifetimeValue",
    "OccupancyTrend",
    "OperationalKpi",
    "PropertyPerformance",
    "RevenueSummary",
]
