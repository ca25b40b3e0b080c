"""Factories of the staging models."""

from core.testing.factories import ModelFactory, Numbered, Parent


class StagedPropertyFactory(ModelFactory):
    class Meta:
        model = "staging.StagedProperty"

    batch_id = Numbered("Batch id {}")


class StagedResortFactory(ModelFactory):
    class Meta:
        model = "staging.StagedResort"

    batch_id = Numbered("Batch id {}")


class StagedGuestFactory(ModelFactory):
    class Meta:
        model = "staging.StagedGuest"

    batch_id = Numbered("Batch id {}")


class StagedReservationFactory(ModelFactory):
    class Meta:
        model = "staging.StagedReservation"

    batch_id = Numbered("Batch id {}")


class StagedHomeownerFactory(ModelFactory):
    class Meta:
        model = "staging.StagedHomeowner"

    batch_id = Numbered("Batch id {}")


class StagedOwnershipFactory(ModelFactory):
    class Meta:
        model = "staging.StagedOwnership"

    batch_id = Numbered("Batch id {}")


class StagedTeamMemberFactory(ModelFactory):
    class Meta:
        model = "staging.StagedTeamMember"

    batch_id = Numbered("Batch id {}")


class StagedContactFactory(ModelFactory):
    class Meta:
        model = "staging.StagedContact"

    batch_id = Numbered("Batch id {}")


class StagedCompanyFactory(ModelFactory):
    class Meta:
        model = "staging.StagedCompany"

    batch_id = Numbered("Batch id {}")


class StagedVendorInvoiceFactory(ModelFactory):
    class Meta:
        model = "staging.StagedVendorInvoice"

    batch_id = Numbered("Batch id {}")


class StagedReviewFactory(ModelFactory):
    class Meta:
        model = "staging.StagedReview"

    batch_id = Numbered("Batch id {}")


class StagedTicketFactory(ModelFactory):
    class Meta:
        model = "staging.StagedTicket"

    batch_id = Numbered("Batch id {}")


class StagedItemFactory(ModelFactory):
    class Meta:
        model = "staging.StagedItem"

    batch_id = Numbered("Batch id {}")


class StagedStockCountFactory(ModelFactory):
    class Meta:
        model = "staging.StagedStockCount"

    batch_id = Numbered("Batch id {}")


class ImportBatchFactory(ModelFactory):
    class Meta:
        model = "staging.ImportBatch"

    resource = "properties"
    file_name = Numbered("homes-{}.csv")
    file = Numbered("2026/03/homes-{}.csv")
    file_hash = "0" * 64
    file_size = 120


class ImportRecipeFactory(ModelFactory):
    class Meta:
        model = "staging.ImportRecipe"

    sender = Parent("portal.User")
    resource = "properties"
    signature = Numbered("signature {}")
