"""What came from before the claims module."""

from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    Entity,
    MoneyField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from reservations.choices.reservations import (
    LegacyDamageClaimRecoveredFrom,
    LegacyDamageClaimStatus,
)


class LegacyDamageClaim(Entity):
    """Read-only damage records from before the claims module."""

    number = BusinessIDField("DCL-", db_column="claim_id")

    reservation = models.ForeignKey(
        "reservations.Reservation", models.PROTECT, related_name="damage_claims_legacy"
    )
    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="damage_claims_legacy"
    )
    migrated_to_claim = models.ForeignKey(
        "service.DamageClaim",
        models.SET_NULL,
        related_name="damage_claims_legacy",
        null=True,
        blank=True,
    )

    description = TextField(null=True)
    notes = TextField(null=True)
    claim_date = models.DateField(null=True, blank=True)
    recovered_from = ChoiceField(LegacyDamageClaimRecoveredFrom, null=True)
    resolution_notes = TextField(null=True)

    estimated_cost = MoneyField(null=True)
    actual_cost = MoneyField(null=True)
    recovered_amount = MoneyField(default=0)

    status = ChoiceField(
        LegacyDamageClaimStatus, null=True, help_text="legacy values kept as imported"
    )

    search_text = SearchTextField("number")

    search_through = ("property", "reservation")

    class Meta:
        db_table = in_schema("reservations", "damage_claims_legacy")
        verbose_name = "old damage claim"
        verbose_name_plural = "old damage claims"
        ordering = ["-number"]
        indexes = [search_index("damage_claims_legacy_search")]
