"""The page that tells who can see what, and why."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.testing.factories import factory_of
from core.testing.fixtures import person
from portal.models import User
from service.models import Ticket

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(db):
    return person("MANAGER", is_staff=True)


@pytest.fixture
def mate(db):
    team = factory_of("team.Team").create(name="Property care")
    staff = factory_of("team.TeamMember").create(team=team)
    return person("TEAM_LEAD", is_staff=True, team_member=staff)


def ask(client, **asked):
    return client.get(reverse("admin:reach"), asked)


def test_a_row_by_its_number_and_why(client, manager, mate):
    row = factory_of("service.Ticket").create(current_team=mate.team_member.team)
    row.refresh_from_db()
    client.force_login(manager)
    page = ask(client, person=mate.pk, row=row.number).content.decode()
    assert "tickets.read for the team" in page
    assert "Property care" in page
    address = reverse("admin:service_ticket_change", args=[row.pk])
    assert "tickets.read for the team" in ask(client, person=mate.pk, row=address).content.decode()
    other = factory_of("service.Ticket").create()
    page = ask(client, person=mate.pk, row=f"service.Ticket:{other.pk}").content.decode()
    assert "none of its paths leads" in page


def test_a_person_by_resource_with_counts(client, manager, mate):
    factory_of("service.Ticket").create(current_team=mate.team_member.team)
    factory_of("service.Ticket").create()
    client.force_login(manager)
    page = ask(client, person=mate.pk, resource="tickets").content.decode()
    assert "Rows of “tickets” within reach" in page
    assert '<th scope="row">Tickets</th><td class="acc-counts">1</td>' in page


def test_the_pages_of_rows_and_people_lead_there(client, manager, mate):
    row = factory_of("service.Ticket").create()
    client.force_login(manager)
    page = client.get(reverse("admin:service_ticket_change", args=[row.pk])).content.decode()
    assert "Who can see this" in page
    page = client.get(reverse("admin:portal_user_change", args=[mate.pk])).content.decode()
    assert "What they can see" in page


@pytest.mark.parametrize("row", ["TIK-PC-999999", "/console/no/such/", "x", "service.Ticket:0"])
def test_what_is_not_there_or_not_theirs_is_said(client, manager, mate, row):
    client.force_login(manager)
    page = ask(client, person=mate.pk, row=row)
    assert page.status_code == 200
    assert b"You reach no row of that number or address" in page.content


def test_nonsense_is_a_sentence_too(client, manager):
    client.force_login(manager)
    assert ask(client, person="me").status_code == 200
    assert ask(client).status_code == 200


def test_who_may_not_ask_is_kept_out(client, mate):
    client.force_login(mate)
    assert ask(client, person=mate.pk).status_code == 403


def test_the_work_of_somebody_away_is_handed_over(client, mate):
    row = factory_of("service.Ticket").create(current_agent=mate.team_member)
    cover = person("TEAM_MEMBER", is_staff=True)
    address = f"{reverse('admin:reach')}?person={mate.pk}"
    day = timezone.localdate() + timedelta(days=3)
    told = {"over-to": cover.pk, "over-until": day.isoformat(), "over-reason": "Holidays"}
    client.force_login(person("MANAGER", is_staff=True))
    assert client.post(address, told).status_code == 403
    client.force_login(person("ADMIN", is_staff=True, user_type="admin"))
    answer = client.post(address, told, follow=True)
    assert b"1 tickets" in answer.content
    assert list(Ticket.objects.for_user(User.objects.get(pk=cover.pk), "write")) == [row]
    answer = client.post(address, {**told, "over-until": "2020-01-01"})
    assert b"past already" in answer.content
