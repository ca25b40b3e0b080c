"""Console pages: tickets."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin, LogAdmin, Panel, inline, sheet
from service.models import (
    Ticket,
    TicketContact,
    TicketCost,
    TicketEvent,
    TicketHomeowner,
    TicketLabel,
    TicketProperty,
    TicketRelationship,
    TicketReservation,
    TicketVendor,
)


@admin.register(Ticket)
class TicketAdmin(EntityAdmin):
    """Work of every kind, from a dripping tap to an owner's question."""

    list_display = (
        "number",
        "title",
        "status",
        "priority",
        "ticket_type",
        "property",
        "current_agent",
        "current_team",
        "scheduled_date",
        "created_at",
    )
    list_filter = (
        "status",
        "priority",
        "ticket_type",
        "category",
        "current_team",
        "current_agent",
        "property",
        "scheduled_date",
        "created_at",
        "is_archived",
    )
    inlines = (
        inline(
            TicketCost,
            fields=(
                "cost_type",
                "expense_category",
                "amount",
                "allocation",
                "incurred_date",
                "vendor",
            ),
        ),
        inline(
            TicketVendor,
            fields=("vendor", "role", "status", "scheduled_date", "cost_estimate", "actual_cost"),
        ),
        inline(TicketContact, fields=("contact", "role", "guest", "notify")),
        inline(TicketLabel, fields=("label", "freeform_label", "applied_by", "applied_at")),
    )
    panels = (
        "events",
        Panel("time_entries", title="Time"),
        "files",
        "purchases",
        Panel("damage", title="Damage"),
        "messages",
        "properties",
        "relationships",
        Panel("relationships_as_related_ticket", title="Related from"),
        "shifts",
    )
    fieldsets = sheet(
        ("", "number title", "status priority", "ticket_type category"),
        ("Where", "property reservation", "homeowner requestor_contact", "source"),
        (
            "Who and when",
            "current_team current_agent",
            "scheduled_date first_response_at",
            "started_at resolved_at",
            "created_by closed_by",
            "reopened_count",
        ),
        ("Story", "description", "work_notes", "guest_comments", "resolution_summary"),
        ("Hold and cancel", "hold_until", "hold_reason", "cancelled_at", "cancelled_reason"),
        ("Visible", "is_owner_visible is_guest_visible is_archived"),
    )


admin.site.register(
    [
        TicketProperty,
        TicketReservation,
        TicketHomeowner,
        TicketRelationship,
        TicketContact,
        TicketLabel,
    ],
    JoinAdmin,
)
admin.site.register(TicketEvent, LogAdmin)
