"""Why somebody may do something, in words; and that the words say what is so."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.testing.factories import factory_of
from core.testing.fixtures import person
from portal.models import Role, RolePermission, User, UserRole
from portal.selectors.why import ACTIONS, explain, rows_reached, summary
from portal.services.grants import grant_give
from service.models import Ticket
from team.models import Team

pytestmark = pytest.mark.django_db


def make(label, **values):
    return factory_of(label).create(**values)


def ticket(**values):
    return make("service.Ticket", property=make("property.Property"), **values)


def said(user, row, action="read"):
    (verdict,) = [one for one in explain(user, row) if one.action == action]
    return verdict.allowed, " ".join(verdict.reasons)


def member(role, team):
    return person(role, team_member=make("team.TeamMember", team=team), is_staff=True)


def test_a_team_by_a_role_that_is_inherited():
    upper = make("team.Team", name="Upper")
    lower = make("team.Team", name="Lower", parent_team=upper)
    lead = member("TEAM_LEAD", upper)
    allowed, words = said(lead, ticket(current_team=lower))
    assert allowed
    assert "Team lead gives tickets.read for the team's rows; current team is" in words
    assert "Lower" in words
    allowed, words = said(lead, ticket())
    assert not allowed
    assert "none of its paths leads from this row" in words


def test_all_and_superusers_and_lists_and_nothing():
    row = ticket()
    assert said(person("MANAGER"), row) == (True, "Manager gives tickets.read for all rows.")
    assert said(person(is_superuser=True), row) == (True, "A superuser reaches everything.")
    allowed, words = said(person(is_staff=True), make("property.Resort"))
    assert allowed
    assert words == "Whoever is staff may read all resorts."
    assert said(person(), row) == (False, "No role gives tickets.read, and no grant does.")
    allowed, words = said(person("MANAGER", status="suspended"), row)
    assert not allowed
    assert "The account is shut (suspended)" in words


def test_an_owner_by_a_share_that_is_in_force():
    owner, home = make("directory.Homeowner"), make("property.Property")
    make(
        "directory.Ownership",
        homeowner=owner,
        property=home,
        effective_date=timezone.localdate(),
    )
    allowed, words = said(person("HOMEOWNER", homeowner=owner), home)
    assert allowed
    assert "the share is in force today" in words


def test_a_grant_by_whom_until_when_and_why():
    admin, vendor, row = person("ADMIN"), person(user_type="guest"), ticket()
    until = timezone.now() + timedelta(days=3)
    grant_give(
        actor=admin, row=row, to=vendor, actions=["view"], reason="mends it", expires_at=until
    )
    photo = make("storage.TicketFile", ticket=row, file=make("storage.StoredFile"))
    for reached in (row, photo, photo.file):
        allowed, words = said(User.objects.get(pk=vendor.pk), reached)
        assert allowed
        assert f"was granted by {admin}" in words
        assert "because: mends it" in words
        assert " until " in words
    assert not said(vendor, row, "write")[0]


def test_a_grant_to_a_team():
    team = make("team.Team")
    mate, row = member("GUEST", team), ticket()
    grant_give(actor=None, row=row, to=team, actions=["view"], reason="storm")
    assert said(mate, row) == (
        True,
        f"It was granted to {team} by the system on {words_of_today()}, because: storm",
    )


def words_of_today():
    from django.utils.formats import date_format

    return date_format(timezone.localtime(), "DATE_FORMAT")


def test_within_a_place_and_until_a_day():
    home, other = make("property.Property"), make("property.Property")
    user = person(is_staff=True)
    UserRole.objects.create(
        user=user,
        role=Role.objects.get(role_code="MANAGER"),
        scope_type="property",
        scope_id=home.pk,
        expires_at=timezone.now() + timedelta(days=1),
    )
    user = User.objects.get(pk=user.pk)
    allowed, words = said(user, home)
    assert allowed
    assert f"within the property {home}, until" in words
    assert said(user, other)[0] is False


def test_a_scope_without_a_way_is_told():
    role = Role.objects.create(role_code="TELLER", role_name="Teller")
    RolePermission.objects.create(
        role=role,
        resource="transactions",
        action="read",
        scope="team",
        permission_code="transactions.read",
    )
    user = member("TELLER", make("team.Team"))
    allowed, words = said(user, make("finance.Transaction"))
    assert not allowed
    assert "no path leads from transactions to a team" in words


def test_a_summary_by_resource_and_action(django_assert_num_queries):
    user = member("TEAM_LEAD", make("team.Team"))
    with django_assert_num_queries(1):
        held = {(one.resource, one.action): one for one in summary(user)}
    lines = held["tickets", "write"].lines
    assert {(line.role, line.held_as) for line in lines} == {
        ("Team lead", "Team lead"),
        ("Team member", "Team lead"),
    }
    assert Ticket in held["tickets", "write"].models
    assert ("transactions", "delete") not in held
    assert summary(person(is_active=False)) == []


def test_rows_are_counted_up_to_a_cap(monkeypatch):
    monkeypatch.setattr("portal.selectors.why.CAP", 2)
    team = make("team.Team")
    user = member("TEAM_MEMBER", team)
    ticket()
    for expected in ((0, False), (1, False), (2, False), (2, True)):
        assert rows_reached(user, Ticket) == expected
        ticket(current_team=team)
    assert rows_reached(user, Team)[0] > 0
    assert len(explain(user, team)) == len(ACTIONS)
