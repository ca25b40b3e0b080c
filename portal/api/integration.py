"""Integration over the API."""

from core.api.resources import Resource
from portal.models import WebhookDelivery, WebhookEndpoint, WebhookEvent, WebhookProgress


class WebhookEndpointResource(Resource):
    """An address of another system that is told of changes."""

    model = WebhookEndpoint
    fields = """
        id created_by name url event_types is_active disabled_at disabled_reason
        previous_secret_until created_at updated_at
    """
    read_only = True


class WebhookProgressResource(Resource):
    """How far an endpoint has come: apart from it, for this changes all the time."""

    model = WebhookProgress
    fields = """
        id endpoint drained_to failure_count failing_since last_delivered_at created_at
        updated_at
    """


class WebhookEventResource(Resource):
    """The outbox: a change that other systems are to be told of."""

    model = WebhookEvent
    fields = """
        id event_type table_name record_id occurred_at actor_id position created_at updated_at
    """


class WebhookDeliveryResource(Resource):
    """One event on its way to one address."""

    model = WebhookDelivery
    fields = """
        id endpoint event position attempts next_attempt_at last_status_code last_duration_ms
        last_error delivered_at status created_at updated_at
    """
