"""Tickets."""

from django.db import models
from django.db.models.functions import Concat
from django.db.models.lookups import StartsWith

from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    Join,
    LineField,
    Log,
    MoneyField,
    NowField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from core.models.triggers import append_only, numbered_by
from service.choices.tickets import (
    TICKET_STATUS,
    TicketContactRole,
    TicketEventNewStatus,
    TicketEventOldStatus,
    TicketEventType,
    TicketHomeownerApprovalStatus,
    TicketHomeownerRole,
    TicketPropertyRole,
    TicketRelationshipType,
    TicketReservationRole,
    TicketSource,
    TicketStatus,
)


class Ticket(Entity):
    """Single work ticket table for care, reservation, admin and accounting work."""

    number = BusinessIDField("TIK-{type}-", db_column="ticket_id")
    title = LineField()

    ticket_type = CodeField("ref.TicketType", related_name="tickets", db_index=False)
    category = CodeField("ref.TicketCategory", related_name="tickets")
    priority = CodeField(
        "ref.TicketPriority",
        db_column="priority",
        related_name="tickets",
        default="MEDIUM",
        help_text="drives the SLA; there is no due date",
    )
    property = models.ForeignKey(
        "property.Property",
        models.PROTECT,
        related_name="tickets",
        null=True,
        blank=True,
        db_index=False,
    )
    reservation = models.ForeignKey(
        "reservations.Reservation", models.PROTECT, related_name="tickets", null=True, blank=True
    )
    homeowner = models.ForeignKey(
        "directory.Homeowner", models.PROTECT, related_name="tickets", null=True, blank=True
    )
    requestor_contact = models.ForeignKey(
        "directory.Contact", models.SET_NULL, related_name="tickets", null=True, blank=True
    )
    current_agent = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="tickets_as_current_agent",
        null=True,
        blank=True,
        db_index=False,
    )
    current_team = models.ForeignKey(
        "team.Team", models.SET_NULL, related_name="tickets", null=True, blank=True, db_index=False
    )
    closed_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="tickets_as_closed_by",
        null=True,
        blank=True,
    )
    created_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="tickets_as_created_by",
        null=True,
        blank=True,
    )

    description = TextField(null=True)
    work_notes = TextField(null=True)
    guest_comments = TextField(null=True)
    source = ChoiceField(TicketSource, null=True, help_text="channel of origin")
    scheduled_date = models.DateField(null=True, blank=True)
    first_response_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    is_archived = FlagField()
    hold_reason = TextField(null=True)
    hold_until = models.DateField(null=True, blank=True)
    resolution_summary = TextField(null=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_reason = TextField(null=True)
    is_owner_visible = FlagField()
    is_guest_visible = FlagField()
    reopened_count = IntegerField(default=0)
    monday_item_id = LineField(null=True)

    status = ChoiceField(TicketStatus, default=TicketStatus.OPEN)

    search_text = SearchTextField("number", "title")

    label_fields = ("number", "title")
    search_through = ("property", "homeowner")

    class Meta:
        db_table = in_schema("service", "tickets")
        verbose_name = "ticket"
        verbose_name_plural = "tickets"
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(ticket_type="PC") | models.Q(property__isnull=False),
                name="tickets_ticket_type_code_property_id_check",
                violation_error_message="Property is needed when ticket type is pc.",
            ),
            models.CheckConstraint(
                condition=~models.Q(ticket_type="RSV") | models.Q(reservation__isnull=False),
                name="tickets_ticket_type_code_reservation_id_check",
                violation_error_message="Reservation is needed when ticket type is rsv.",
            ),
            models.CheckConstraint(
                condition=StartsWith(
                    models.F("category"),
                    Concat(
                        models.F("ticket_type"), models.Value("-"), output_field=models.TextField()
                    ),
                ),
                name="tickets_category_code_ticket_type_code_check",
                violation_error_message="The category is not one of the ticket type.",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="RESOLVED") | models.Q(resolved_at__isnull=False),
                name="tickets_status_resolved_at_check",
                violation_error_message="Resolved at is needed when status is resolved.",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "priority"], name="tickets_status_priority"),
            models.Index(fields=["property", "status"], name="tickets_property_status"),
            models.Index(fields=["current_team", "status"], name="tickets_current_team_status"),
            models.Index(fields=["current_agent", "status"], name="tickets_current_agent_status"),
            models.Index(fields=["scheduled_date"], name="tickets_scheduled_date"),
            models.Index(fields=["ticket_type", "category"], name="tickets_ticket_type_category"),
            models.Index(fields=["created_at", "id"], name="tickets_created_at"),
            # The newest of each team and agent: see core.permissions.paging.
            models.Index(fields=["current_team", "created_at", "id"], name="tickets_team_newest"),
            models.Index(fields=["current_agent", "created_at", "id"], name="tickets_agent_newest"),
            search_index("tickets_search"),
        ]
        triggers = [
            numbered_by("ticket_id", "'TIK-' || NEW.ticket_type_code || '-'", 6),
            TICKET_STATUS.guard(),
        ]


class TicketProperty(Join):
    """Units touched by a ticket beyond the primary one."""

    ticket = models.ForeignKey(
        "service.Ticket", models.CASCADE, related_name="properties", db_index=False
    )
    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="ticket_properties"
    )
    resort = models.ForeignKey(
        "property.Resort", models.SET_NULL, related_name="ticket_properties", null=True, blank=True
    )

    address_snapshot = LineField(null=True)
    role = ChoiceField(TicketPropertyRole, default=TicketPropertyRole.PRIMARY)

    label_fields = ("role", "address_snapshot")
    search_through = ("property", "ticket")

    class Meta:
        db_table = in_schema("service", "ticket_properties")
        verbose_name = "ticket property"
        verbose_name_plural = "ticket properties"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["ticket", "property"],
                name="ticket_properties_ticket_property_unique",
                violation_error_message="There is already a row with this ticket, property.",
            )
        ]


class TicketReservation(Join):
    """Stays linked to a ticket with booking snapshots."""

    ticket = models.ForeignKey(
        "service.Ticket", models.CASCADE, related_name="reservations", db_index=False
    )
    reservation = models.ForeignKey(
        "reservations.Reservation", models.PROTECT, related_name="ticket_reservations"
    )

    reservation_number = LineField(null=True)
    guest_name_snapshot = LineField(null=True)
    check_in_date = models.DateField(null=True, blank=True)
    check_out_date = models.DateField(null=True, blank=True)
    role = ChoiceField(TicketReservationRole, default=TicketReservationRole.PRIMARY)

    search_text = SearchTextField("reservation_number")

    label_fields = ("reservation_number",)
    search_through = ("reservation", "ticket")

    class Meta:
        db_table = in_schema("service", "ticket_reservations")
        verbose_name = "ticket reservation"
        verbose_name_plural = "ticket reservations"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["ticket", "reservation"],
                name="ticket_reservations_ticket_reservation_unique",
                violation_error_message="There is already a row with this ticket, reservation.",
            )
        ]
        indexes = [search_index("ticket_reservations_search")]


class TicketHomeowner(Join):
    """Owners involved in a ticket and billing instructions."""

    ticket = models.ForeignKey(
        "service.Ticket", models.CASCADE, related_name="homeowners", db_index=False
    )
    homeowner = models.ForeignKey(
        "directory.Homeowner", models.PROTECT, related_name="ticket_homeowners"
    )

    role = ChoiceField(TicketHomeownerRole, default=TicketHomeownerRole.PRIMARY)
    is_requestor = FlagField()
    is_billable = FlagField()
    billing_notes = TextField(null=True)
    communication_notes = TextField(null=True)
    approval_requested_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)

    approved_amount = MoneyField(null=True)

    approval_status = ChoiceField(
        TicketHomeownerApprovalStatus, default=TicketHomeownerApprovalStatus.NOT_REQUIRED
    )

    label_fields = ("role",)
    search_through = ("homeowner", "ticket")

    class Meta:
        db_table = in_schema("service", "ticket_homeowners")
        verbose_name = "ticket homeowner"
        verbose_name_plural = "ticket homeowners"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["ticket", "homeowner"],
                name="ticket_homeowners_ticket_homeowner_unique",
                violation_error_message="There is already a row with this ticket, homeowner.",
            )
        ]


class TicketRelationship(Join):
    """Links between two tickets."""

    ticket = models.ForeignKey(
        "service.Ticket", models.CASCADE, related_name="relationships", db_index=False
    )
    related_ticket = models.ForeignKey(
        "service.Ticket", models.CASCADE, related_name="relationships_as_related_ticket"
    )
    created_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="ticket_relationships",
        null=True,
        blank=True,
    )

    relationship_type = ChoiceField(TicketRelationshipType)
    notes = TextField(null=True)

    label_fields = ("relationship_type",)
    search_through = ("ticket", "related_ticket")

    class Meta:
        db_table = in_schema("service", "ticket_relationships")
        verbose_name = "related ticket"
        verbose_name_plural = "related tickets"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(ticket=models.F("related_ticket")),
                name="ticket_relationships_ticket_id_related_ticket_id_check",
                violation_error_message="Ticket and related ticket cannot be the same.",
            ),
            models.UniqueConstraint(
                fields=["ticket", "related_ticket", "relationship_type"],
                name="ticket_relationships_ticket_related_ticket_relationshi_a5147",
                violation_error_message="There is already a row with this ticket, related ticket, relationship type.",
            ),
        ]


class TicketContact(Join):
    """People on a ticket and whether they are notified."""

    ticket = models.ForeignKey("service.Ticket", models.CASCADE, related_name="contacts")
    contact = models.ForeignKey(
        "directory.Contact", models.SET_NULL, related_name="ticket_contacts", null=True, blank=True
    )
    team_member = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="ticket_contacts", null=True, blank=True
    )
    homeowner = models.ForeignKey(
        "directory.Homeowner",
        models.SET_NULL,
        related_name="ticket_contacts",
        null=True,
        blank=True,
    )
    guest = models.ForeignKey(
        "directory.Guest", models.SET_NULL, related_name="ticket_contacts", null=True, blank=True
    )

    role = ChoiceField(TicketContactRole)
    notify = FlagField()
    assigned_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    notes = TextField(null=True)

    label_fields = ("role",)
    search_through = ("ticket", "guest")

    class Meta:
        db_table = in_schema("service", "ticket_contacts")
        verbose_name = "ticket contact"
        verbose_name_plural = "ticket contacts"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(contact__isnull=False)
                | models.Q(team_member__isnull=False)
                | models.Q(homeowner__isnull=False)
                | models.Q(guest__isnull=False),
                name="ticket_contacts_contact_id_team_member_id_homeowner_id_45ce2",
                violation_error_message="Must hold: num nonnulls(contact, team member, homeowner, guest) is at least 1.",
            )
        ]


class TicketEvent(Log):
    """Append-only activity log of a ticket."""

    number = BusinessIDField("EVT-", width=8, db_column="event_id")

    ticket = models.ForeignKey(
        "service.Ticket", models.PROTECT, related_name="events", db_index=False
    )
    actor_member = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="ticket_events_as_actor_member",
        null=True,
        blank=True,
    )
    actor_contact = models.ForeignKey(
        "directory.Contact", models.SET_NULL, related_name="ticket_events", null=True, blank=True
    )
    old_assignee = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="ticket_events_as_old_assignee",
        null=True,
        blank=True,
    )
    new_assignee = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="ticket_events_as_new_assignee",
        null=True,
        blank=True,
    )

    event_type = ChoiceField(TicketEventType)
    event_subtype = LineField(null=True)
    field_name = LineField(null=True, help_text="set for FIELD_UPDATE")
    old_value = LineField(null=True)
    new_value = LineField(null=True)
    comment_body = TextField(null=True)
    is_internal = FlagField(default=True)
    is_automated = FlagField()
    automation_source = LineField(null=True)

    old_status = ChoiceField(TicketEventOldStatus, null=True)
    new_status = ChoiceField(TicketEventNewStatus, null=True)

    search_text = SearchTextField("number", "field_name")

    label_fields = ("number", "event_type")
    search_through = ("ticket", "actor_contact")

    class Meta:
        db_table = in_schema("service", "ticket_events")
        verbose_name = "ticket event"
        verbose_name_plural = "ticket events"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["ticket", "-created_at"], name="ticket_events_ticket_cre_90d81"),
            models.Index(fields=["event_type"], name="ticket_events_event_type"),
            search_index("ticket_events_search"),
        ]
        triggers = [append_only()]


class TicketLabel(Join):
    """Labels applied to a ticket, removal kept."""

    ticket = models.ForeignKey("service.Ticket", models.CASCADE, related_name="labels")
    label = models.ForeignKey(
        "ref.Label", models.SET_NULL, related_name="ticket_labels", null=True, blank=True
    )
    applied_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="ticket_labels_as_applied_by",
        null=True,
        blank=True,
    )
    removed_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="ticket_labels_as_removed_by",
        null=True,
        blank=True,
    )

    freeform_label = LineField(null=True)
    applied_at = NowField()
    removed_at = models.DateTimeField(null=True, blank=True)

    label_fields = ("freeform_label",)
    search_through = ("ticket",)

    class Meta:
        db_table = in_schema("service", "ticket_labels")
        verbose_name = "ticket label"
        verbose_name_plural = "ticket labels"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(label__isnull=False) | models.Q(freeform_label__isnull=False),
                name="ticket_labels_label_id_freeform_label_check",
                violation_error_message="Label or freeform label is needed.",
            ),
            models.UniqueConstraint(
                fields=["ticket", "label"],
                name="ticket_labels_ticket_label_unique",
                condition=models.Q(removed_at__isnull=True),
                nulls_distinct=False,
                violation_error_message="There is already a row with this ticket, label.",
            ),
        ]
