"""Who sees what of the staging schema."""

from core.permissions.policies import policy
from staging.models import (
    ImportBatch,
    ImportRecipe,
    StagedCompany,
    StagedContact,
    StagedGuest,
    StagedHomeowner,
    StagedItem,
    StagedOwnership,
    StagedProperty,
    StagedReservation,
    StagedResort,
    StagedReview,
    StagedStockCount,
    StagedTeamMember,
    StagedTicket,
    StagedVendorInvoice,
)

# Batches
policy(ImportBatch, "imports", own=["sender"])
policy(ImportRecipe, "imports", own=["sender"])

# Homes
policy(StagedProperty, "imports")
policy(StagedResort, "imports")

# People
policy(StagedGuest, "imports")
policy(StagedReservation, "imports")
policy(StagedHomeowner, "imports")
policy(StagedOwnership, "imports")
policy(StagedTeamMember, "imports")

# Lists
policy(StagedContact, "imports")
policy(StagedCompany, "imports")
policy(StagedVendorInvoice, "imports")
policy(StagedReview, "imports")
policy(StagedTicket, "imports")
policy(StagedItem, "imports")
policy(StagedStockCount, "imports")
