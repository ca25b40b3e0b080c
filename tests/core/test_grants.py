"""Grants of single rows, teams below teams, and roles held within one place."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from guardian.shortcuts import get_objects_for_user

from core.services import record_save, writing
from core.testing.factories import factory_of
from portal.models import Role, TicketTeamGrant, TicketUserGrant, User, UserRole
from property.models import Property
from service.models import Ticket, TicketCost, TicketEvent
from storage.models import StoredFile, TicketFile
from team.models import Team
from tests.core.test_permissions import make, member, person, ticket

pytestmark = pytest.mark.django_db


def code(word, model=Ticket):
    return Permission.objects.get(
        codename=f"{word}_{model._meta.model_name}", content_type__app_label=model._meta.app_label
    )


def granted(row, user, word="view", **fields):
    return TicketUserGrant.objects.create(
        content_object=row, user=user, permission=code(word), reason="asked for", **fields
    )


def anew(user):
    return User.objects.get(pk=user.pk)


class TestGrants:
    def test_one_row_one_action(self):
        user, row, other = person(user_type="guest"), ticket(), ticket()
        granted(row, user)
        user = anew(user)
        assert list(Ticket.objects.for_user(user)) == [row]
        assert not Ticket.objects.for_user(user, "write").exists()
        assert not Ticket.objects.for_user(user, "export").exists()
        assert user.has_perm("service.view_ticket", row)
        assert not user.has_perm("service.change_ticket", row)
        assert not user.has_perm("service.view_ticket", other)

    def test_it_ends_on_time_and_when_taken_back(self):
        user, row = person(), ticket()
        grant = granted(row, user, expires_at=timezone.now() + timedelta(minutes=1))
        assert Ticket.objects.for_user(anew(user)).exists()
        grant.expires_at = timezone.now()
        grant.save()
        assert not Ticket.objects.for_user(anew(user)).exists()
        grant.expires_at = None
        grant.save()
        assert Ticket.objects.for_user(anew(user)).exists()
        grant.delete()
        assert not Ticket.objects.for_user(anew(user)).exists()

    def test_a_vendor_sees_the_ticket_its_photos_and_nothing_else(self):
        vendor, row = person(user_type="guest", contact=make("directory.Contact")), ticket()
        file = make("storage.StoredFile")
        photo = make("storage.TicketFile", ticket=row, file=file)
        make("storage.TicketFile", ticket=ticket(), file=make("storage.StoredFile"))
        make("service.TicketEvent", ticket=row)
        make("service.TicketCost", ticket=row)
        granted(row, vendor)
        vendor = anew(vendor)
        assert list(TicketFile.objects.for_user(vendor)) == [photo]
        assert list(StoredFile.objects.for_user(vendor)) == [file]
        for model in (TicketEvent, TicketCost, Property):
            assert not model.objects.for_user(vendor).exists(), model

    def test_a_colleague_gets_all_parts_of_the_row(self):
        colleague, row = person(is_staff=True), ticket()
        event = make("service.TicketEvent", ticket=row)
        granted(row, colleague)
        assert list(TicketEvent.objects.for_user(anew(colleague))) == [event]

    def test_a_team_and_those_who_manage_it(self):
        team = make("team.Team")
        below = make("team.Team", parent_team=team)
        mate, junior = member("TEAM_MEMBER", team), member("TEAM_MEMBER", below)
        row = ticket()
        group = Group.objects.get(name=f"team:{team.pk}")
        TicketTeamGrant.objects.create(
            content_object=row, group=group, permission=code("view"), reason="storm week"
        )
        assert row in Ticket.objects.for_user(anew(mate))
        assert row not in Ticket.objects.for_user(anew(junior))

    def test_guardian_finds_the_same(self):
        user, row = person(), ticket()
        granted(row, user)
        ticket()
        user = anew(user)
        theirs = get_objects_for_user(user, "service.view_ticket", accept_global_perms=False)
        assert set(theirs) == set(Ticket.objects.for_user(user)) == {row}

    def test_who_looks_through_other_eyes_changes_nothing(self):
        manager = member("MANAGER")
        row = ticket()
        manager.viewed_by = person(is_superuser=True)
        assert row in Ticket.objects.for_user(manager)
        assert not manager.has_perm("service.change_ticket", row)
        assert not Ticket.objects.for_user(manager, "export").exists()
        with pytest.raises(PermissionDenied):
            record_save(instance=row, actor=manager)
        with pytest.raises(PermissionDenied), writing(manager):
            raise AssertionError("never reached")


class TestTeams:
    def test_a_team_has_the_rows_of_those_below_it_not_above(self):
        top = make("team.Team")
        middle = make("team.Team", parent_team=top)
        low = make("team.Team", parent_team=middle)
        rows = {t.pk: ticket(current_team=t) for t in (top, middle, low)}
        ticket(current_team=make("team.Team"))
        seen = set(Ticket.objects.for_user(member("TEAM_LEAD", middle)))
        assert seen == {rows[middle.pk], rows[low.pk]}

    def test_a_manager_of_a_team_has_its_rows(self):
        lead = member("TEAM_LEAD", make("team.Team"))
        led = make("team.Team", manager=lead.team_member)
        row = ticket(current_team=led)
        assert row in Ticket.objects.for_user(anew(lead))

    def test_teams_in_a_circle_end(self):
        one = make("team.Team")
        two = make("team.Team", parent_team=one)
        Team.objects.filter(pk=one.pk).update(parent_team=two)
        row = ticket(current_team=two)
        assert row in Ticket.objects.for_user(member("TEAM_LEAD", one))


class TestWithin:
    """Roles held within one property, resort or team."""

    def within(self, role, kind, key, **fields):
        user = person(is_staff=True, **fields)
        UserRole.objects.create(
            user=user, role=Role.objects.get(role_code=role), scope_type=kind, scope_id=key
        )
        return anew(user)

    def test_a_property(self):
        home, other = make("property.Property"), make("property.Property")
        row = ticket(property=home)
        ticket(property=other)
        user = self.within("MANAGER", "property", home.pk)
        assert list(Ticket.objects.for_user(user)) == [row]
        assert list(Property.objects.for_user(user)) == [home]
        assert user.has_perm("service.change_ticket", row)
        event = make("service.TicketEvent", ticket=row)
        assert list(TicketEvent.objects.for_user(user)) == [event]

    def test_a_resort(self):
        resort = make("property.Resort")
        home = make("property.Property", resort=resort)
        row = ticket(property=home)
        ticket()
        user = self.within("MANAGER", "resort", resort.pk)
        assert list(Ticket.objects.for_user(user)) == [row]

    def test_a_team(self):
        team = make("team.Team")
        row = ticket(current_team=team)
        ticket(current_team=make("team.Team"))
        assert list(Ticket.objects.for_user(self.within("MANAGER", "team", team.pk))) == [row]

    def test_what_stands_in_no_place_is_not_given(self):
        somebody = make("directory.Contact")
        user = self.within("MANAGER", "property", make("property.Property").pk)
        assert not type(somebody).objects.for_user(user).exists()


class TestGroups:
    """Roles and teams are groups, and who is in them follows from what is said elsewhere."""

    def test_roles_and_teams_have_their_groups(self):
        team = make("team.Team")
        lead = member("TEAM_LEAD", team)
        role = Role.objects.get(role_code="TEAM_LEAD")
        names = set(lead.groups.values_list("name", flat=True))
        parent = Role.objects.get(role_code="TEAM_MEMBER")
        assert names == {f"role:{role.pk}", f"role:{parent.pk}", f"team:{team.pk}"}
        UserRole.objects.filter(user=lead).update(expires_at=timezone.now() - timedelta(days=1))
        assert set(lead.groups.values_list("name", flat=True)) == {f"team:{team.pk}"}

    def test_a_team_that_goes_takes_its_group_along(self):
        team = make("team.Team")
        assert Group.objects.filter(name=f"team:{team.pk}").exists()
        team.delete()
        assert not Group.objects.filter(name=f"team:{team.pk}").exists()

    def test_nobody_writes_who_is_in_a_group(self):
        user = person()
        with pytest.raises(IntegrityError), transaction.atomic():
            user.groups.add(Group.objects.create(name="a group"))
        user.delete()
        assert not User.objects.filter(pk=user.pk).exists()


def test_a_page_of_rows_is_asked_about_at_once(django_assert_max_num_queries):
    team = make("team.Team")
    user = member("TEAM_MEMBER", team)
    for _ in range(6):
        home = make("property.Property", primary_team=team)
        make("property.Room", property=home)
    rows = list(factory_of("property.Room")._meta.model.objects.all())
    assert not user.has_perm("property.view_room", make("property.Room"))
    with django_assert_max_num_queries(3):
        assert all(user.has_perm("property.view_room", row) for row in rows)
    own = [ticket(current_team=team) for _ in range(3)]
    user.has_perm("service.view_ticket", own[0])
    with django_assert_max_num_queries(0):
        assert all(user.has_perm("service.view_ticket", row) for row in own)
