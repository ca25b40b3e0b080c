"""Tickets."""

from django.db import models
from django.db.models.functions import Concat

from core.models import (
    ChoiceField,
    CodeField,
    FlagField,
    IntegerField,
    LineField,
    Lookup,
    SearchTextField,
    in_schema,
    search_index,
)
from ref.choices.tickets import (
    ActivityTypeActivityCategory,
    ActivityTypeBillableToDefault,
    LabelGroup,
    TicketTypeDefaultLaborAllocation,
)


class TicketType(Lookup):
    """Ticket families: property care, reservation, admin, accounting."""

    id_prefix = LineField(unique=True, help_text="prefix of ticket business IDs, e.g. TIK-PC")
    default_labor_allocation = ChoiceField(
        TicketTypeDefaultLaborAllocation, default=TicketTypeDefaultLaborAllocation.COMPANY
    )
    default_sla_hours = IntegerField(null=True)
    requires_property = FlagField()
    requires_reservation = FlagField()
    color = LineField(null=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "ticket_type_key")
        verbose_name = "ticket type"
        verbose_name_plural = "ticket types"
        ordering = ["sort_order", "code"]
        indexes = [search_index("ticket_type_key_search")]


class TicketCategory(Lookup):
    """Ticket categories coded {TYPE}-{CATEGORY}."""

    ticket_type = CodeField("ref.TicketType", related_name="ticket_category_key")
    default_team = models.ForeignKey(
        "team.Team", models.SET_NULL, related_name="ticket_category_key", null=True, blank=True
    )
    default_priority = CodeField(
        "ref.TicketPriority", related_name="ticket_category_key", default="MEDIUM"
    )
    default_vendor_category = CodeField(
        "ref.VendorCategory", related_name="ticket_category_key", null=True
    )

    requires_vendor = FlagField()
    triggers_inventory_check = FlagField()
    is_guest_facing = FlagField()

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "ticket_category_key")
        verbose_name = "ticket category"
        verbose_name_plural = "ticket categories"
        ordering = ["sort_order", "code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    code__startswith=Concat(models.F("ticket_type"), models.Value("-"))
                ),
                name="ticket_category_key_code_ticket_type_code_check",
                violation_error_message="The code starts with that of the ticket type and a hyphen.",
            )
        ]
        indexes = [search_index("ticket_category_key_search")]


class TicketPriority(Lookup):
    """Ticket priorities and their response targets."""

    sla_hours = IntegerField()
    first_response_hours = IntegerField(null=True)
    color = LineField(null=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "ticket_priority_key")
        verbose_name = "ticket priority"
        verbose_name_plural = "ticket priorities"
        ordering = ["sort_order", "code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sla_hours__gt=0),
                name="ticket_priority_key_sla_hours_check",
                violation_error_message="Sla hours must be more than 0.",
            )
        ]
        indexes = [search_index("ticket_priority_key_search")]


class ActivityType(Lookup):
    """Kinds of work recorded on time entries."""

    activity_category = ChoiceField(ActivityTypeActivityCategory)
    links_to_table = LineField(null=True, help_text="table the work usually relates to")
    default_duration_minutes = IntegerField(null=True)
    is_billable = FlagField()
    billable_to_default = ChoiceField(ActivityTypeBillableToDefault, null=True)
    requires_property = FlagField()

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "activity_types")
        verbose_name = "activity type"
        verbose_name_plural = "activity types"
        ordering = ["sort_order", "code"]
        indexes = [search_index("activity_types_search")]


class Label(Lookup):
    """Ticket labels and their colours."""

    label_group = ChoiceField(LabelGroup)
    color = LineField(null=True, help_text="hex")
    is_system = FlagField()

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "label_key")
        verbose_name = "label"
        verbose_name_plural = "labels"
        ordering = ["sort_order", "code"]
        indexes = [search_index("label_key_search")]
