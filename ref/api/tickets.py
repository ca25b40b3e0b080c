"""Tickets over the API."""

from core.api.resources import Resource
from ref.models import ActivityType, Label, TicketCategory, TicketPriority, TicketType


class TicketTypeResource(Resource):
    """Ticket families: property care, reservation, admin, accounting."""

    model = TicketType
    fields = """
        id code name description sort_order is_active id_prefix default_labor_allocation
        default_sla_hours requires_property requires_reservation color created_at updated_at
    """


class TicketCategoryResource(Resource):
    """Ticket categories coded {TYPE}-{CATEGORY}."""

    model = TicketCategory
    fields = """
        id code name description sort_order is_active ticket_type default_team default_priority
        default_vendor_category requires_vendor triggers_inventory_check is_guest_facing
        created_at updated_at
    """


class TicketPriorityResource(Resource):
    """Ticket priorities and their response targets."""

    model = TicketPriority
    fields = """
        id code name description sort_order is_active sla_hours first_response_hours color
        created_at updated_at
    """


class ActivityTypeResource(Resource):
    """Kinds of work recorded on time entries."""

    model = ActivityType
    fields = """
        id code name description sort_order is_active activity_category links_to_table
        default_duration_minutes is_billable billable_to_default requires_property created_at
        updated_at
    """


class LabelResource(Resource):
    """Ticket labels and their colours."""

    model = Label
    fields = """
        id code name description sort_order is_active label_group color is_system created_at
        updated_at
    """
