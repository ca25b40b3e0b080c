"""Who sees what of the analytics schema."""

from analytics.models import (
    GuestLifetimeValue,
    OccupancyTrend,
    OperationalKpi,
    PropertyPerformance,
    RevenueSummary,
)
from core.permissions.policies import policy

policy(PropertyPerformance, "reports", parent="property")
policy(GuestLifetimeValue, "reports", parent="guest", inherit="staff")
policy(RevenueSummary, "reports")
policy(OccupancyTrend, "reports")
policy(OperationalKpi, "reports", team=["team_id"])
