"""Who reaches which rows: roles, scopes, and the one door ``for_user``."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.contrib.auth.models import AnonymousUser, Group
from django.utils import timezone

from core.permissions.backend import PolicyBackend
from core.permissions.policies import policy_of
from core.permissions.scoping import open_fields, reach_of, scoped, scopes_on
from core.testing.factories import factory_of
from portal.models import Role, RolePermission, User, UserRole
from portal.selectors.permissions import scopes_of
from property.models import Property, Resort, Room
from service.models import Ticket, TicketEvent

pytestmark = pytest.mark.django_db


def make(label, **values):
    return factory_of(label).create(**values)


def ticket(**values):
    return make("service.Ticket", **{"property": make("property.Property"), **values})


def person(*role_codes, **fields):
    """A user with roles, read anew: what roles give is kept for the life of an instance."""
    user = make("portal.User", **{"status": "active", **fields})
    for code in role_codes:
        UserRole.objects.create(user=user, role=Role.objects.get(role_code=code))
    return User.objects.get(pk=user.pk)


def member(role_code, team=None, **fields):
    """A user who works in a team."""
    staff = make("team.TeamMember", team=team)
    return person(role_code, team_member=staff, is_staff=True, user_type="team", **fields)


def allow(role, resource, action, scope, **fields):
    return RolePermission.objects.create(
        role=role,
        resource=resource,
        action=action,
        scope=scope,
        permission_code=f"{resource}.{action}",
        **fields,
    )


def custom_role(code, *permissions, **fields):
    """A role of one's own with (resource, action, scope) triples."""
    role = Role.objects.create(role_code=code, role_name=code, **fields)
    for permission in permissions:
        allow(role, *permission)
    return role


@pytest.fixture
def team():
    return make("team.Team")


@pytest.fixture
def other_team():
    return make("team.Team")


class TestScopesOf:
    """What roles give."""

    def test_inheritance_adds_up_in_one_query(self, django_assert_num_queries):
        user = person("MANAGER")
        with django_assert_num_queries(1):
            given = scopes_of(user)
        assert given["reservations"]["read"] == {"all", "team"}
        assert given["payroll"]["read"] == {"team", "own"}
        assert "delete" not in given["reservations"]
        assert given["cleans"]["write"] == {"all", "team", "own"}

    def test_reports_are_viewed_and_that_is_reading(self):
        given = scopes_of(person("TEAM_LEAD"))
        assert given["reports"] == {"read": {"team", "own"}}

    def test_a_circle_of_roles_ends(self):
        first = custom_role("FIRST", ("tickets", "read", "own"))
        second = custom_role("SECOND", ("tickets", "read", "team"), parent_role=first)
        Role.objects.filter(pk=first.pk).update(parent_role=second)
        assert scopes_of(person("FIRST")) == {"tickets": {"read": {"own", "team"}}}

    @pytest.mark.parametrize(
        ("grant", "held"),
        [
            ({}, True),
            ({"expires_at": timedelta(minutes=1)}, True),
            ({"expires_at": timedelta(minutes=-1)}, False),
            ({"revoked_at": timedelta(minutes=-1)}, False),
            ({"is_active": False}, False),
            ({"scope_type": "property"}, False),
            ({"scope_type": "team"}, False),
        ],
    )
    def test_grants_end(self, grant, held):
        now = timezone.now()
        times = {name: now + span for name, span in grant.items() if name.endswith("_at")}
        user = person()
        UserRole.objects.create(
            user=user, role=Role.objects.get(role_code="TEAM_MEMBER"), **{**grant, **times}
        )
        assert bool(scopes_of(user)) is held

    def test_what_is_switched_off_or_under_conditions_gives_nothing(self):
        role = custom_role("CUSTOM", ("tickets", "read", "all"))
        allow(role, "cleans", "read", "all", is_active=False)
        allow(role, "shifts", "read", "all", conditions={"hours": "office"})
        allow(role, "projects", "read", "all", conditions={})
        assert set(scopes_of(person("CUSTOM"))) == {"tickets", "projects"}
        custom_role("CHILD", parent_role=role)
        assert set(scopes_of(person("CHILD"))) == {"tickets", "projects"}
        Role.objects.filter(pk=role.pk).update(is_active=False)
        assert scopes_of(person("CUSTOM")) == {}
        assert scopes_of(person("CHILD")) == {}


class TestDenied:
    """Nothing is given that nobody gave."""

    @pytest.mark.parametrize(
        "fields",
        [{"is_active": False}, {"status": "suspended"}, {"status": "locked"}],
    )
    @pytest.mark.parametrize("superuser", [True, False])
    def test_a_shut_account_reaches_nothing(self, fields, superuser):
        ticket()
        user = person("SUPER_ADMIN", is_superuser=superuser, **fields)
        assert not Ticket.objects.for_user(user).exists()
        assert not PolicyBackend().has_perm(user, "service.view_ticket")
        assert not PolicyBackend().has_module_perms(user, "service")
        assert PolicyBackend().get_user(user.pk) is None

    def test_nobody_and_somebody_without_roles(self):
        ticket()
        for user in (None, AnonymousUser(), person(), person(is_staff=True)):
            assert not Ticket.objects.for_user(user).exists()
        assert not person().has_perm("service.view_ticket")

    def test_models_without_policy_are_for_superusers(self):
        Group.objects.create(name="a group")
        assert not scoped(Group.objects.all(), person("SUPER_ADMIN")).exists()
        assert not person("SUPER_ADMIN").has_perm("auth.view_group")
        assert not person("SUPER_ADMIN").has_module_perms("auth")
        boss = person(is_superuser=True)
        assert scoped(Group.objects.filter(name="a group"), boss).count() == 1
        assert boss.has_perm("auth.view_group")
        assert boss.has_module_perms("auth")

    def test_an_unknown_action_is_a_mistake_and_an_unknown_code_a_no(self):
        user = person("SUPER_ADMIN")
        with pytest.raises(ValueError, match="glance is no action"):
            Ticket.objects.for_user(user, "glance")
        for code in ("service.glance_ticket", "service.view_nothing", "nothing", "ticket"):
            assert not user.has_perm(code)

    def test_scope_without_a_way_to_rows_is_no_permission(self):
        custom_role("TELLER", ("transactions", "read", "team"))
        assert not member("TELLER", make("team.Team")).has_perm("finance.view_transaction")
        assert not member("TEAM_MEMBER").has_perm("service.view_ticket")  # is in no team


class TestScopes:
    """Own, team, all."""

    def test_team(self, team, other_team):
        user = member("TEAM_MEMBER", team)
        colleague = make("team.TeamMember", team=team)
        mine = {
            ticket(current_team=team),
            ticket(current_agent=colleague),
            ticket(current_team=team, current_agent=colleague),
        }
        ticket()
        ticket(current_team=other_team)
        rows = Ticket.objects.for_user(user)
        assert set(rows) == mine
        assert rows.count() == len(list(rows)) == 3  # reached twice, listed once
        assert set(Ticket.objects.for_user(user, "change")) == mine
        assert not Ticket.objects.for_user(user, "delete").exists()

    def test_own(self, team):
        user = member("TEAM_MEMBER", team)
        me = user.team_member
        mine = {
            make("property.Clean", assigned_to=me),
            make("property.Clean", supervisor=me, team=team),
        }
        make("property.Clean", team=team)
        assert set(apps.get_model("property.Clean").objects.for_user(user)) == mine

    def test_all_costs_no_query_more(self, django_assert_num_queries):
        shown = ticket()
        user = person("MANAGER")
        with django_assert_num_queries(1):
            assert user.has_perm("service.view_ticket", shown)
            assert user.has_perm("service.change_ticket", shown)
        with django_assert_num_queries(1):
            assert list(Ticket.objects.for_user(user)) == [shown]

    def test_children_follow_their_parent_by_the_scope_on_their_own_resource(self, team):
        lead, worker = member("TEAM_LEAD", team), member("TEAM_MEMBER", team)
        home = make("property.Property", primary_team=team)
        bed = make("property.Bed", room=make("property.Room", property=home))
        make("property.Bed")
        assert list(type(bed).objects.for_user(worker)) == [bed]
        cost = make("service.TicketCost", ticket=ticket(current_team=team))
        assert list(type(cost).objects.for_user(lead)) == [cost]
        assert not type(cost).objects.for_user(worker).exists()  # expenses are "own" to him

    def test_scoped_rows_can_be_changed_locked_and_deleted(self, team):
        user = member("TEAM_MEMBER", team)
        ticket(current_team=team)
        ticket()
        rows = Ticket.objects.for_user(user, "write")
        assert rows.update(title="Changed") == 1
        assert len(rows.select_for_update()) == 1
        assert len(rows.order_by("-id")[:5]) == 1
        assert rows.delete()[0] >= 1
        assert Ticket.objects.count() == 1

    def test_lists_that_staff_choose_from(self):
        make("property.Resort")
        assert Resort.objects.for_user(person(is_staff=True)).exists()
        assert not Resort.objects.for_user(person()).exists()
        assert not Resort.objects.for_user(person(is_staff=True), "write").exists()
        assert not Resort.objects.for_user(person(is_staff=True), "export").exists()

    def test_accounts(self, team, other_team):
        user = member("TEAM_LEAD", team)
        colleague = member("TEAM_MEMBER", team)
        stranger = member("TEAM_MEMBER", other_team)
        assert set(User.objects.for_user(user)) == {user, colleague}
        assert set(User.objects.for_user(stranger)) == {stranger}
        assert set(User.objects.for_user(colleague, "write")) == {colleague}

    def test_import_is_a_permission_of_its_own_for_each_resource(self):
        custom_role("ONE", ("tickets", "create", "all"), ("tickets", "write", "all"))
        custom_role("TWO", ("imports", "create", "all"), ("tickets", "write", "all"))
        custom_role("THREE", ("imports.tickets", "create", "team"))
        assert scopes_on(person("ONE", "TWO"), "tickets", "import") == set()
        assert scopes_on(person("THREE"), "tickets", "import") == set()
        assert scopes_on(person("TWO", "THREE"), "tickets", "import") == {"team"}
        assert scopes_on(person("TWO", "THREE"), "properties", "import") == set()
        assert person("MANAGER").has_perm("service.import_ticket")
        assert not person("TEAM_LEAD").has_perm("service.import_ticket")


class TestPeopleOutside:
    """Guests, homeowners and contacts."""

    def test_change_of_owner(self):
        today = timezone.localdate()
        old, new, next_one = (make("directory.Homeowner") for _ in range(3))
        home = make("property.Property")
        room = make("property.Room", property=home)
        spans = [
            (old, today - timedelta(days=900), today),
            (new, today, today + timedelta(days=1)),
            (next_one, today + timedelta(days=1), None),
        ]
        for owner, first, end in spans:
            make(
                "directory.Ownership",
                homeowner=owner,
                property=home,
                effective_date=first,
                end_date=end,
            )
        users = [person("HOMEOWNER", homeowner=owner) for owner, _, _ in spans]
        assert [Property.objects.for_user(user).exists() for user in users] == [False, True, False]
        assert [Room.objects.for_user(user).exists() for user in users] == [False, True, False]
        assert [user.has_perm("property.view_room", room) for user in users] == [False, True, False]
        links = apps.get_model("directory.Ownership").objects
        assert [links.for_user(user).count() for user in users] == [1, 1, 1]

    def test_team_loses_the_owner_with_the_property(self, team):
        today = timezone.localdate()
        home = make("property.Property", primary_team=team)
        link = make("directory.Ownership", property=home, effective_date=today)
        owners = apps.get_model("directory.Homeowner").objects
        lead = member("TEAM_LEAD", team)
        assert list(owners.for_user(lead)) == [link.homeowner]
        type(link).objects.update(effective_date=today - timedelta(days=9), end_date=today)
        assert not owners.for_user(lead).exists()

    def test_a_guest_needs_a_stay_of_ones_own_that_is_on(self):
        guest, other = make("directory.Guest"), make("directory.Guest")
        home = make("property.Property")
        make("reservations.Reservation", property=home, guest=guest, status="inquiry")
        day = timezone.localdate() + timedelta(days=400)
        make(
            "reservations.Reservation",
            property=home,
            guest=other,
            status="confirmed",
            check_in_date=day,
            check_out_date=day + timedelta(days=2),
        )
        assert not Property.objects.for_user(person("GUEST", guest=guest)).exists()
        assert list(Property.objects.for_user(person("GUEST", guest=other))) == [home]

    def test_what_is_internal_stays_inside(self):
        owner = make("directory.Homeowner")
        shown = ticket(homeowner=owner, is_owner_visible=True)
        hidden = ticket(homeowner=owner, is_owner_visible=False)
        events = [
            make("service.TicketEvent", ticket=of, is_internal=internal)
            for of in (shown, hidden)
            for internal in (True, False)
        ]
        user = person("HOMEOWNER", homeowner=owner)
        assert list(Ticket.objects.for_user(user)) == [shown]
        assert list(TicketEvent.objects.for_user(user)) == [events[1]]

    def test_who_may_not_write_still_reads(self):
        custom_role("EDITOR", ("homeowners", "write", "own"), ("homeowners", "read", "own"))
        owner = make("directory.Homeowner")
        link = make("directory.Ownership", homeowner=owner)
        user = person("EDITOR", homeowner=owner)
        assert user.has_perm("directory.view_ownership", link)
        assert not user.has_perm("directory.change_ownership", link)
        assert user.has_perm("directory.change_homeowner", owner)

    def test_a_person_is_only_who_the_account_says(self, django_assert_num_queries):
        """A user without a guest is not the guest of stays without one."""
        make("reservations.Reservation", guest=None, reservation_type="owner")
        stays = apps.get_model("reservations.Reservation").objects
        user = person("GUEST")
        with django_assert_num_queries(2):  # roles and grants; no rows are looked for
            assert not stays.for_user(user).exists()


class TestSingleRows:
    """``has_perm`` and ``for_user`` cannot disagree."""

    def test_they_agree(self, team, other_team):
        today = timezone.localdate()
        guest, owner = make("directory.Guest"), make("directory.Homeowner")
        home = make("property.Property", primary_team=team)
        make("directory.Ownership", homeowner=owner, property=home, effective_date=today)
        stay = make("reservations.Reservation", property=home, guest=guest, status="confirmed")
        shown = ticket(current_team=team, property=home, is_owner_visible=True)
        ticket(current_team=other_team, reservation=stay, is_guest_visible=True)
        make("service.TicketEvent", ticket=shown, is_internal=False)
        make("property.Room", property=home)
        make("property.Property", primary_team=other_team)
        users = [
            person("GUEST", guest=guest),
            person("HOMEOWNER", homeowner=owner),
            member("TEAM_MEMBER", team),
            member("TEAM_LEAD", other_team),
            person("MANAGER", is_staff=True),
            person(),
        ]
        seen = set()
        for user in users:
            for model in (Property, Room, Ticket, TicketEvent, type(stay), type(guest), User):
                for word in ("view", "add", "change", "delete", "export", "approve"):
                    code = f"{model._meta.app_label}.{word}_{model._meta.model_name}"
                    reached = set(model.objects.for_user(user, word))
                    for row in model.objects.all():
                        assert user.has_perm(code, row) is (row in reached), (user, code, row)
                    if reached:
                        assert user.has_perm(code)
                    seen |= {(code, row in reached) for row in model.objects.all()}
        assert {("service.view_ticket", True), ("service.view_ticket", False)} <= seen
        assert {("property.change_room", True), ("property.change_room", False)} <= seen

    def test_a_row_of_another_model_or_not_yet_written_is_not_reached(self, team):
        user = member("TEAM_MEMBER", team)
        assert not user.has_perm("service.view_ticket", make("property.Room"))
        assert not user.has_perm("service.change_ticket", Ticket(current_team=team))
        assert not person("MANAGER").has_perm("service.view_ticket", make("property.Room"))

    def test_all_permissions_are_those_that_has_perm_grants(self, team):
        user = member("TEAM_LEAD", team)
        codes = user.get_all_permissions()
        assert "service.change_ticket" in codes
        assert "service.delete_ticket" not in codes
        for code in ("finance.view_transaction", "finance.view_expense", "team.view_shift"):
            assert user.has_perm(code) is (code in codes)
        assert user.has_module_perms("service")
        assert not person("GUEST").has_module_perms("finance")
        assert all(user.has_perm(code) for code in codes)

    def test_own_fields(self, team):
        user = member("TEAM_MEMBER", team)
        assert "is_superuser" not in open_fields(user, user)
        assert open_fields(user, user) == policy_of(User).own_fields
        assert open_fields(person("ADMIN"), user) is None
        assert open_fields(person(is_superuser=True), user) is None
        assert open_fields(person(is_active=False), user) == set()
        contact = make("directory.Contact")
        guest = person("GUEST", contact=contact)
        assert "phone" in open_fields(guest, contact)
        assert "status" not in open_fields(guest, contact)
        # The lead reaches the contact by the team, not only as the person it is.
        lead = member("TEAM_LEAD", team)
        assert open_fields(lead, lead.team_member.contact) is None
        assert open_fields(user, ticket(current_team=team)) is None


class TestSigningIn:
    """E-mail and password."""

    @pytest.fixture
    def kai(self):
        user = person(email="kai@example.com")
        user.set_password("a good one")
        user.save(update_fields=["password"])
        return user

    @pytest.mark.parametrize("typed", ["kai@example.com", "Kai@Example.COM", " kai@example.com "])
    def test_the_address_in_any_case(self, kai, typed):
        assert authenticate(username=typed, password="a good one") == kai
        assert authenticate(email=typed, password="a good one") == kai

    @pytest.mark.parametrize("fields", [{"is_active": False}, {"status": "suspended"}])
    def test_a_shut_account_is_refused(self, kai, fields):
        User.objects.filter(pk=kai.pk).update(**fields)
        assert authenticate(username="kai@example.com", password="a good one") is None

    @pytest.mark.parametrize(
        "typed",
        [
            {"username": "kai@example.com", "password": "wrong"},
            {"username": "nobody@example.com", "password": "a good one"},
            {"username": "kai@example.com", "password": None},
            {"username": "", "password": "a good one"},
            {"password": "a good one"},
        ],
    )
    def test_anything_else_is_refused(self, kai, typed):
        assert authenticate(**typed) is None

    def test_an_unknown_address_costs_a_hash_too(self, monkeypatch):
        from django.contrib.auth import hashers

        hashed = []
        plain = hashers.MD5PasswordHasher.encode
        monkeypatch.setattr(
            hashers.MD5PasswordHasher,
            "encode",
            lambda self, password, salt: hashed.append(password) or plain(self, password, salt),
        )
        assert authenticate(username="nobody@example.com", password="a try") is None
        assert hashed == ["a try"]

    def test_the_reach_of_a_superuser(self):
        assert reach_of(person(is_superuser=True), Ticket, "delete").everything
