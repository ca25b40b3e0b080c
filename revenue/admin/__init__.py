"""Console pages of the revenue schema, by topic."""

from revenue.admin import forecasts, pricing

__all__ = ["forecasts", "pricing"]
