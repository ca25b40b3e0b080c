"""Who sees what of the geo schema."""

from core.permissions.policies import policy
from geo.models import (
    Area,
    City,
    Country,
    PointOfInterest,
    State,
)

policy(Country, "reference_data", public=True)
policy(State, "reference_data", public=True)
policy(City, "reference_data", public=True)
policy(Area, "reference_data", public=True)
policy(PointOfInterest, "concierge", public=True)
