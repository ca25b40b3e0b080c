"""Webhooks in the console and over the API."""

import json
import re

import pytest
from django.urls import reverse

from core.testing.fixtures import person
from core.testing.pages import address, fields_of
from portal.models import WebhookDelivery, WebhookEndpoint
from portal.services.webhooks import delivery_send, events_take
from tests.portal.webhooks.steps import changed_ticket, listening, send_all

pytestmark = pytest.mark.django_db
API = "/api/v1/portal/webhook_endpoints/"


@pytest.fixture
def console(client, admin):
    """The browser of somebody who may do all."""
    client.force_login(admin)
    return client


def deed(endpoint, name):
    """The address of a button."""
    return address(WebhookEndpoint, "deed", endpoint.pk, name)


def shown_secret(answer) -> str:
    """The secret on the page that shows it."""
    return re.search(r"whsec_[\w-]{43}", answer.content.decode())[0]


def test_an_endpoint_is_made_in_the_console_and_its_secret_shown_once(console, hook):
    page = address(WebhookEndpoint, "add")
    sent = fields_of(console.get(page).content.decode(), "webhookendpoint_form")
    sent |= {"name": "PMS", "url": hook.url, "event_types": ["ticket.*", "review.created"]}
    answer = console.post(page, sent)
    secret = shown_secret(answer)
    assert "no-store" in answer["Cache-Control"]
    endpoint = WebhookEndpoint.objects.get()
    assert (endpoint.name, endpoint.event_types) == ("PMS", ["review.created", "ticket.*"])
    assert endpoint.progress.drained_to > 0
    for name in ("change", "history"):
        page = console.get(address(WebhookEndpoint, name, endpoint.pk)).content.decode()
        assert secret not in page
    assert secret not in console.get(address(WebhookEndpoint, "changelist")).content.decode()


def test_a_refused_address_is_an_error_in_the_form(console, settings):
    settings.WEBHOOK_TRUSTED_HOSTS = []
    page = address(WebhookEndpoint, "add")
    sent = {"name": "PMS", "url": "https://10.0.0.1/", "event_types": ["ticket.*"]}
    answer = console.post(page, sent)
    assert answer.status_code == 200
    assert "not on the open internet" in answer.content.decode()
    assert not WebhookEndpoint.objects.exists()


def test_an_endpoint_is_changed_in_the_console(console, admin, hook):
    endpoint = listening(admin, hook.url, "ticket.created")
    page = address(WebhookEndpoint, "change", endpoint.pk)
    sent = fields_of(console.get(page).content.decode(), "webhookendpoint_form")
    assert sent["event_types"] == "ticket.created"
    answer = console.post(page, {**sent, "name": "Other", "event_types": ["*"]})
    assert answer.status_code == 302
    endpoint.refresh_from_db()
    assert (endpoint.name, endpoint.event_types) == ("Other", ["*"])


def test_the_buttons_of_an_endpoint(console, admin, hook):
    endpoint = listening(admin, hook.url, "ticket.created")
    assert console.post(deed(endpoint, "test")).status_code == 302
    assert send_all(endpoint) == 1
    assert json.loads(hook.bodies[0])["type"] == "webhook.test"
    assert json.loads(hook.bodies[0])["row"] is None

    answer = console.post(deed(endpoint, "rotate"))
    assert shown_secret(answer)
    assert "no-store" in answer["Cache-Control"]

    changed_ticket(admin)
    events_take(endpoint_id=endpoint.pk)
    hook.answer = lambda headers, body: 500
    send_all(endpoint)
    hook.answer = lambda headers, body: 204
    console.post(deed(endpoint, "replay"))
    assert send_all(endpoint) == 1

    console.post(deed(endpoint, "disable"), {"reason": "  "})
    endpoint.refresh_from_db()
    assert endpoint.is_active
    console.post(deed(endpoint, "disable"), {"reason": "Moves house"})
    endpoint.refresh_from_db()
    assert (endpoint.is_active, endpoint.disabled_reason) == (False, "Moves house")
    assert console.post(deed(endpoint, "test")).status_code == 403
    console.post(deed(endpoint, "enable"))
    endpoint.refresh_from_db()
    assert (endpoint.is_active, endpoint.disabled_reason) == (True, None)
    page = console.get(address(WebhookEndpoint, "change", endpoint.pk)).content.decode()
    assert "Send a test" in page
    assert console.get(deed(endpoint, "test")).status_code == 405


def test_deliveries_are_sent_again_from_their_list_and_page(console, admin, hook):
    endpoint = listening(admin, hook.url, "ticket.created")
    changed_ticket(admin)
    events_take(endpoint_id=endpoint.pk)
    delivery = WebhookDelivery.objects.get()
    delivery_send(delivery=delivery)
    console.post(
        address(WebhookDelivery, "changelist"),
        {"action": "send_again", "_selected_action": [str(delivery.pk)]},
    )
    assert send_all(endpoint) == 1
    console.post(address(WebhookDelivery, "deed", delivery.pk, "again"))
    assert send_all(endpoint) == 1
    assert len(hook.calls) == 3


@pytest.mark.parametrize("role", ["MANAGER", "TEAM_MEMBER"])
def test_only_administrators_reach_endpoints(client, admin, hook, role):
    endpoint = listening(admin, hook.url, "ticket.created")
    client.force_login(person(role, is_staff=True))
    assert client.get(address(WebhookEndpoint, "changelist")).status_code == 403
    for name in ("test", "rotate", "disable"):
        assert client.post(deed(endpoint, name), {"reason": "x"}).status_code in (403, 404)
    assert client.get(API).status_code == 403
    assert client.get(f"{API}{endpoint.pk}/").status_code == 404
    for name in ("test", "rotate_secret", "enable", "disable", "replay"):
        answer = client.post(f"{API}{endpoint.pk}/{name}/", {}, "application/json")
        assert answer.status_code in (403, 404)
    endpoint.refresh_from_db()
    assert endpoint.is_active
    assert endpoint.previous_secret_encrypted is None
    assert not WebhookDelivery.objects.exists()


def test_an_endpoint_over_the_api(console, hook):
    sent = {"name": "PMS", "url": hook.url, "event_types": ["ticket.*"]}
    answer = console.post(API, sent, "application/json")
    assert answer.status_code == 201
    made = answer.json()
    assert re.fullmatch(r"whsec_[\w-]{43}", made["secret"])
    assert answer["Cache-Control"] == "no-store"
    one = f"{API}{made['id']}/"
    assert "secret" not in console.get(one).json()
    assert made["secret"] not in console.get(API).content.decode()
    answer = console.patch(one, {"name": "Other", "is_active": False}, "application/json")
    assert (answer.json()["name"], answer.json()["is_active"]) == ("Other", True)
    answer = console.patch(one, {"url": "https://10.0.0.1/"}, "application/json")
    assert (answer.status_code, answer.json()["errors"][0]["path"]) == (400, "url")
    answer = console.patch(one, {"event_types": ["nothing.*"]}, "application/json")
    assert (answer.status_code, answer.json()["errors"][0]["path"]) == (400, "event_types")
    assert console.post(f"{one}test/").status_code == 202
    assert send_all(WebhookEndpoint.objects.get()) == 1
    changed = console.post(f"{one}rotate_secret/").json()["secret"]
    assert changed != made["secret"]
    answer = console.post(f"{one}disable/", {"reason": "Moves"}, "application/json")
    assert answer.json()["disabled_reason"] == "Moves"
    assert console.post(f"{one}test/").status_code == 400
    assert console.post(f"{one}enable/", {}, "application/json").json()["is_active"]
    replay = {"since": "2020-01-01T00:00:00Z", "only_undelivered": False}
    assert console.post(f"{one}replay/", replay, "application/json").json() == {"count": 1}
    assert console.post(f"{one}replay/", {}, "application/json").status_code == 400
    assert console.delete(one).status_code == 204
    assert not WebhookEndpoint.objects.exists()


def test_deliveries_cannot_be_written_over_the_api(console, admin, hook):
    endpoint = listening(admin, hook.url, "ticket.created")
    changed_ticket(admin)
    events_take(endpoint_id=endpoint.pk)
    for table in ("webhook_deliveries", "webhook_events", "webhook_progress"):
        page = f"/api/v1/portal/{table}/"
        (row,) = console.get(page).json()["results"]
        assert console.post(page, {}, "application/json").status_code == 405
        assert console.patch(f"{page}{row['id']}/", {}, "application/json").status_code == 405
        assert console.delete(f"{page}{row['id']}/").status_code == 405
    assert reverse("admin:index")
