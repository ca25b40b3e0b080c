"""Steps of the tests about webhooks."""

from django.utils import timezone

from core.services import record_save
from core.testing.factories import factory_of
from core.testing.fixtures import person
from portal.models import WebhookDelivery
from portal.services.webhooks import courier, endpoint_create


def listening(actor, url, *event_types, name="Channel manager"):
    """An endpoint; its secret aside."""
    endpoint, _ = endpoint_create(name=name, url=url, event_types=event_types or ["*"], actor=actor)
    return endpoint


def of_team_lead(actor, url, member):
    """An endpoint whose owner reads the tickets of the member's team."""
    endpoint = listening(actor, url, "ticket.*")
    endpoint.created_by = person("TEAM_LEAD", is_staff=True, team_member=member)
    record_save(instance=endpoint, actor=actor)
    return endpoint


def told(endpoint) -> list:
    """Event types and rows that wait for the endpoint, in order."""
    rows = WebhookDelivery.objects.filter(endpoint=endpoint).order_by("position")
    return [(d.event.event_type, d.event.record_id) for d in rows.select_related("event")]


def send_all(endpoint) -> int:
    """Send what is due now; the tries made."""
    return courier.serve(endpoint.pk, float("inf"))


def changed_ticket(actor, **values):
    """A new ticket, changed once where there are values."""
    ticket = factory_of("service.Ticket").create()
    for name, value in values.items():
        setattr(ticket, name, value)
    record_save(instance=ticket, actor=actor)
    return ticket


def due(delivery):
    """Let the time of the next try come."""
    WebhookDelivery.objects.filter(pk=delivery.pk).update(next_attempt_at=timezone.now())
