"""The grid of a role: what it shows, who may change it, and what never goes."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse

from core.services import writing
from core.testing.factories import factory_of
from core.testing.fixtures import person
from portal.models import Role, RolePermission, User, UserRole
from portal.selectors.roles import role_matrix
from portal.services.roles import role_permissions_set
from secure.models import AuditLog
from service.models import Ticket

pytestmark = pytest.mark.django_db


def role(code):
    return Role.objects.get(role_code=code)


def cells(code):
    return {
        (line.resource, cell.action): cell
        for section in role_matrix(role(code))
        for line in section.lines
        for cell in line.cells
    }


@pytest.fixture
def admin(db):
    return person("ADMIN", is_staff=True, user_type="admin")


def test_the_grid_says_what_a_role_has_and_what_it_inherits():
    grid = cells("TEAM_LEAD")
    assert grid["users", "read"].own == "team"
    assert grid["users", "write"].own == ""
    assert grid["users", "write"].inherited == "own"
    assert grid["users", "write"].parent == "Team member"
    assert grid["users", "write"].reach == "own"
    told = RolePermission.objects.filter(role=role("TEAM_LEAD"), is_active=True)
    assert sum(bool(cell.own) for cell in grid.values()) == told.count()


def test_every_active_permission_has_its_cell():
    for one in Role.objects.filter(is_system=True):
        told = one.permissions.filter(is_active=True).values_list("resource", "action", "scope")
        grid = cells(one.role_code)
        for resource, action, scope in told:
            assert grid[resource, "read" if action == "view" else action].own == scope


def test_a_change_counts_from_the_next_request_on(admin):
    mate = person("TEAM_MEMBER", is_staff=True)
    factory_of("service.Ticket").create()
    assert not Ticket.objects.for_user(mate).exists()
    done = role_permissions_set(
        actor=admin, role=role("TEAM_MEMBER"), changes={("tickets", "read"): "all"}
    )
    assert done == 1
    assert Ticket.objects.for_user(User.objects.get(pk=mate.pk)).exists()
    role_permissions_set(actor=admin, role=role("TEAM_MEMBER"), changes={("tickets", "read"): ""})
    assert not User.objects.get(pk=mate.pk).has_perm("service.view_ticket")


def test_the_trail_tells_of_it(admin):
    role_permissions_set(actor=admin, role=role("GUEST"), changes={("tickets", "read"): ""})
    entry = AuditLog.objects.get(event_type="permission_change")
    assert entry.user_id == admin.pk
    assert entry.old_values == {"tickets.read": "own"}
    assert entry.new_values == {"tickets.read": "none"}


def test_what_is_the_same_is_no_change(admin):
    changes = {("tickets", "read"): cells("GUEST")["tickets", "read"].own}
    assert role_permissions_set(actor=admin, role=role("GUEST"), changes=changes) == 0
    assert not AuditLog.objects.filter(event_type="permission_change").exists()


@pytest.mark.parametrize(
    ("code", "changes", "said"),
    [
        ("SUPER_ADMIN", {("tickets", "read"): ""}, "stands above your own role"),
        ("MANAGER", {("audit_logs", "admin"): "all"}, "cannot give more than you have"),
        ("MANAGER", {("tickets", "read"): "world"}, "is no scope"),
        ("MANAGER", {("tickets", "burn"): "all"}, "is no action"),
    ],
)
def test_what_is_refused_changes_nothing(admin, code, changes, said):
    before = set(RolePermission.objects.values_list("pk", "scope", "is_active"))
    with pytest.raises(ValidationError, match=said):
        role_permissions_set(
            actor=admin, role=role(code), changes={("contacts", "read"): "own", **changes}
        )
    assert set(RolePermission.objects.values_list("pk", "scope", "is_active")) == before


def test_who_may_not_is_refused():
    with pytest.raises(PermissionDenied):
        role_permissions_set(
            actor=person("MANAGER", is_staff=True), role=role("GUEST"), changes={("a", "read"): ""}
        )


def test_somebody_is_left_who_can_change_roles(admin):
    with pytest.raises(ValidationError, match="nobody could change permissions"):
        role_permissions_set(
            actor=admin, role=role("ADMIN"), changes={("permissions", "write"): ""}
        )


class TestRanks:
    """The database holds them, whatever door is taken."""

    def test_nobody_grants_a_role_above_the_own_one(self, admin):
        grant = UserRole.objects.create(user=person(), role=role("MANAGER"))
        with pytest.raises(DatabaseError, match="stands above"), writing(admin):
            UserRole.objects.filter(pk=grant.pk).update(role=role("SUPER_ADMIN"))
        with writing(admin):
            UserRole.objects.filter(pk=grant.pk).update(role=role("ADMIN"))

    def test_nor_a_permission_to_one(self, admin):
        rows = RolePermission.objects.filter(role=role("SUPER_ADMIN"), resource="tickets")
        with pytest.raises(DatabaseError, match="stands above"), writing(admin):
            rows.update(scope="own")

    def test_nor_raises_a_role(self, admin):
        with pytest.raises(DatabaseError, match="above"), writing(admin):
            Role.objects.filter(role_code="ADMIN").update(rank=1000)
        with pytest.raises(DatabaseError, match="above"), writing(admin):
            Role.objects.filter(role_code="GUEST").update(parent_role=role("SUPER_ADMIN"))

    def test_only_superusers_make_superusers(self, admin):
        mate = person()
        with pytest.raises(DatabaseError, match="superuser"), writing(admin):
            User.objects.filter(pk=mate.pk).update(is_superuser=True)
        boss = person(is_superuser=True)
        with pytest.raises(DatabaseError, match="superuser"), writing(admin):
            User.objects.filter(pk=boss.pk).update(email="mine@example.com")
        with transaction.atomic(), writing(boss):
            User.objects.filter(pk=mate.pk).update(is_superuser=True)


class TestPage:
    def address(self, code):
        return reverse("admin:portal_role_matrix", args=[role(code).pk])

    def test_it_is_changed_by_whoever_may(self, client, admin):
        client.force_login(admin)
        before = cells("TEAM_MEMBER")
        page = client.get(self.address("TEAM_MEMBER"))
        assert page.status_code == 200
        assert b'name="tickets|read"' in page.content
        answer = client.post(self.address("TEAM_MEMBER"), {"tickets|read": "all"}, follow=True)
        assert b"1 permission of Team member changed" in answer.content
        assert cells("TEAM_MEMBER")["tickets", "read"].own == "all"
        # What the form did not hold stays as it was.
        del before["tickets", "read"]
        assert before.items() <= cells("TEAM_MEMBER").items()

    def test_others_look_or_are_kept_out(self, client):
        client.force_login(person("MANAGER", is_staff=True))
        page = client.get(self.address("TEAM_MEMBER"))
        assert page.status_code == 200
        assert b"<select name=" not in page.content
        answer = client.post(self.address("TEAM_MEMBER"), {"tickets|read": "all"})
        assert answer.status_code == 403
        assert cells("TEAM_MEMBER")["tickets", "read"].own != "all"
        client.force_login(person("TEAM_LEAD", is_staff=True))
        assert client.get(self.address("TEAM_MEMBER")).status_code in (403, 404)

    def test_a_refusal_is_a_sentence(self, client, admin):
        client.force_login(admin)
        answer = client.post(self.address("MANAGER"), {"audit_logs|admin": "all"})
        assert b"cannot give more than you have" in answer.content
