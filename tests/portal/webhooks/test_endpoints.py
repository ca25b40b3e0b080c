"""Endpoints: which addresses they may have, their secrets, and sending again."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone

from core.testing.fixtures import person
from portal.choices.webhooks import EVENT_SOURCES, chosen, event_types
from portal.models import WebhookDelivery, WebhookEndpoint, WebhookEvent, WebhookProgress
from portal.selectors.webhooks import columns_shown
from portal.services.webhooks import (
    deliveries_replay,
    delivery_send,
    endpoint_change,
    endpoint_create,
    endpoint_rotate_secret,
    events_forget,
    events_take,
    signature,
)
from tests.portal.webhooks.steps import changed_ticket, listening, send_all, told

pytestmark = pytest.mark.django_db


def test_one_delivery_is_sent_again_under_the_same_event_id(admin, hook):
    endpoint = listening(admin, hook.url, "ticket.created")
    changed_ticket(admin)
    events_take(endpoint_id=endpoint.pk)
    send_all(endpoint)
    delivery = WebhookDelivery.objects.get()
    call_command("webhooks", "replay", delivery=str(delivery.pk), stdout=StringIO())
    assert send_all(endpoint) == 1
    first, second = [headers["Halekeeper-Event-Id"] for headers, _ in hook.calls]
    assert first == second


def test_a_span_of_time_is_sent_again(admin, hook):
    endpoint = listening(admin, hook.url, "ticket.created")
    for _ in range(3):
        changed_ticket(admin)
    events_take(endpoint_id=endpoint.pk)
    send_all(endpoint)
    events = list(WebhookEvent.objects.order_by("position"))
    since, until = events[1].occurred_at, events[2].occurred_at
    said = StringIO()
    span = {"since": since.isoformat(), "until": until.isoformat(), "endpoint": endpoint.name}
    call_command("webhooks", "replay", **span, stdout=said)
    assert said.getvalue().startswith("0 ")  # the receiver took it
    call_command("webhooks", "replay", **span, all=True, stdout=said)
    assert send_all(endpoint) == 1
    assert json.loads(hook.bodies[-1])["position"] == events[1].position


def test_what_was_never_told_can_be_told(admin, hook):
    ticket = changed_ticket(admin)
    endpoint = listening(admin, hook.url, "ticket.created")
    WebhookProgress.objects.update(drained_to=2**40)  # as if the ticket were older than it
    since = timezone.now() - timedelta(hours=1)
    assert deliveries_replay(endpoint=endpoint, actor=admin, since=since) == 0
    assert deliveries_replay(endpoint=endpoint, actor=admin, since=since, missed=True) == 1
    assert told(endpoint) == [("ticket.created", ticket.pk)]
    assert deliveries_replay(endpoint=endpoint, actor=admin, since=since, missed=True) == 1


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"delivery": "1", "endpoint": "2"},
        {"delivery": "not-a-key"},
        {"endpoint": "Nobody", "since": "2026-03-01T00:00"},
        {"endpoint": "Channel manager", "since": "yesterday"},
        {"endpoint": "Channel manager", "since": "2026-13-45T00:00"},
        {"endpoint": "Channel manager", "since": "2026-03-01T00:00", "until": "2026-02-01T00:00"},
    ],
)
def test_the_command_says_what_it_needs(admin, hook, options):
    listening(admin, hook.url, "ticket.created")
    with pytest.raises(CommandError):
        call_command("webhooks", "replay", **options)


def test_old_events_go_when_nothing_of_them_waits(admin, hook, settings):
    endpoint = listening(admin, hook.url, "ticket.created")
    for _ in range(2):
        changed_ticket(admin)
    events_take(endpoint_id=endpoint.pk)
    first, second = WebhookDelivery.objects.order_by("position")
    delivery_send(delivery=first)
    old = timezone.now() - timedelta(days=settings.WEBHOOK_KEEP_DAYS + 1)
    WebhookEvent.objects.update(occurred_at=old)
    assert events_forget() == 1
    assert WebhookDelivery.objects.get() == second


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://hooks.example.com/", "https"),
        ("ftp://hooks.example.com/", "https"),
        ("https://user:pass@hooks.example.com/", "password"),
        ("https://", "host"),
        ("https://127.0.0.2/", "open internet"),
        ("https://localhost/", "open internet"),
        ("https://[::1]/", "open internet"),
        ("https://[::ffff:10.0.0.1]/", "open internet"),
        ("https://169.254.169.254/latest/meta-data/", "open internet"),
        ("https://2130706433/", "open internet"),
        ("https://0x7f.1/", "open internet"),
        ("https://10.1.2.3:8443/", "open internet"),
        ("https://hooks.example.com:99999/", "no address"),
        ("https://hooks.example.com\\@127.0.0.1/", "backslashes"),
        ("https://hooks.example.com/\r\nX: y", "blanks"),
        ("https://" + "a" * 70 + ".example.com/", "no address"),
        ("https://hooks.example.com/" + "a" * 3000, "longer"),
    ],
)
def test_only_addresses_on_the_open_internet_are_taken(admin, url, why):
    with pytest.raises(ValidationError) as caught:
        listening(admin, url, "ticket.created")
    assert why in " ".join(caught.value.messages)


@pytest.mark.parametrize("types", [[], ["ticket.eaten"], ["nothing.*"], ["ticket"]])
def test_event_types_are_those_that_there_are(admin, hook, types):
    with pytest.raises(ValidationError) as caught:
        endpoint_create(name="Other", url=hook.url, event_types=types, actor=admin)
    assert "event_types" in caught.value.message_dict


def test_the_secret_is_sealed_and_two_sign_for_a_day_after_a_change(admin, hook):
    endpoint, first = endpoint_create(
        name="PMS", url=hook.url, event_types=["ticket.created"], actor=admin
    )
    endpoint.refresh_from_db()
    assert first not in endpoint.secret_encrypted
    second = endpoint_rotate_secret(endpoint=endpoint, actor=admin)
    assert second != first
    changed_ticket(admin)
    events_take(endpoint_id=endpoint.pk)
    send_all(endpoint)
    headers, body = hook.calls[0]
    at, *signed = headers["Halekeeper-Signature"].split(",")
    both = [signature(secret, body, int(at[2:])) for secret in (second, first)]
    assert signed == [f"v1={one}" for one in both]
    WebhookEndpoint.objects.update(previous_secret_until=timezone.now())
    due_again = WebhookDelivery.objects.get()
    deliveries_replay(
        endpoint=WebhookEndpoint.objects.get(),
        actor=admin,
        since=due_again.event.occurred_at,
        only_undelivered=False,
    )
    send_all(endpoint)
    assert hook.calls[1][0]["Halekeeper-Signature"].count("v1=") == 1


def test_who_changes_the_address_of_anothers_endpoint_owns_it(admin, hook):
    endpoint = listening(admin, hook.url, "ticket.created")
    other = person("ADMIN", is_staff=True, user_type="admin")
    assert endpoint_change(endpoint=endpoint, actor=other, name="New name").created_by == admin
    changed = endpoint_change(endpoint=endpoint, actor=other, url=f"{hook.url}/other")
    assert changed.created_by == other


def test_every_event_type_has_a_resource_of_the_staff_api():
    for label in EVENT_SOURCES.values():
        assert columns_shown(apps.get_model(label), None), label
    assert len(chosen(["*"])) == len(event_types()) == 3 * len(EVENT_SOURCES)
    assert chosen(["ticket.*"]) == {"ticket.created", "ticket.updated", "ticket.deleted"}
