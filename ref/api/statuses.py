"""Statuses over the API."""

from core.api.resources import Resource
from ref.models import DomainStatus, StatusTransition, StatusType


class StatusTypeResource(Resource):
    """Master list of statuses used across domains."""

    model = StatusType
    fields = """
        id code name description sort_order is_active is_terminal requires_approval color icon
        created_at updated_at
    """


class DomainStatusResource(Resource):
    """Which status is valid in which domain and column."""

    model = DomainStatus
    fields = """
        id status domain_code domain_name table_name column_name stored_value is_initial
        is_terminal sort_order created_at updated_at
    """


class StatusTransitionResource(Resource):
    """Allowed moves between statuses per domain."""

    model = StatusTransition
    fields = """
        id from_status to_status domain_code requires_approval requires_reason min_role_code
        trigger_action is_active created_at updated_at
    """
