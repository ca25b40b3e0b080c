"""What becomes an event, and for whom: nothing is lost, and nothing told that is not theirs."""

import json

import pytest
from django.db import connection, transaction

from core.services import record_delete, record_save, records_update
from core.testing.factories import factory_of
from core.testing.fixtures import person
from portal.models import WebhookDelivery, WebhookEvent, WebhookProgress
from portal.services.webhooks import (
    courier,
    endpoint_change,
    endpoint_disable,
    events_take,
)
from tests.portal.webhooks.steps import changed_ticket, listening, of_team_lead, send_all, told

pytestmark = pytest.mark.django_db


def test_a_change_becomes_an_event_with_the_names_of_what_changed(admin, hook):
    endpoint = listening(admin, hook.url, "ticket.*")
    ticket = changed_ticket(admin, title="Leak below the sink")
    assert events_take(endpoint_id=endpoint.pk) == 2
    assert told(endpoint) == [("ticket.created", ticket.pk), ("ticket.updated", ticket.pk)]
    event = WebhookEvent.objects.get(event_type="ticket.updated")
    assert event.payload == {"action": "updated", "changed": ["title"]}
    assert event.actor_id == admin.pk
    assert events_take(endpoint_id=endpoint.pk) == 0


def test_changes_of_many_rows_and_plain_sql_are_told_too(admin, hook):
    endpoint = listening(admin, hook.url, "ticket.updated", "ticket.deleted")
    tickets = factory_of("service.Ticket").create_batch(3)
    keys = [ticket.pk for ticket in tickets]
    model = type(tickets[0])
    records_update(queryset=model.objects.all(), values={"title": "Same"}, actor=admin)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE service.tickets SET title = 'Other' WHERE id = %s", [keys[0]])
    record_delete(instance=tickets[2], actor=admin)
    events_take(endpoint_id=endpoint.pk)
    updated = [("ticket.updated", key) for key in (*keys, keys[0])]
    assert sorted(told(endpoint)) == sorted([*updated, ("ticket.deleted", keys[2])])


def test_only_what_was_asked_for_is_taken(admin, hook):
    endpoint = listening(admin, hook.url, "ticket.deleted", "property.*")
    changed_ticket(admin, title="Leak")
    events_take(endpoint_id=endpoint.pk)
    assert {event for event, _ in told(endpoint)} == {"property.created"}
    endpoint_change(endpoint=endpoint, actor=admin, event_types=["*"])
    changed = changed_ticket(admin, title="Other").pk
    events_take(endpoint_id=endpoint.pk)
    assert ("ticket.updated", changed) in told(endpoint)


def test_what_the_staff_api_never_shows_makes_no_event(admin, hook):
    endpoint = listening(admin, hook.url, "property.updated")
    home = factory_of("property.Property").create()
    home.wifi_password = "aloha-secret"
    record_save(instance=home, actor=admin)
    assert events_take(endpoint_id=endpoint.pk) == 0
    home.wifi_password, home.property_name = "mahalo-secret", "Hale Nalu"
    record_save(instance=home, actor=admin)
    events_take(endpoint_id=endpoint.pk)
    assert send_all(endpoint) == 1
    assert json.loads(hook.bodies[0])["changed"] == ["property_name"]
    assert b"secret" not in hook.bodies[0]


def test_who_reads_a_part_is_told_of_that_part(admin, hook):
    member = factory_of("team.TeamMember").create(team=factory_of("team.Team").create())
    endpoint = of_team_lead(admin, hook.url, member)
    mine = factory_of("service.Ticket").create(current_team=member.team)
    theirs = factory_of("service.Ticket").create()
    for ticket in (mine, theirs):
        ticket.title = "Changed"
        record_save(instance=ticket, actor=admin)
    key = mine.pk
    events_take(endpoint_id=endpoint.pk)
    assert {row for _, row in told(endpoint)} == {key}
    record_delete(instance=theirs, actor=admin)
    record_delete(instance=mine, actor=admin)
    events_take(endpoint_id=endpoint.pk)
    assert told(endpoint)[-1] == ("ticket.deleted", key)
    assert {row for _, row in told(endpoint)} == {key}


def test_a_row_that_left_the_owners_reach_is_not_sent(admin, hook):
    member = factory_of("team.TeamMember").create(team=factory_of("team.Team").create())
    endpoint = of_team_lead(admin, hook.url, member)
    ticket = factory_of("service.Ticket").create(current_team=member.team)
    events_take(endpoint_id=endpoint.pk)
    ticket.current_team = factory_of("team.Team").create()
    record_save(instance=ticket, actor=admin)
    send_all(endpoint)
    assert hook.calls == []
    delivery = WebhookDelivery.objects.get(event__event_type="ticket.created")
    assert delivery.status == "abandoned"
    assert "may not read" in delivery.last_error


def test_an_owner_who_left_is_told_nothing(admin, hook):
    endpoint = listening(admin, hook.url, "ticket.*")
    ticket = changed_ticket(None, title="Before")
    events_take(endpoint_id=endpoint.pk)
    type(admin).objects.filter(pk=admin.pk).update(is_active=False)
    changed_ticket(None, title="After")
    assert events_take(endpoint_id=endpoint.pk) == 0
    send_all(endpoint)
    assert hook.calls == []
    assert ticket.pk


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_commits_late_is_not_missed(hook):
    admin = person("SUPER_ADMIN", is_staff=True, user_type="admin")
    endpoint = listening(admin, hook.url, "ticket.updated")
    slow = factory_of("service.Ticket").create()
    quick = factory_of("service.Ticket").create()
    aside = connection.copy()
    try:
        with aside.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("UPDATE service.tickets SET title = 'Slow' WHERE id = %s", [slow.pk])
            quick.title = "Quick"
            record_save(instance=quick, actor=admin)
            events_take(endpoint_id=endpoint.pk)
            events_take(endpoint_id=endpoint.pk)
            assert told(endpoint) == [("ticket.updated", quick.pk)]
            cursor.execute("COMMIT")
    finally:
        aside.close()
    events_take(endpoint_id=endpoint.pk)
    events_take(endpoint_id=endpoint.pk)
    assert sorted(told(endpoint)) == sorted(
        [("ticket.updated", quick.pk), ("ticket.updated", slow.pk)]
    )


@pytest.mark.django_db(transaction=True)
def test_what_was_rolled_back_is_not_told(hook):
    admin = person("SUPER_ADMIN", is_staff=True, user_type="admin")
    endpoint = listening(admin, hook.url, "ticket.*")
    with pytest.raises(RuntimeError), transaction.atomic():
        changed_ticket(admin, title="Never")
        raise RuntimeError
    assert events_take(endpoint_id=endpoint.pk) == 0


def test_a_restored_database_that_counts_anew_is_caught_up_with(admin, hook):
    endpoint = listening(admin, hook.url, "ticket.*")
    WebhookProgress.objects.update(drained_to=2**60)
    events_take(endpoint_id=endpoint.pk)
    ticket = changed_ticket(admin, title="Here")
    events_take(endpoint_id=endpoint.pk)
    assert ("ticket.updated", ticket.pk) in told(endpoint)


@pytest.mark.django_db(transaction=True)
def test_a_write_calls_a_courier_only_where_somebody_listens(hook, monkeypatch):
    from procrastinate.contrib.django.models import ProcrastinateJob

    admin = person("SUPER_ADMIN", is_staff=True, user_type="admin")
    jobs = ProcrastinateJob.objects.filter(task_name=courier.JOB)
    ticket = changed_ticket(admin, title="Nobody listens")
    assert not jobs.exists()
    endpoint = listening(admin, hook.url, "ticket.*")
    monkeypatch.setattr(courier, "_remembered", (0.0, False))
    for title in ("One", "Two"):
        ticket.title = title
        record_save(instance=ticket, actor=admin)
    assert jobs.count() == 1  # called once, however many write
    endpoint_disable(endpoint=endpoint, actor=admin, reason="Done")
