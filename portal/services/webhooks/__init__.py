"""Webhooks: endpoints, the outbox, and what is sent from it."""

from portal.services.webhooks.delivery import delivery_send, signature
from portal.services.webhooks.endpoints import (
    endpoint_change,
    endpoint_create,
    endpoint_delete,
    endpoint_disable,
    endpoint_enable,
    endpoint_rotate_secret,
    endpoint_test,
)
from portal.services.webhooks.outbox import events_forget, events_take, events_take_all
from portal.services.webhooks.replay import deliveries_replay, delivery_replay

__all__ = [
    "deliveries_replay",
    "delivery_replay",
    "delivery_send",
    "endpoint_change",
    "endpoint_create",
    "endpoint_delete",
    "endpoint_disable",
    "endpoint_enable",
    "endpoint_rotate_secret",
    "endpoint_test",
    "events_forget",
    "events_take",
    "events_take_all",
    "signature",
]
