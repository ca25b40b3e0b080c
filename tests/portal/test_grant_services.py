"""Giving rows, taking them back, handing work over, forgetting what ended long ago."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from core.models import RowChange
from core.testing.factories import factory_of
from core.testing.fixtures import person
from portal.models import ClaimUserGrant, TicketTeamGrant, TicketUserGrant, User
from portal.selectors.grants import anchors, grant_models, grants_of_person, grants_of_row
from portal.services.grants import (
    KEPT,
    delegation_give,
    grant_give,
    grant_take_back,
    grants_sweep,
)
from property.models import Clean
from secure.models import AuditLog
from service.models import Ticket

pytestmark = pytest.mark.django_db


def make(label, **values):
    return factory_of(label).create(**values)


def ticket(**values):
    return make("service.Ticket", property=make("property.Property"), **values)


def anew(user):
    return User.objects.get(pk=user.pk)


@pytest.fixture
def admin():
    return person("ADMIN", is_staff=True)


def worker(team=None, **fields):
    return person(team_member=make("team.TeamMember", team=team), is_staff=True, **fields)


class TestGiving:
    def test_a_row_to_a_person_with_who_why_and_until_when(self, admin):
        vendor, row = person(user_type="guest"), ticket()
        end = timezone.now() + timedelta(days=2)
        (grant,) = grant_give(
            actor=admin, row=row, to=vendor, actions=["view"], reason="fixes it", expires_at=end
        )
        assert (grant.granted_by, grant.reason, grant.expires_at) == (admin, "fixes it", end)
        assert list(Ticket.objects.for_user(anew(vendor))) == [row]
        assert not Ticket.objects.for_user(anew(vendor), "write").exists()
        entry = AuditLog.objects.latest("created_at")
        assert (entry.event_type, entry.action_type) == ("permission_change", "grant")
        assert (entry.user_id, entry.access_reason) == (admin.pk, "fixes it")
        change = RowChange.objects.filter(table_name="ticket_user_grants").latest("id")
        assert (change.actor_id, change.reason) == (admin.pk, "fixes it")

    def test_whoever_may_change_sees_and_a_second_time_it_is_renewed(self, admin):
        vendor, row = person(), ticket()
        for reason in ("first", "second"):
            grant_give(actor=admin, row=row, to=vendor, actions=["change"], reason=reason)
        found = grants_of_row(row)
        assert sorted(one.action for one in found) == ["change", "read"]
        assert {one.grant.reason for one in found} == {"second"}
        assert {one.holder for one in found} == {vendor}
        assert vendor.has_perm("service.change_ticket", row)

    def test_to_a_team(self, admin):
        team = make("team.Team")
        mate, row = worker(team), ticket()
        grant_give(actor=admin, row=row, to=team, actions=["view"], reason="storm")
        assert TicketTeamGrant.objects.get().group.name == f"team:{team.pk}"
        assert [one.row for one in grants_of_person(anew(mate))] == [row]
        assert [one.holder for one in grants_of_row(row)] == [team]

    @pytest.mark.parametrize(
        ("change", "names"),
        [
            ({"reason": " "}, "reason"),
            ({"actions": []}, "actions"),
            ({"actions": ["export"]}, "actions"),
            ({"expires_at": timedelta(0)}, "expires_at"),
        ],
    )
    def test_what_is_wrong_is_said(self, admin, change, names):
        told = {"actions": ["view"], "reason": "because", **change}
        if "expires_at" in told:
            told["expires_at"] = timezone.now() + told["expires_at"]
        with pytest.raises(ValidationError) as error:
            grant_give(actor=admin, row=ticket(), to=person(), **told)
        assert list(error.value.message_dict) == [names]
        assert not TicketUserGrant.objects.exists()

    def test_a_shut_account_is_given_nothing(self, admin):
        with pytest.raises(ValidationError, match="shut"):
            grant_give(
                actor=admin,
                row=ticket(),
                to=person(status="suspended"),
                actions=["view"],
                reason="x",
            )

    def test_a_kind_of_row_that_is_not_granted(self, admin):
        with pytest.raises(LookupError, match="rooms cannot be granted"):
            grant_models(type(make("property.Room")))
        assert len(anchors()) == 8

    def test_only_by_who_may_and_no_more_than_they_may(self):
        row, vendor = ticket(), person()
        team = make("team.Team")
        for nobody in (person("MANAGER", is_staff=True), person("TEAM_LEAD"), person()):
            with pytest.raises(PermissionDenied):
                grant_give(actor=nobody, row=row, to=vendor, actions=["view"], reason="x")
        role = make("portal.Role", role_code="GIVER")
        for resource, action, scope in (
            ("permissions", "write", "all"),
            ("tickets", "read", "team"),
        ):
            make(
                "portal.RolePermission",
                role=role,
                resource=resource,
                action=action,
                scope=scope,
                permission_code=f"{resource}.{action}",
            )
        giver = person("GIVER", is_staff=True, team_member=make("team.TeamMember", team=team))
        mine = ticket(current_team=team)
        grant_give(actor=giver, row=mine, to=vendor, actions=["view"], reason="x")
        with pytest.raises(PermissionDenied, match="cannot let others change"):
            grant_give(actor=giver, row=mine, to=vendor, actions=["change"], reason="x")
        with pytest.raises(PermissionDenied, match="cannot let others view"):
            grant_give(actor=giver, row=row, to=vendor, actions=["view"], reason="x")
        assert TicketUserGrant.objects.count() == 1


class TestTakingBack:
    def test_it_ends_at_once_and_is_told(self, admin):
        vendor, row = person(), ticket()
        (grant,) = grant_give(actor=admin, row=row, to=vendor, actions=["view"], reason="x")
        with pytest.raises(ValidationError):
            grant_take_back(actor=admin, grant=grant, reason="")
        with pytest.raises(PermissionDenied):
            grant_take_back(actor=person("MANAGER"), grant=grant, reason="done")
        grant_take_back(actor=admin, grant=grant, reason="done")
        assert not Ticket.objects.for_user(anew(vendor)).exists()
        entry = AuditLog.objects.latest("created_at")
        assert (entry.action_type, entry.access_reason) == ("revoke", "done")
        change = RowChange.objects.filter(table_name="ticket_user_grants").latest("id")
        assert change.reason == "done"

    def test_long_ended_grants_are_forgotten(self, admin):
        vendor, old, fresh = person(), ticket(), ticket()
        for row in (old, fresh):
            grant_give(actor=admin, row=row, to=vendor, actions=["view"], reason="x")
        now = timezone.now()
        TicketUserGrant.objects.filter(content_object=old).update(expires_at=now - 2 * KEPT)
        TicketUserGrant.objects.filter(content_object=fresh).update(expires_at=now)
        assert grants_sweep() == 1
        (left,) = grants_of_person(vendor)
        assert (left.row, left.is_in_force) == (fresh, False)


class TestHandingOver:
    def test_open_work_of_ones_own_for_the_time_of_an_absence(self, admin):
        absent, deputy = worker(), worker()
        me = absent.team_member
        mine, clean = ticket(current_agent=me), make("property.Clean", assigned_to=me)
        ticket(current_agent=me, status="RESOLVED", resolved_at=timezone.now())
        ticket()
        make("service.DamageClaim", claim_owner=me)
        until = timezone.now() + timedelta(days=7)
        given = delegation_give(
            actor=admin, absent=absent, to=deputy, until=until, reason="on leave"
        )
        assert given == {"tickets": 1, "cleans": 1, "damage claims": 1}
        deputy = anew(deputy)
        assert list(Ticket.objects.for_user(deputy)) == [mine]
        assert list(Clean.objects.for_user(deputy, "write")) == [clean]
        assert not Ticket.objects.for_user(deputy, "delete").exists()
        assert set(ClaimUserGrant.objects.values_list("expires_at", flat=True)) == {until}
        mine.refresh_from_db()
        assert mine.current_agent == me
        entry = AuditLog.objects.latest("created_at")
        assert (entry.action_type, entry.record_count) == ("grant", 3)

    def test_a_second_time_it_is_prolonged_never_shortened(self, admin):
        absent, deputy = worker(), worker()
        ticket(current_agent=absent.team_member)
        now = timezone.now()
        for days in (3, 9, 5):
            delegation_give(
                actor=admin,
                absent=absent,
                to=deputy,
                until=now + timedelta(days=days),
                reason="away",
            )
        ends = set(TicketUserGrant.objects.values_list("expires_at", flat=True))
        assert ends == {now + timedelta(days=9)}
        assert TicketUserGrant.objects.count() == 2

    def test_refusals(self, admin):
        absent, deputy = worker(), worker()
        ticket(current_agent=absent.team_member)
        told = {"until": timezone.now() + timedelta(days=1), "reason": "away"}
        with pytest.raises(ValidationError, match="somebody else"):
            delegation_give(actor=admin, absent=absent, to=absent, **told)
        with pytest.raises(ValidationError, match="no team member"):
            delegation_give(actor=admin, absent=person(), to=deputy, **told)
        with pytest.raises(PermissionDenied):
            delegation_give(actor=deputy, absent=absent, to=deputy, **told)
        role = make("portal.Role", role_code="GIVER")
        make(
            "portal.RolePermission",
            role=role,
            resource="permissions",
            action="write",
            scope="all",
            permission_code="permissions.write",
        )
        with pytest.raises(PermissionDenied, match="tickets are out of your own reach"):
            delegation_give(actor=person("GIVER"), absent=absent, to=deputy, **told)
        assert not TicketUserGrant.objects.exists()
