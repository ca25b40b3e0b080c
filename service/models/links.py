"""Links."""

from django.db import models

from core.models import ChoiceField, FlagField, IntegerField, Join, MoneyField, TextField, in_schema
from service.choices.links import (
    TicketClaimLinkType,
    TicketCleanRelationship,
    TicketInspectionRelationship,
    TicketTransactionRole,
)


class TicketInspection(Join):
    """Tickets tied to inspections."""

    ticket = models.ForeignKey(
        "service.Ticket", models.CASCADE, related_name="ticket_inspections", db_index=False
    )
    inspection = models.ForeignKey(
        "property.Inspection", models.PROTECT, related_name="ticket_inspections"
    )

    relationship = ChoiceField(TicketInspectionRelationship)
    notes = TextField(null=True)

    label_fields = ("relationship",)
    search_through = ("ticket", "inspection")

    class Meta:
        db_table = in_schema("service", "ticket_inspections")
        verbose_name = "ticket inspection"
        verbose_name_plural = "ticket inspections"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["ticket", "inspection", "relationship"],
                name="ticket_inspections_ticket_inspection_relationship_unique",
                violation_error_message="There is already a row with this ticket, inspection, relationship.",
            )
        ]


class TicketClean(Join):
    """Tickets tied to cleans."""

    ticket = models.ForeignKey(
        "service.Ticket", models.CASCADE, related_name="cleans", db_index=False
    )
    clean_event = models.ForeignKey(
        "property.Clean", models.PROTECT, related_name="ticket_cleans", db_column="clean_id"
    )

    relationship = ChoiceField(TicketCleanRelationship)
    notes = TextField(null=True)

    label_fields = ("relationship",)
    search_through = ("ticket", "clean_event")

    class Meta:
        db_table = in_schema("service", "ticket_cleans")
        verbose_name = "ticket clean"
        verbose_name_plural = "ticket cleans"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["ticket", "clean_event", "relationship"],
                name="ticket_cleans_ticket_clean_event_relationship_unique",
                violation_error_message="There is already a row with this ticket, clean event, relationship.",
            )
        ]


class TicketInventoryEvent(Join):
    """Stock movements caused by a ticket."""

    ticket = models.ForeignKey(
        "service.Ticket", models.CASCADE, related_name="inventory_events", db_index=False
    )
    inventory_event = models.ForeignKey(
        "inventory.InventoryEvent", models.PROTECT, related_name="ticket_inventory_events"
    )

    quantity = IntegerField(null=True)
    notes = TextField(null=True)

    label_fields = ("quantity",)
    search_through = ("ticket", "inventory_event")

    class Meta:
        db_table = in_schema("service", "ticket_inventory_events")
        verbose_name = "ticket stock movement"
        verbose_name_plural = "ticket stock movements"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["ticket", "inventory_event"],
                name="ticket_inventory_events_ticket_inventory_event_unique",
                violation_error_message="There is already a row with this ticket, inventory event.",
            )
        ]


class TicketTransaction(Join):
    """Ledger entries belonging to a ticket."""

    ticket = models.ForeignKey(
        "service.Ticket", models.PROTECT, related_name="transactions", db_index=False
    )
    transaction = models.ForeignKey(
        "finance.Transaction", models.PROTECT, related_name="ticket_transactions"
    )

    role = ChoiceField(TicketTransactionRole)

    label_fields = ("role",)
    search_through = ("ticket", "transaction")

    class Meta:
        db_table = in_schema("service", "ticket_transactions")
        verbose_name = "ticket transaction"
        verbose_name_plural = "ticket transactions"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["ticket", "transaction", "role"],
                name="ticket_transactions_ticket_transaction_role_unique",
                violation_error_message="There is already a row with this ticket, transaction, role.",
            )
        ]


class TicketClaim(Join):
    """Tickets whose cost feeds a damage claim."""

    ticket = models.ForeignKey(
        "service.Ticket", models.CASCADE, related_name="claims", db_index=False
    )
    damage_claim = models.ForeignKey(
        "service.DamageClaim", models.CASCADE, related_name="ticket_claims"
    )

    is_recovery_blocking = FlagField()
    link_type = ChoiceField(TicketClaimLinkType, null=True)
    notes = TextField(null=True)

    allocated_cost = MoneyField(null=True)

    label_fields = ("link_type",)
    search_through = ("ticket", "damage_claim")

    class Meta:
        db_table = in_schema("service", "ticket_claims")
        verbose_name = "ticket claim"
        verbose_name_plural = "ticket claims"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["ticket", "damage_claim"],
                name="ticket_claims_ticket_damage_claim_unique",
                violation_error_message="There is already a row with this ticket, damage claim.",
            )
        ]
