"""Models of the staging schema, by topic."""

from staging.models.batches import ImportBatch, ImportRecipe
from staging.models.homes import StagedProperty, StagedResort
from staging.models.lists import (
    StagedCompany,
    StagedContact,
    StagedItem,
    StagedReview,
    StagedStockCount,
    StagedTicket,
    StagedVendorInvoice,
)
from staging.models.people import (
    StagedGuest,
    StagedHomeowner,
    StagedOwnership,
    StagedReservation,
    StagedTeamMember,
)

__all__ = [
    "ImportBatch",
    "ImportRecipe",
    "StagedCompany",
    "StagedContact",
    "StagedGuest",
    "StagedHomeowner",
    "StagedItem",
    "StagedOwnership",
    "StagedProperty",
    "StagedReservation",
    "StagedResort",
    "StagedReview",
    "StagedStockCount",
    "StagedTeamMember",
    "StagedTicket",
    "StagedVendorInvoice",
]
