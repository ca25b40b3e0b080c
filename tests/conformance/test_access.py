"""Every table, by the one door: shut without a role, open for a superuser, read by its policy."""

import pytest
from django.contrib.auth.models import AnonymousUser

from core.permissions.policies import policy_of
from core.permissions.scoping import ACTIONS
from core.testing.factories import factory_of
from tests.conformance.registry import MODELS, VIEWS, for_each

pytestmark = pytest.mark.django_db
WORDS = {"read": "view", "create": "add", "write": "change"}  # Django's
ROW_ACTIONS = sorted(ACTIONS - {"import"})


@for_each([*MODELS, *VIEWS])
def test_table_has_a_policy(model):
    assert policy_of(model) is not None


@for_each()
def test_rows_are_out_of_reach_without_a_role(model, staff):
    row = factory_of(model).create()
    guest = factory_of("portal.User").create(status="active")
    for person in (AnonymousUser(), guest, staff):
        for action in ROW_ACTIONS:
            open_to_staff = policy_of(model).public and action == "read" and person is staff
            rows = model._default_manager.for_user(person, action)
            assert rows.filter(pk=row.pk).exists() == open_to_staff, (person, action)


@for_each()
def test_rows_are_in_reach_of_a_superuser(model, superuser):
    row = factory_of(model).create()
    for action in ROW_ACTIONS:
        rows = model._default_manager.for_user(superuser, action)
        assert rows.filter(pk=row.pk).exists(), action
    superuser.status = "suspended"
    assert not model._default_manager.for_user(superuser, "read").exists()


@for_each(model for model in MODELS if not policy_of(model).public)
def test_django_permissions_say_the_same(model, staff, superuser):
    for action in ("view", "add", "change", "delete", "export"):
        name = f"{model._meta.app_label}.{action}_{model._meta.model_name}"
        assert not staff.has_perm(name)
        assert superuser.has_perm(name)


@for_each([*MODELS, *VIEWS])
def test_scopes_of_a_manager_are_conditions_the_database_understands(model, manager):
    for action in ROW_ACTIONS:
        rows = list(model._default_manager.for_user(manager, action)[:1])
        name = f"{model._meta.app_label}.{WORDS.get(action, action)}_{model._meta.model_name}"
        assert manager.has_perm(name) or not rows, action
