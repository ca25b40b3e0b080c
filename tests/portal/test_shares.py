"""The page of a row's shares: giving, taking back, and who may."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.testing.factories import factory_of
from core.testing.fixtures import person
from portal.models import TicketTeamGrant, TicketUserGrant, User
from service.models import Ticket

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(db):
    return person("ADMIN", is_staff=True, user_type="admin")


@pytest.fixture
def ticket(db):
    return factory_of("service.Ticket").create(title="Leaking tap")


def page_of(row):
    return reverse("admin:shares", args=["service", "ticket", row.pk])


def test_a_row_is_shared_with_a_person_for_a_time(client, admin, ticket):
    vendor = person(user_type="guest")
    client.force_login(admin)
    change = client.get(reverse("admin:service_ticket_change", args=[ticket.pk]))
    assert page_of(ticket).encode() in change.content
    day = timezone.localdate() + timedelta(days=3)
    told = {"person": vendor.pk, "actions": ["view"], "reason": "Quote", "until": day.isoformat()}
    answer = client.post(page_of(ticket), told, follow=True)
    assert b"is shared with" in answer.content
    grant = TicketUserGrant.objects.get()
    assert timezone.localtime(grant.expires_at).date() == day
    assert grant.granted_by == admin
    assert list(Ticket.objects.for_user(User.objects.get(pk=vendor.pk))) == [ticket]
    answer = client.post(page_of(ticket), {"take_back": grant.pk, "reason": "Done"}, follow=True)
    assert b"It was taken back" in answer.content
    assert not TicketUserGrant.objects.exists()


def test_a_row_is_shared_with_a_team(client, admin, ticket):
    team = factory_of("team.Team").create()
    client.force_login(admin)
    client.post(page_of(ticket), {"team": team.pk, "actions": ["change"], "reason": "Storm"})
    assert {grant.permission.codename for grant in TicketTeamGrant.objects.all()} == {
        "view_ticket",
        "change_ticket",
    }


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"actions": ["view"], "reason": "Why"}, b"Choose a person or a team"),
        ({"person": "me", "actions": ["view"], "reason": "Why"}, b'role="alert"'),
        ({"person": True, "actions": ["view"], "reason": ""}, b"This field is required"),
        ({"person": True, "actions": ["own"], "reason": "Why"}, b'role="alert"'),
        (
            {"person": True, "actions": ["view"], "reason": "Why", "until": "2020-01-01"},
            b"past already",
        ),
    ],
)
def test_what_is_refused_is_said_beside_its_field(client, admin, ticket, told, said):
    if told.get("person") is True:
        told = {**told, "person": person(user_type="guest").pk}
    client.force_login(admin)
    answer = client.post(page_of(ticket), told)
    assert answer.status_code == 200
    assert said in answer.content
    assert not TicketUserGrant.objects.exists()


def test_others_look_or_are_kept_out(client, ticket):
    client.force_login(person("MANAGER", is_staff=True))
    page = client.get(page_of(ticket))
    assert page.status_code == 200
    assert b"Share it" not in page.content
    told = {"person": person().pk, "actions": ["view"], "reason": "Why"}
    assert client.post(page_of(ticket), told).status_code == 403
    client.force_login(person("TEAM_MEMBER", is_staff=True))
    assert client.get(page_of(ticket)).status_code == 404
    assert not TicketUserGrant.objects.exists()


def test_what_cannot_be_shared_has_no_such_page(client, admin):
    client.force_login(admin)
    event = factory_of("service.TicketEvent").create()
    address = reverse("admin:shares", args=["service", "ticketevent", event.pk])
    assert client.get(address).status_code == 404
    assert client.get(reverse("admin:shares", args=["no", "such", event.pk])).status_code == 404
