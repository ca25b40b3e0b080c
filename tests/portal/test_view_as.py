"""Looking through somebody else's eyes: who may, what is seen, and that nothing is changed."""

import pytest
from django.urls import reverse

from core.testing.factories import factory_of
from core.testing.fixtures import person
from portal.models import User
from portal.selectors.viewing import may_view_as
from secure.models import AuditLog

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(db):
    return person("ADMIN", is_staff=True, user_type="admin")


@pytest.fixture
def housekeeper(db):
    team = factory_of("team.Team").create()
    staff = factory_of("team.TeamMember").create(team=team)
    return person("TEAM_MEMBER", is_staff=True, team_member=staff)


def begin(client, person, reason="A call about cleans"):
    address = reverse("admin:portal_user_deed", args=[person.pk, "view_as"])
    return client.post(address, {"reason": reason}, follow=True)


def test_who_may(admin, housekeeper):
    boss = person("SUPER_ADMIN", is_staff=True, user_type="admin")
    root = person(is_staff=True, is_superuser=True)
    manager = person("MANAGER", is_staff=True)
    assert may_view_as(admin, housekeeper)
    assert may_view_as(admin, manager)
    assert may_view_as(boss, admin)
    assert may_view_as(root, boss)
    assert not may_view_as(admin, boss)
    assert not may_view_as(admin, root)
    assert not may_view_as(admin, admin)
    assert not may_view_as(manager, housekeeper)
    assert not may_view_as(admin, person(status="suspended"))
    admin.viewed_by = root
    assert not may_view_as(admin, housekeeper)


def test_the_console_is_theirs_and_nothing_can_be_changed(client, admin, housekeeper):
    team = housekeeper.team_member.team
    mine = factory_of("service.Ticket").create(current_team=team, title="Leaking tap")
    other = factory_of("service.Ticket").create(title="Broken gate")
    client.force_login(admin)
    page = begin(client, housekeeper)
    assert b"acc-viewing" in page.content
    tickets = client.get(reverse("admin:service_ticket_changelist"))
    assert b"Leaking tap" in tickets.content
    assert b"Broken gate" not in tickets.content
    change = reverse("admin:service_ticket_change", args=[mine.pk])
    assert client.get(change).status_code == 200
    assert client.post(change, {"title": "Changed"}).status_code == 403
    assert client.get(reverse("admin:service_ticket_change", args=[other.pk])).status_code != 200
    mine.refresh_from_db()
    assert mine.title == "Leaking tap"
    for closed in ("admin:account", "admin:notices", "admin:password_change"):
        answer = client.get(reverse(closed))
        assert answer.status_code == 403
        assert b"nothing can be changed until you stop" in answer.content
        assert b"Your roles do not allow it" not in answer.content


def test_it_is_told_and_ends(client, admin, housekeeper):
    client.force_login(admin)
    begin(client, housekeeper)
    client.post(reverse("admin:view_as_end"))
    entries = AuditLog.objects.filter(metadata__view_as=True).order_by("number")
    assert [entry.action_type for entry in entries] == ["grant", "revoke"]
    assert entries[0].access_reason == "A call about cleans"
    assert {entry.user_id for entry in entries} == {admin.pk}
    assert {entry.record_id for entry in entries} == {housekeeper.pk}
    page = client.get(reverse("admin:index"))
    assert b"acc-viewing" not in page.content


def test_it_needs_a_reason_and_the_right(client, admin, housekeeper):
    client.force_login(admin)
    assert b"acc-viewing" not in begin(client, housekeeper, reason=" ").content
    client.force_login(person("MANAGER", is_staff=True))
    assert begin(client, housekeeper).status_code == 403


def test_it_ends_with_the_right_to_it(client, admin, housekeeper):
    client.force_login(admin)
    begin(client, housekeeper)
    admin.roles.update(is_active=False)
    page = client.get(reverse("admin:index"))
    assert b"acc-viewing" not in page.content
    assert User.objects.get(pk=admin.pk).is_staff


def test_the_api_is_read_only_too(client, admin, housekeeper):
    ticket = factory_of("service.Ticket").create(current_team=housekeeper.team_member.team)
    client.force_login(admin)
    begin(client, housekeeper)
    address = f"/api/v1/service/tickets/{ticket.pk}/"
    assert client.get(address).status_code == 200
    answer = client.patch(address, {"title": "x"}, content_type="application/json")
    assert answer.status_code == 403


def test_who_is_no_staff_can_be_looked_at_as_well(client, admin):
    guest = person("GUEST", user_type="guest", guest=factory_of("directory.Guest").create())
    client.force_login(admin)
    begin(client, guest)
    assert client.get(reverse("admin:index")).status_code == 200
    assert client.get(reverse("admin:service_ticket_changelist")).status_code == 200
    assert client.get(reverse("admin:portal_role_changelist")).status_code == 403
