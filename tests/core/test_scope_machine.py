"""People, teams, roles, shares, stays and grants change at random; after every step the rows of
``for_user``, of ``has_perm`` (one by one and by the page) and of the oracle are the same.

`SCOPE_STEPS=5000 pytest tests/core/test_scope_machine.py` takes longer and finds more.
"""

import os
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from core.testing.factories import factory_of
from directory.models import Contact, Guest, Homeowner, Ownership
from portal.models import (
    Role,
    RolePermission,
    TicketTeamGrant,
    TicketUserGrant,
    User,
    UserRole,
    grants as granting,
)
from property.models import Clean, Inspection, Property, Resort, Room
from reservations.models import Reservation
from service.models import Project, Ticket, TicketCost, TicketEvent
from storage.models import StoredFile, TicketFile
from team.models import Team, TeamMember
from tests.core.oracle import Oracle

STEPS = int(os.environ.get("SCOPE_STEPS", "150"))
START = datetime(2026, 3, 1, 22, 0, tzinfo=UTC)
MODELS = (
    *(Reservation, TicketEvent, Property, StoredFile, Clean, TicketCost, Resort, TicketFile),
    *(Room, Inspection, Project, Ownership, Homeowner, Guest, Contact, Team, TeamMember, User),
)
ACTIONS = ("read", "write", "read", "export", "read", "delete", "read")
WORDS = {"read": "view", "write": "change", "export": "export", "delete": "delete"}
RESOURCES = ("tickets", "properties", "reservations", "cleans", "files", "expenses")
ROLES = ("GUEST", "HOMEOWNER", "TEAM_MEMBER", "TEAM_LEAD", "MANAGER", "FIRST", "SECOND")
ANCHORS = {
    Ticket: (TicketUserGrant, TicketTeamGrant),
    Clean: (granting.CleanUserGrant, granting.CleanTeamGrant),
    Property: (granting.PropertyUserGrant, granting.PropertyTeamGrant),
    Reservation: (granting.ReservationUserGrant, granting.ReservationTeamGrant),
    StoredFile: (granting.FileUserGrant, granting.FileTeamGrant),
}
one = st.integers(0, 11)  # of a list, counted round
maybe = st.none() | one
days = st.integers(-3, 3)
PAGE = 3


def make(label, **values):
    return factory_of(label).create(**values)


def build():
    """The world every run starts from: enough people and rows to be tied together in any way."""
    top = make("team.Team")
    below = make("team.Team", parent_team=top)
    make("team.Team", parent_team=below)
    make("team.Team")
    members = [make("team.TeamMember", team=team) for team in (top, below, below, None)]
    guests = [make("directory.Guest") for _ in range(2)]
    owners = [make("directory.Homeowner") for _ in range(2)]
    resorts = [make("property.Resort") for _ in range(2)]
    homes = [
        make("property.Property", resort=resort, primary_team=team)
        for resort, team in zip((*resorts, None), (top, below, None), strict=True)
    ]
    for owner, home in zip((*owners, owners[0]), homes, strict=True):
        make("directory.Ownership", homeowner=owner, property=home, effective_date=START.date())
        make("property.Room", property=home)
        make("property.Inspection", property=home)
        make("property.Clean", property=home)
        make("storage.StoredFile", property=home, uploaded_by=members[0])
    for number, guest in enumerate((*guests, *guests)):
        first = START.date() + timedelta(days=10 * number)
        make(
            "reservations.Reservation",
            property=homes[number % 3],
            guest=guest,
            status=("confirmed", "inquiry")[number // 2],
            check_in_date=first,
            check_out_date=first + timedelta(days=5),
        )
    project = make("service.Project", owner_member=members[1])
    make("service.ProjectProperty", project=project, property=homes[0])
    for number, file in enumerate(StoredFile.objects.order_by("pk")):
        for _ in range(2):
            ticket = make("service.Ticket", property=homes[number])
            make("service.TicketEvent", ticket=ticket, is_internal=False)
            make("service.TicketEvent", ticket=ticket, is_internal=True)
            make("service.TicketCost", ticket=ticket)
        make("storage.TicketFile", ticket=ticket, file=file)
    for number, key in enumerate(Ticket.objects.order_by("pk").values_list("pk", flat=True)):
        Ticket.objects.filter(pk=key).update(created_at=START - timedelta(days=number * 7 % 5))
    links = [
        *({"team_member": member, "is_staff": True, "user_type": "team"} for member in members),
        *({"guest": guest, "user_type": "guest"} for guest in guests),
        *({"homeowner": owner, "user_type": "homeowner"} for owner in owners),
        {"contact": make("directory.Contact"), "user_type": "guest"},
        {"is_staff": True, "user_type": "team"},
    ]
    users = [make("portal.User", status="active", **link) for link in links]
    for code in ("FIRST", "SECOND"):
        Role.objects.create(role_code=code, role_name=code)
    codes = ("TEAM_LEAD", "TEAM_MEMBER", "TEAM_MEMBER", "FIRST", "GUEST", "GUEST", "HOMEOWNER")
    for user, code in zip(users, (*codes, "HOMEOWNER"), strict=False):
        UserRole.objects.create(user=user, role=Role.objects.get(role_code=code))


class Access(RuleBasedStateMachine):
    """Each run changes the world in a transaction that is rolled back."""

    checked = 0

    @initialize()
    def begin(self):
        self.clock = time_machine.travel(START, tick=False)
        self.clock.start()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.turn = 0
        self.users = list(User.objects.filter(email__contains="@").order_by("pk"))[-11:]
        self.keys = [user.pk for user in self.users]

    def teardown(self):
        if hasattr(self, "atomic"):
            transaction.set_rollback(True)
            self.atomic.__exit__(None, None, None)
            self.clock.stop()

    # -- what changes

    def pick(self, model, number):
        """One of the rows there are; None for None, or where there is none."""
        rows = list(model._base_manager.order_by("pk")) if number is not None else []
        return rows[number % len(rows)] if rows else None

    def change(self, row, **values):
        """Past all services: what the database lets through must be answered rightly."""
        if row is None:
            return
        try:
            with transaction.atomic():
                type(row)._base_manager.filter(pk=row.pk).update(**values)
                with connection.cursor() as cursor:
                    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        except DatabaseError:
            pass  # refused, and nothing has changed

    @rule(ticket=one, agent=maybe, team=maybe)
    def assign_ticket(self, ticket, agent, team):
        self.change(
            self.pick(Ticket, ticket),
            current_agent=self.pick(TeamMember, agent),
            current_team=self.pick(Team, team),
        )

    @rule(ticket=one, owner=maybe, contact=maybe, stay=maybe, flags=st.integers(0, 3))
    def show_ticket(self, ticket, owner, contact, stay, flags):
        self.change(
            self.pick(Ticket, ticket),
            homeowner=self.pick(Homeowner, owner),
            requestor_contact=self.pick(Contact, contact),
            reservation=self.pick(Reservation, stay),
            is_owner_visible=bool(flags & 1),
            is_guest_visible=bool(flags & 2),
        )

    @rule(clean=one, member=maybe, team=maybe)
    def assign_clean(self, clean, member, team):
        self.change(
            self.pick(Clean, clean),
            assigned_to=self.pick(TeamMember, member),
            team=self.pick(Team, team),
        )

    @rule(home=one, team=maybe, manager=maybe, resort=maybe)
    def move_home(self, home, team, manager, resort):
        self.change(
            self.pick(Property, home),
            primary_team=self.pick(Team, team),
            property_manager=self.pick(TeamMember, manager),
            resort=self.pick(Resort, resort),
        )

    @rule(share=one, owner=one, first=days, length=st.none() | st.integers(1, 4))
    def change_owner(self, share, owner, first, length):
        day = timezone.localdate() + timedelta(days=first)
        end = None if length is None else day + timedelta(days=length)
        share, owner = self.pick(Ownership, share), self.pick(Homeowner, owner)
        self.change(share, homeowner=owner, effective_date=day, end_date=end)

    @rule(home=one, owner=one, first=days)
    def sell(self, home, owner, first):
        day = timezone.localdate() + timedelta(days=first)
        values = {"homeowner": self.pick(Homeowner, owner), "property": self.pick(Property, home)}
        try:
            with transaction.atomic():
                Ownership.objects.filter(property=values["property"]).update(end_date=day)
                make("directory.Ownership", **values, effective_date=day)
        except IntegrityError:
            pass

    @rule(stay=one, guest=maybe, member=maybe, status=st.sampled_from(["confirmed", "cancelled"]))
    def change_stay(self, stay, guest, member, status):
        stay = self.pick(Reservation, stay)
        self.change(stay, status=status)
        self.change(
            stay, guest=self.pick(Guest, guest), assigned_member=self.pick(TeamMember, member)
        )

    @rule(file=one, visibility=st.sampled_from(["owner", "guest", "public", "internal"]))
    def show_file(self, file, visibility):
        self.change(self.pick(StoredFile, file), visibility=visibility)

    @rule(member=one, team=maybe)
    def move_member(self, member, team):
        self.change(self.pick(TeamMember, member), team=self.pick(Team, team))

    @rule(team=one, parent=maybe, manager=maybe)
    def move_team(self, team, parent, manager):
        self.change(
            self.pick(Team, team),
            parent_team=self.pick(Team, parent),
            manager=self.pick(TeamMember, manager),
        )

    @rule(
        user=one,
        role=st.sampled_from(ROLES),
        within=st.sampled_from(["global", "global", "property", "resort", "team"]),
        place=one,
        hours=st.none() | st.integers(-5, 48),
    )
    def give_role(self, user, role, within, place, hours):
        kind = {"property": Property, "resort": Resort, "team": Team}.get(within)
        try:
            with transaction.atomic():
                UserRole.objects.create(
                    user=self.one_of(user),
                    role=Role.objects.get(role_code=role),
                    scope_type=within,
                    scope_id=self.pick(kind, place).pk if kind else None,
                    expires_at=self.later(hours),
                )
        except IntegrityError:
            pass  # held already

    @precondition(lambda self: UserRole.objects.exists())
    @rule(held=one, how=st.sampled_from(["revoked_at", "is_active", "delete"]))
    def take_role(self, held, how):
        held = self.pick(UserRole, held)
        if how == "delete":
            held.delete()
        else:
            self.change(held, **{how: timezone.now() if how == "revoked_at" else False})

    @rule(
        role=st.sampled_from(ROLES),
        resource=st.sampled_from(RESOURCES),
        action=st.sampled_from(["read", "write", "export", "delete", "view"]),
        scope=st.sampled_from([None, "own", "team", "all"]),
        off=st.sampled_from([{}, {}, {"is_active": False}, {"conditions": {"hours": "office"}}]),
    )
    def edit_role(self, role, resource, action, scope, off):
        role, code = Role.objects.get(role_code=role), f"{resource}.{action}"
        RolePermission.objects.filter(role=role, permission_code=code).delete()
        if scope:
            line = {"resource": resource, "action": action, "scope": scope, "permission_code": code}
            RolePermission.objects.create(role=role, **line, **off)

    @rule(role=st.sampled_from(ROLES), parent=st.sampled_from([None, *ROLES]), active=st.booleans())
    def bend_role(self, role, parent, active):
        found = Role.objects.filter(role_code=parent).first() if parent else None
        self.change(Role.objects.get(role_code=role), parent_role=found, is_active=active)

    @rule(
        anchor=st.sampled_from(sorted(ANCHORS, key=str)),
        row=one,
        to=one,
        is_team=st.booleans(),
        word=st.sampled_from(["view", "view", "change", "delete"]),
        hours=st.none() | st.integers(-5, 48),
    )
    def grant(self, anchor, row, to, is_team, word, hours):
        options = anchor._meta
        code = Permission.objects.get(
            codename=f"{word}_{options.model_name}", content_type__app_label=options.app_label
        )
        holder = (
            {"group": Group.objects.get(name=f"team:{self.pick(Team, to).pk}")}
            if is_team
            else {"user": self.one_of(to)}
        )
        try:
            with transaction.atomic():
                ANCHORS[anchor][is_team].objects.create(
                    content_object=self.pick(anchor, row),
                    permission=code,
                    reason="at random",
                    expires_at=self.later(hours),
                    **holder,
                )
        except IntegrityError:
            pass  # granted already

    @rule(anchor=st.sampled_from(sorted(ANCHORS, key=str)), is_team=st.booleans(), number=one)
    def take_back(self, anchor, is_team, number):
        grant = self.pick(ANCHORS[anchor][is_team], number)
        if grant is not None:
            grant.delete()

    @rule(user=one, status=st.sampled_from(["active", "active", "suspended"]), staff=st.booleans())
    def change_account(self, user, status, staff):
        user = self.one_of(user)
        self.change(user, status=status)
        self.change(user, is_staff=staff)

    @rule(user=one, member=maybe, guest=maybe, owner=maybe)
    def become(self, user, member, guest, owner):
        """An account is tied to other persons."""
        user = self.one_of(user)
        self.change(user, team_member=self.pick(TeamMember, member))
        self.change(user, guest=self.pick(Guest, guest), homeowner=self.pick(Homeowner, owner))

    @rule(hours=st.sampled_from([1, 3, 9, 24, 72]))
    def wait(self, hours):
        self.clock.stop()
        self.clock = time_machine.travel(timezone.now() + self.passed(hours), tick=False)
        self.clock.start()

    def passed(self, hours):
        self.hours = getattr(self, "hours", 0) + hours
        return START + timedelta(hours=self.hours) - timezone.now()

    def later(self, hours):
        return None if hours is None else timezone.now() + timedelta(hours=hours)

    def one_of(self, number):
        return self.users[number % len(self.users)]

    # -- what must hold

    @invariant()
    def all_answers_agree(self):
        """Of tickets, and of some of the other models in turn, for everybody."""
        if not hasattr(self, "users"):
            return
        self.turn += 1
        action = ACTIONS[self.turn % len(ACTIONS)]
        start = 4 * self.turn % len(MODELS)
        models = {Ticket, *(MODELS * 2)[start : start + 4]}
        oracle = Oracle()
        people = [(user, oracle.user(user.pk)) for user in User.objects.filter(pk__in=self.keys)]
        for model in models:
            page = list(model.objects.all())
            for user, row in people:
                expected = oracle.reached(model, row, action)
                self.compare(oracle, user, model, page, action, expected)
                Access.checked += 1

    def compare(self, oracle, user, model, page, action, expected):
        place = (known_as(user), model.__name__, action)
        rows = model.objects.for_user(user, action)
        assert set(rows.values_list("pk", flat=True)) == expected, place
        code = f"{model._meta.app_label}.{WORDS[action]}_{model._meta.model_name}"
        assert {one.pk for one in page if user.has_perm(code, one)} == expected, place
        if expected:
            assert user.has_perm(code), place
            alone = model.objects.get(pk=page[self.turn % len(page)].pk)
            assert user.has_perm(code, alone) is (alone.pk in expected), place
            self.compare_pages(oracle, rows, model, expected, place)

    def compare_pages(self, oracle, rows, model, expected, place):
        """Pages newest first, and of a filter, are cut from the same rows."""
        if model not in (Ticket, Reservation):
            return
        by = "created_at" if model is Ticket else "check_in_date"
        kept = [row for row in oracle.rows(model) if row["id"] in expected]
        kept.sort(key=lambda row: (row[by], row["id"]), reverse=True)
        ordered = rows.order_by(f"-{by}", "-pk")
        keys = [row["id"] for row in kept]
        assert [row.pk for row in ordered[:PAGE]] == keys[:PAGE], place
        assert list(ordered.values_list("pk", flat=True)[1 : PAGE + 1]) == keys[1 : PAGE + 1], place
        home = oracle.rows(Property)[self.turn % 3]["id"]
        at_home = [row["id"] for row in kept if row["property_id"] == home]
        assert [row.pk for row in ordered.filter(property=home)[:PAGE]] == at_home[:PAGE], place
        assert list(ordered.reverse()[:PAGE]) == list(ordered.reverse())[:PAGE], place


def known_as(user):
    links = ("team_member_id", "guest_id", "homeowner_id", "contact_id")
    return [name for name in links if getattr(user, name)], user.is_staff, user.status


@pytest.mark.django_db
def test_lists_rows_and_the_oracle_agree_after_every_step():
    build()
    length = 12
    run_state_machine_as_test(
        Access,
        settings=settings(
            max_examples=max(STEPS // length, 1),
            stateful_step_count=length,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize="SCOPE_STEPS" not in os.environ,
            database=None,
            phases=[Phase.generate],  # the steps to a failure are few; making them fewer takes long
        ),
    )
    print(f"{Access.checked:,} lists compared")
    assert Access.checked > STEPS
