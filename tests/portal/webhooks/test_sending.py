"""What is sent: signed, in order, tried again, each endpoint at its own pace."""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.db import connection
from django.utils import timezone

from config.embedded import REPO
from core.services import record_delete
from core.testing.factories import factory_of
from core.testing.fixtures import person
from portal.models import WebhookDelivery, WebhookEndpoint, WebhookEvent, WebhookProgress
from portal.selectors.webhooks import next_delivery
from portal.services.webhooks import (
    courier,
    delivery_send,
    endpoint_create,
    endpoint_disable,
    endpoint_enable,
    endpoints,
    events_take,
    outbox,
    signature,
)
from portal.services.webhooks.delivery import LEASE, MOST_FAILURES, TRIES
from tests.portal.webhooks.receiver import receiver
from tests.portal.webhooks.steps import changed_ticket, due, listening, send_all, told

pytestmark = pytest.mark.django_db


def test_the_row_is_sent_as_the_staff_api_shows_it(admin, hook, client):
    endpoint, secret = endpoint_create(
        name="PMS", url=hook.url, event_types=["ticket.updated"], actor=admin
    )
    ticket = changed_ticket(admin, title="Leak below the sink")
    events_take(endpoint_id=endpoint.pk)
    assert send_all(endpoint) == 1
    (headers, body), event = hook.calls[0], WebhookEvent.objects.get()
    sent = json.loads(body)
    client.force_login(admin)
    shown = client.get(f"/api/v1/service/tickets/{ticket.pk}/").json()
    assert sent.pop("row") == shown
    assert sent == {
        "id": str(event.pk),
        "type": "ticket.updated",
        "occurred_at": event.occurred_at.isoformat().replace("+00:00", "Z"),
        "position": event.position,
        "table": "service.tickets",
        "record": str(ticket.pk),
        "actor": str(admin.pk),
        "changed": ["title"],
    }
    assert headers["Halekeeper-Event-Id"] == str(event.pk)
    assert headers["Halekeeper-Event-Type"] == "ticket.updated"
    assert headers["Halekeeper-Attempt"] == "1"
    at, signed = headers["Halekeeper-Signature"].split(",")
    assert signed == f"v1={signature(secret, body, int(at.removeprefix('t=')))}"
    delivery = WebhookDelivery.objects.get()
    assert (delivery.status, delivery.attempts, delivery.last_status_code) == ("delivered", 1, 204)
    assert endpoint.progress.last_delivered_at is None  # as it was read
    assert WebhookProgress.objects.get().last_delivered_at is not None


def test_a_deleted_row_is_named_and_not_shown(admin, hook):
    endpoint = listening(admin, hook.url, "ticket.*")
    ticket = factory_of("service.Ticket").create()
    key = ticket.pk
    record_delete(instance=ticket, actor=admin)
    events_take(endpoint_id=endpoint.pk)
    send_all(endpoint)
    sent = [json.loads(body) for body in hook.bodies]
    assert [(e["type"], e["record"], e["row"]) for e in sent] == [
        ("ticket.created", str(key), None),
        ("ticket.deleted", str(key), None),
    ]


def test_events_come_in_order(admin, hook):
    endpoint = listening(admin, hook.url, "ticket.*")
    for number in range(5):
        changed_ticket(admin, title=f"Number {number}")
    events_take(endpoint_id=endpoint.pk)
    assert send_all(endpoint) == 10
    places = [json.loads(body)["position"] for body in hook.bodies]
    assert places == sorted(places)


def failing_once(status):
    """Answers the status to the first call, and takes the others."""
    seen = []
    return lambda headers, body: 204 if seen else (seen.append(1), status)[1]


def test_a_failed_delivery_is_tried_again_later_and_holds_the_others_back(admin, hook):
    endpoint = listening(admin, hook.url, "ticket.*")
    changed_ticket(admin, title="First")
    events_take(endpoint_id=endpoint.pk)
    hook.answer = failing_once(500)
    assert send_all(endpoint) == 1  # the second waits for the first
    first = WebhookDelivery.objects.order_by("position").first()
    assert (first.status, first.attempts, first.last_status_code) == ("failed", 1, 500)
    assert "500" in first.last_error
    wait = first.next_attempt_at - timezone.now()
    assert timedelta(seconds=2) < wait < timedelta(seconds=7)
    progress = WebhookProgress.objects.get()
    assert (progress.failure_count, progress.failing_since is None) == (1, False)
    due(first)
    assert send_all(endpoint) == 2
    assert [h["Halekeeper-Attempt"] for h, _ in hook.calls] == ["1", "2", "1"]
    assert not WebhookDelivery.objects.exclude(status="delivered").exists()
    progress.refresh_from_db()
    assert (progress.failure_count, progress.failing_since) == (0, None)


def test_one_that_fails_for_long_is_passed_by_and_then_given_up(admin, hook):
    endpoint = listening(admin, hook.url, "ticket.*")
    changed_ticket(admin, title="Bad")
    events_take(endpoint_id=endpoint.pk)
    first, second = WebhookDelivery.objects.order_by("position")
    hook.answer = lambda headers, body: 500 if str(first.event_id).encode() in body else 204
    for _ in range(3):
        due(first)
        assert send_all(endpoint) == 1
    due(first)
    assert send_all(endpoint) == 2  # it fails once more, and the other passes it
    second.refresh_from_db()
    assert second.status == "delivered"
    for _ in range(TRIES - 4):
        due(first)
        send_all(endpoint)
    first.refresh_from_db()
    assert (first.status, first.attempts, first.next_attempt_at) == ("abandoned", TRIES, None)


def test_pauses_grow_to_six_hours_and_no_two_are_the_same():
    from portal.services.webhooks.delivery import pause

    middle = [pause(n).total_seconds() for n in range(1, TRIES + 1)]
    for seconds, expected in zip(middle, [5, 15, 45, 135, 405, 1215, 3645, 10935], strict=False):
        assert expected * 0.8 <= seconds <= expected * 1.2
    assert max(middle) <= 6 * 3600 * 1.2
    assert len({pause(5) for _ in range(20)}) > 10


def test_the_receiver_may_ask_for_a_longer_pause(admin, hook):
    endpoint = listening(admin, hook.url, "ticket.created")
    changed_ticket(admin)
    events_take(endpoint_id=endpoint.pk)
    hook.answer, hook.headers = lambda headers, body: 429, {"Retry-After": "600"}
    send_all(endpoint)
    wait = WebhookDelivery.objects.get().next_attempt_at - timezone.now()
    assert timedelta(seconds=590) < wait <= timedelta(seconds=600)


def test_redirects_are_not_followed(admin, hook):
    with receiver() as elsewhere:
        endpoint = listening(admin, hook.url, "ticket.created")
        changed_ticket(admin)
        events_take(endpoint_id=endpoint.pk)
        hook.answer, hook.headers = lambda headers, body: 307, {"Location": elsewhere.url}
        send_all(endpoint)
        assert elsewhere.calls == []
    assert "redirects are not followed" in WebhookDelivery.objects.get().last_error


def test_a_target_that_turned_inside_is_not_called(admin, hook, settings):
    endpoint = listening(admin, hook.url, "ticket.created")
    changed_ticket(admin)
    events_take(endpoint_id=endpoint.pk)
    settings.WEBHOOK_TRUSTED_HOSTS = []
    WebhookEndpoint.objects.update(url=hook.url.replace("http:", "https:"))
    assert send_all(endpoint) == 1
    assert hook.calls == []
    assert "not on the open internet" in WebhookDelivery.objects.get().last_error


def test_two_senders_send_a_delivery_once(admin, hook):
    endpoint = listening(admin, hook.url, "ticket.created")
    changed_ticket(admin)
    events_take(endpoint_id=endpoint.pk)
    one, other = next_delivery(endpoint.pk), next_delivery(endpoint.pk)
    assert delivery_send(delivery=one)
    assert not delivery_send(delivery=other)
    assert len(hook.calls) == 1


def test_a_slow_receiver_gets_ten_seconds_however_it_trickles(admin, monkeypatch):
    from portal.services.webhooks import delivery as sending

    monkeypatch.setattr(sending, "SECONDS", 1.0)
    listener = socket.create_server(("127.0.0.1", 0))

    def trickle():
        caller, _ = listener.accept()
        with caller:
            for letter in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 200:
                try:
                    caller.send(bytes([letter]))
                except OSError:
                    return
                time.sleep(0.1)

    threading.Thread(target=trickle, daemon=True).start()
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    endpoint = listening(admin, url, "ticket.created")
    changed_ticket(admin)
    events_take(endpoint_id=endpoint.pk)
    began = time.monotonic()
    assert send_all(endpoint) == 1
    assert time.monotonic() - began < 3
    listener.close()
    assert WebhookDelivery.objects.get().last_error == "No answer within 1 s."


def test_a_receiver_that_is_gone_is_switched_off_at_once(admin, hook):
    endpoint = listening(admin, hook.url, "ticket.created")
    changed_ticket(admin)
    events_take(endpoint_id=endpoint.pk)
    hook.answer = lambda headers, body: 410
    send_all(endpoint)
    endpoint.refresh_from_db()
    assert not endpoint.is_active
    assert "410" in endpoint.disabled_reason
    assert WebhookDelivery.objects.get().status == "abandoned"


def test_one_that_failed_for_days_is_switched_off_with_a_notice_and_catches_up(admin, hook, post):
    endpoint = listening(admin, hook.url, "ticket.created")
    changed_ticket(admin, title="Before")
    events_take(endpoint_id=endpoint.pk)
    hook.answer = lambda headers, body: 500
    long_ago = timezone.now() - timedelta(days=4)
    WebhookProgress.objects.update(failure_count=MOST_FAILURES - 2, failing_since=long_ago)
    send_all(endpoint)
    endpoint.refresh_from_db()
    assert endpoint.is_active
    due(WebhookDelivery.objects.get())
    send_all(endpoint)
    endpoint.refresh_from_db()
    assert not endpoint.is_active
    assert endpoint.disabled_reason.startswith("Nothing was taken since")
    (mail,) = post()
    assert (mail.to, mail.subject) == ([admin.email], "A webhook was switched off")
    missed = changed_ticket(admin, title="Meanwhile")
    assert events_take(endpoint_id=endpoint.pk) == 0
    hook.answer = lambda headers, body: 204
    endpoint_enable(endpoint=endpoint, actor=admin)
    events_take(endpoint_id=endpoint.pk)
    assert ("ticket.created", missed.pk) in told(endpoint)
    due(WebhookDelivery.objects.order_by("position")[0])
    assert send_all(endpoint) == 2


@pytest.mark.django_db(transaction=True)
def test_one_that_starts_anew_is_not_told_of_what_it_missed(hook, monkeypatch):
    # As if no other test had a transaction open on this server just now.
    monkeypatch.setattr(endpoints, "horizon", lambda: outbox._snapshot()[1])
    admin = person("SUPER_ADMIN", is_staff=True, user_type="admin")
    endpoint = listening(admin, hook.url, "ticket.created")
    endpoint_disable(endpoint=endpoint, actor=admin, reason="Holiday", source="console")
    changed_ticket(admin)
    endpoint_enable(endpoint=endpoint, actor=admin, catch_up=False)
    assert events_take(endpoint_id=endpoint.pk) == 0


def written_apart(actor):
    """A ticket written by another thread."""
    try:
        changed_ticket(actor, title="Meanwhile")
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_slow_endpoint_keeps_nobody_else_waiting(hook):
    admin = person("SUPER_ADMIN", is_staff=True, user_type="admin")
    arrived = []
    hook.answer = lambda headers, body: arrived.append(time.monotonic()) or 204

    def slow(headers, body):
        time.sleep(2)
        return 204

    with receiver(answer=slow) as sleepy:
        listening(admin, sleepy.url, "ticket.created", name="Sleepy")
        listening(admin, hook.url, "ticket.created", name="Quick")
        for number in range(3):
            changed_ticket(admin, title=f"Number {number}")
        began = time.monotonic()
        later = threading.Timer(1.0, written_apart, [admin])
        later.start()
        tried = courier.courier_run()
        later.join()
    assert len(hook.calls) == len(sleepy.calls) == 4
    assert arrived[2] - began < 1.5  # before the slow one had taken anything
    assert arrived[3] - began < 4  # written while the slow one was busy
    assert tried == 8


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_a_killed_worker_loses_nothing(hook):
    admin = person("SUPER_ADMIN", is_staff=True, user_type="admin")
    endpoint = listening(admin, hook.url, "ticket.created")
    made = {str(changed_ticket(admin).pk) for _ in range(4)}
    reached = threading.Event()

    def hang(headers, body):
        if len(hook.calls) == 2:
            reached.set()
            time.sleep(30)
        return 204

    hook.answer = hang
    worker = _courier_in_a_process()
    try:
        assert reached.wait(60)
    finally:
        worker.kill()
        worker.wait()
    hook.answer = lambda headers, body: 204
    taken = WebhookDelivery.objects.filter(status="delivered").count()
    assert taken == 1
    assert courier.serve(endpoint.pk, float("inf")) == 0  # the claim stands for a minute
    for delivery in WebhookDelivery.objects.exclude(status="delivered"):
        assert delivery.next_attempt_at < timezone.now() + LEASE
        due(delivery)
    courier.courier_run()
    told_of = [json.loads(body)["record"] for body in hook.bodies]
    assert set(told_of) == made
    assert len(told_of) == 5  # the one in the hands of the killed worker came twice
    ids = [headers["Halekeeper-Event-Id"] for headers, _ in hook.calls]
    assert len(set(ids)) == 4  # under the same event id


def _courier_in_a_process():
    settings = connection.settings_dict
    url = (
        f"postgresql://{quote(settings['USER'])}:{quote(settings['PASSWORD'])}"
        f"@{quote(settings['HOST'], safe='')}:{settings['PORT']}/{settings['NAME']}"
    )
    code = (
        "import django; django.setup()\n"
        "from portal.services.webhooks.courier import courier_run; courier_run()"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=REPO,
        env={
            **os.environ,
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "WEBHOOK_TRUSTED_HOSTS": "127.0.0.1",
        },
    )


@pytest.mark.django_db(transaction=True)
def test_a_worker_delivers_what_a_write_called_for(hook):
    from procrastinate.contrib.django import app

    admin = person("SUPER_ADMIN", is_staff=True, user_type="admin")
    listening(admin, hook.url, "ticket.created")
    changed_ticket(admin)

    def work():
        with app.replace_connector(app.connector.get_worker_connector()) as working:
            working.run_worker(
                wait=False, queues=["webhooks"], listen_notify=False, install_signal_handlers=False
            )
        connection.close()

    # In a thread of its own: after a test in the browser, this one has an event loop that runs.
    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert [headers["Halekeeper-Event-Type"] for headers, _ in hook.calls] == ["ticket.created"]
