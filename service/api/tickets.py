"""Tickets over the API."""

from core.api.resources import Resource
from service.models import (
    Ticket,
    TicketContact,
    TicketEvent,
    TicketHomeowner,
    TicketLabel,
    TicketProperty,
    TicketRelationship,
    TicketReservation,
)


class TicketResource(Resource):
    """Single work ticket table for care, reservation, admin and accounting work."""

    model = Ticket
    fields = """
        id number title ticket_type category priority property reservation homeowner
        requestor_contact current_agent current_team closed_by created_by description work_notes
        guest_comments source scheduled_date first_response_at started_at resolved_at
        is_archived hold_reason hold_until resolution_summary cancelled_at cancelled_reason
        is_owner_visible is_guest_visible reopened_count monday_item_id status created_at
        updated_at
    """
    brief = "id number title ticket_type priority status property"
    expand = "property.resort reservation.guest"
    through = "property__resort reservation__guest"
    example = {
        "property": "0197f3a0-0000-7000-8000-000000000001",
        "ticket_type": "PC",
        "category": "PC-PLUMBING",
        "title": "Kitchen faucet drips",
        "priority": "HIGH",
    }


class TicketPropertyResource(Resource):
    """Units touched by a ticket beyond the primary one."""

    model = TicketProperty
    fields = "id ticket property resort address_snapshot role created_at updated_at"


class TicketReservationResource(Resource):
    """Stays linked to a ticket with booking snapshots."""

    model = TicketReservation
    fields = """
        id ticket reservation reservation_number guest_name_snapshot check_in_date
        check_out_date role created_at updated_at
    """


class TicketHomeownerResource(Resource):
    """Owners involved in a ticket and billing instructions."""

    model = TicketHomeowner
    fields = """
        id ticket homeowner role is_requestor is_billable billing_notes communication_notes
        approval_requested_at approved_at approved_amount approval_status created_at updated_at
    """


class TicketRelationshipResource(Resource):
    """Links between two tickets."""

    model = TicketRelationship
    fields = "id ticket related_ticket created_by relationship_type notes created_at updated_at"


class TicketContactResource(Resource):
    """People on a ticket and whether they are notified."""

    model = TicketContact
    fields = """
        id ticket contact team_member homeowner guest role notify assigned_at completed_at notes
        created_at updated_at
    """


class TicketEventResource(Resource):
    """Append-only activity log of a ticket."""

    model = TicketEvent
    fields = """
        id number ticket actor_member actor_contact old_assignee new_assignee event_type
        event_subtype field_name old_value new_value comment_body is_internal is_automated
        automation_source old_status new_status created_at updated_at
    """


class TicketLabelResource(Resource):
    """Labels applied to a ticket, removal kept."""

    model = TicketLabel
    fields = """
        id ticket label applied_by removed_by freeform_label applied_at removed_at created_at
        updated_at
    """
