"""Factories of the staging models."""

from core.testing.factories import ModelFactory, Numbered


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
