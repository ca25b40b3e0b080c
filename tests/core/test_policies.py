"""The registry of policies: it is whole, every path of it holds, and what does not fit is said."""

from dataclasses import replace

import pytest
from django.apps import apps

from core.checks import house_models
from core.imports.registry import resources
from core.permissions import policies as registry
from core.permissions.checks import faults, policies_fit
from core.permissions.policies import KINDS, REGISTRY, Arm, Policy, policy, policy_of
from core.permissions.scoping import narrowed
from directory.models import Ownership
from portal.models import RolePermission, User
from property.models import Property, Room
from service.models import Ticket, TicketEvent
from team.models import Team


@pytest.fixture
def spare(monkeypatch):
    """The registry without Ticket's policy, to be declared anew.

    All policies are copies for the time of the test: what they keep of Ticket's goes with them.
    """
    for label, found in list(REGISTRY.items()):
        monkeypatch.setitem(REGISTRY, label, [replace(one) for one in found])
    monkeypatch.delitem(REGISTRY, "service.ticket")
    yield
    REGISTRY.pop("nothing.real", None)
    REGISTRY.pop("service.ticket", None)  # monkeypatch puts the real one back


def test_each_model_of_the_house_has_its_policy():
    assert policies_fit(None) == []
    assert {m._meta.label_lower for m in house_models()} == set(REGISTRY)
    assert len(REGISTRY) >= 361


def test_a_model_without_policy_is_reported(spare):
    texts = [problem.msg for problem in policies_fit(None)]
    assert "service.Ticket has no policy: nobody but a superuser reaches it." in texts


def test_a_second_policy_and_a_stale_one_are_reported(spare):
    policy(Ticket, "tickets")
    policy("service.Ticket", "tickets")
    policy("nothing.Real", "tickets")
    texts = [problem.msg for problem in policies_fit(None)]
    assert "service.Ticket has 2 policies." in texts
    assert "There is no model nothing.Real." in texts


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ({"own": ["agent__user"]}, "names agent, which service.Ticket has not"),
        ({"own": ["current_agent"]}, "does not end at the user"),
        ({"own": ["pk"]}, "does not end at the user"),
        ({"own": ["title__user"]}, "title in path title__user of service.Ticket is not a relation"),
        ({"team": ["current_agent"]}, "does not end at the team"),
        ({"team": ["title"]}, "does not end at the team"),
        ({"parent": "events"}, "is not a foreign key"),
        ({"inherit": "staff"}, "inherit of service.Ticket is"),
        ({"parent": "property", "inherit": "guests"}, "inherit of service.Ticket is"),
        ({"visible_if": {"guest": {"title": "x"}}}, "no own path leads to a guest"),
        ({"visible_if": {"guset": {"title": "x"}}}, "no own path leads to a guset"),
        (
            {"own": ["homeowner__user"], "visible_if": {"homeowner": {"visible": True}}},
            "Cannot resolve keyword 'visible'",
        ),
        (
            {"own": ["homeowner__user"], "visible_if": {"homeowner": {"status__in": ["SENT"]}}},
            "status__in is never SENT",
        ),
        ({"own_fields": ["titel"]}, "names titel, which it has not"),
        ({"in_force": ("created_at", "until")}, "names until, which it has not"),
    ],
)
def test_what_does_not_fit_is_said(spare, told, fault):
    assert fault in " ".join(faults(policy(Ticket, "tickets", **told)))


def test_parents_that_go_in_circles_are_said(monkeypatch):
    circle = Policy("team.Team", "team", parent="parent_team")
    monkeypatch.setitem(REGISTRY, "team.team", [circle])
    assert faults(circle) == ["The parents of team.Team lead back to itself."]


def test_own_paths_get_the_kind_of_their_person():
    kinds = {arm.lookup: arm.kind for arm in policy_of(Ticket).own_arms}
    assert kinds["current_agent"] == "staff"
    assert kinds["requestor_contact"] == "contact"
    assert kinds["homeowner"] == kinds["property__ownerships__homeowner"] == "homeowner"
    assert kinds["reservation__guest"] == "guest"
    assert policy_of(User).own_arms == (Arm("user", "pk"),)
    assert policy_of(Team).team_arms == (Arm("team", "pk"),)


def test_a_child_has_the_arms_of_its_parent_under_the_conditions_of_both():
    owner = next(
        arm
        for arm in policy_of(TicketEvent).own_arms
        if arm.lookup == "ticket__property__ownerships__homeowner"
    )
    assert dict(owner.conditions) == {"ticket__is_owner_visible": True, "is_internal": False}
    assert owner.in_force == (
        (
            "ticket__property__ownerships__effective_date",
            "ticket__property__ownerships__end_date",
        ),
    )
    cost = apps.get_model("service.TicketCost")
    assert {arm.kind for arm in policy_of(cost).own_arms if arm.lookup.startswith("ticket__")} == {
        "staff"
    }


def test_a_link_that_ended_still_belongs_to_who_it_was():
    assert [arm.in_force for arm in policy_of(Ownership).own_arms] == [()]
    dated = [arm for arm in policy_of(Property).own_arms if arm.kind == "homeowner"]
    assert [arm.in_force for arm in dated] == [
        (("ownerships__effective_date", "ownerships__end_date"),)
    ]
    assert policy_of(Room).team_arms[0].lookup == "property__primary_team"


def test_every_arm_leads_to_a_key_of_its_person_or_team():
    ends = {
        kind: User._meta.get_field(name).related_model for name, kind in registry.PERSONS.items()
    }
    ends |= {"user": User, "team": Team}
    assert set(ends) == KINDS | {"team"}
    for label in REGISTRY:
        model = apps.get_model(label)
        for arm in (*policy_of(model).own_arms, *policy_of(model).team_arms):
            end = model
            for step in arm.lookup.split("__"):
                last = None if step == "pk" else end._meta.get_field(step)
                end = end if last is None else last.related_model or Team
            assert end is ends[arm.kind], (label, arm)


@pytest.mark.django_db
@pytest.mark.parametrize("app", sorted({label.split(".")[0] for label in REGISTRY}))
def test_the_database_takes_every_arm(app):
    key = "01920000-0000-7000-8000-000000000000"
    for label in REGISTRY:
        if label.startswith(f"{app}."):
            model = apps.get_model(label)
            arms = [(arm, key) for arm in (*policy_of(model).own_arms, *policy_of(model).team_arms)]
            if arms and model._meta.managed:  # a view that was never refreshed cannot be read
                assert not narrowed(model._base_manager.all(), arms).exists(), label


@pytest.mark.django_db
def test_policies_and_permissions_name_the_same_resources():
    permitted = set(RolePermission.objects.values_list("resource", flat=True))
    known = {found.resource for (found,) in REGISTRY.values()}
    importing = {name for name in permitted if name.startswith("imports.")}
    assert known == permitted - importing
    imported = {
        policy_of(part.model).resource
        for resource in resources()
        for part in resource.parts().values()
    }
    assert importing == {f"imports.{name}" for name in imported}
