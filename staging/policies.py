"""Who sees what of the staging schema."""

from core.permissions.policies import policy
from staging.models import (
    StagedGuest,
    StagedHomeowner,
    StagedOwnership,
    StagedProperty,
    StagedReservation,
    StagedResort,
    StagedTeamMember,
)

# Homes
policy(StagedProperty, "imports")
policy(StagedResort, "imports")

# People
policy(StagedGuest, "imports")
policy(StagedReservation, "imports")
policy(StagedHomeowner, "imports")
policy(StagedOwnership, "imports")
policy(StagedTeamMember, "imports")
