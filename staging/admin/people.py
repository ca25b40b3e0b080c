"""Console pages: people."""

from django.contrib import admin

from core.admin import StagingAdmin
from staging.models import (
    StagedGuest,
    StagedHomeowner,
    StagedOwnership,
    StagedReservation,
    StagedTeamMember,
)

admin.site.register(
    [
        StagedGuest,
        StagedReservation,
        StagedHomeowner,
        StagedOwnership,
        StagedTeamMember,
    ],
    StagingAdmin,
)
