"""For every policy there is: the rows of ``for_user``, of ``has_perm``, of guardian, and of the
oracle are the same."""

import pytest
from django.apps import apps
from django.db import transaction
from guardian.shortcuts import get_objects_for_user

from core.permissions.policies import REGISTRY, policy_of
from core.permissions.scoping import reach_of, scoped
from portal.models import User
from portal.selectors.why import explain
from property.models import Property
from tests.core.oracle import Oracle, models_with_policy
from tests.core.scope_world import ACTIONS, World

GRANTED = ("vendor", "colleague", "mate")
OWN = ("member", "guest", "homeowner", "contact")
WORDS = {"read": "view", "write": "change", "delete": "delete", "export": "export"}
ANCHORS = sorted(m._meta.label for m in models_with_policy() if hasattr(m, "user_grants"))


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """One world for all tests here, which read it only."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = World()
        made.oracle = Oracle()
        made.users = {name: anew(user) for name, user in made.people.items()}
        yield made
        transaction.set_rollback(True)


def anew(user):
    return User.objects.get(pk=user.pk)


def code(model, action):
    return f"{model._meta.app_label}.{WORDS[action]}_{model._meta.model_name}"


def test_the_world_has_rows_of_every_model(world):
    assert [m._meta.label for m in models_with_policy() if not world.oracle.rows(m)] == []


@pytest.mark.parametrize("app", sorted({label.split(".")[0] for label in REGISTRY}))
def test_lists_rows_and_the_oracle_agree(world, app):
    for model in models_with_policy():
        if model._meta.app_label != app:
            continue
        answers = {}  # of the same way asked for by two persons: it is asked for once
        for name, user in world.users.items():
            row = world.oracle.user(user.pk)
            for action in ACTIONS:
                expected = world.oracle.reached(model, row, action)
                way = repr(reach_of(user, model, action))
                if way not in answers:
                    answers[way] = found(model, user, action)
                assert answers[way] == (expected, expected), (model._meta.label, name, action)
                assert user.has_perm(code(model, action)) or not expected


def found(model, user, action):
    """Keys of the rows by the list, and by asking about each: a page of them, and some alone."""
    rows = model._default_manager.order_by("pk")
    listed = set(scoped(rows, user, action).values_list("pk", flat=True))
    page = list(rows)
    held = {row.pk for row in page if user.has_perm(code(model, action), row)}
    for row in page[:1] + page[-1:] if listed else ():
        alone = rows.get(pk=row.pk)
        assert user.has_perm(code(model, action), alone) is (row.pk in held)
    return listed, held


@pytest.mark.parametrize("label", ANCHORS)
def test_grants_alone_reach_what_guardian_finds(world, label):
    model = apps.get_model(label)
    for name in GRANTED:
        user = world.users[name]
        direct = world.oracle.granted(world.oracle.user(user.pk), model, "read")
        for action in ("read", "write", "delete"):
            row = world.oracle.user(user.pk)
            theirs = get_objects_for_user(user, code(model, action), accept_global_perms=False)
            theirs = set(theirs.values_list("pk", flat=True))
            ours = world.oracle.granted(row, model, action)
            # Guardian knows of no ends: it still has the one that ended.
            assert ours <= theirs, (name, action)
            assert len(theirs - ours) == (action == "read"), (name, action)
            reached = set(scoped(model.objects.all(), user, action).values_list("pk", flat=True))
            assert ours <= reached
            if not policy_of(model).shared_by and not policy_of(model).parent:
                assert reached == ours
        assert len(direct) == 1


def test_every_answer_has_its_reasons(world):
    """What is reached has a reason that was found, what is not is told what it lacks."""
    asked = 0
    for model in models_with_policy():
        everything = {row[model._meta.pk.attname] for row in world.oracle.rows(model)}
        people = list(world.users.items())
        for name, user in people[len(model.__name__) % 3 :: 3]:  # one in three: it is slow
            row = world.oracle.user(user.pk)
            reached = {action: world.oracle.reached(model, row, action) for action in ACTIONS}
            if not 0 < len(reached["read"]) < len(everything):
                continue
            for key in (min(reached["read"]), min(everything - reached["read"])):
                for verdict in explain(user, model._default_manager.get(pk=key)):
                    assert all(verdict.reasons)
                    assert verdict.reasons
                    if verdict.action in ACTIONS:
                        expected = key in reached[verdict.action]
                        assert verdict.allowed is expected, (model, name, verdict)
                        asked += 1
    assert asked > 500


def test_the_world_is_worth_the_look(world):
    """By own paths, teams and grants somebody reaches some rows of nearly every model that has
    such ways, and seldom all."""
    ways = {"own": OWN, "team": ("lead",), "grant": GRANTED}
    for scope, names in ways.items():
        able = [m for m in models_with_policy() if getattr(policy_of(m), f"{scope}_arms")]
        met, partly = set(), set()
        for model in able:
            total = len(world.oracle.rows(model))
            for name in names:
                row = world.oracle.user(world.users[name].pk)
                keys = world.oracle.reached(model, row, "read")
                met |= {model} if keys else set()
                partly |= {model} if 0 < len(keys) < total else set()
        assert len(met) >= 0.75 * len(able), (scope, len(met), len(able), set(able) - met)
        assert len(partly) >= 0.4 * len(able), (scope, len(partly), len(able))


def test_it_would_notice(world, monkeypatch):
    """An answer that is wrong by one row fails the comparison above."""
    lead = world.users["lead"]
    listed, held = found(Property, lead, "read")
    assert listed == held == world.oracle.reached(Property, world.oracle.user(lead.pk), "read")
    world_row = dict(world.oracle.user(lead.pk), team_member_id=None)
    assert world.oracle.reached(Property, world_row, "read") != listed
