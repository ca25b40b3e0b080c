"""What a role permits for all rows is what its Django group permits; nothing keeps it so by hand."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import IntegrityError, connection, transaction

from core.permissions.mirror import resources_mirror
from core.permissions.policies import REGISTRY
from core.permissions.scoping import reach_of
from core.testing.fixtures import person
from portal.models import Role, RolePermission

pytestmark = pytest.mark.django_db

WORDS = {"read": "view", "view": "view", "create": "add", "write": "change", "delete": "delete"}


def told(role):
    """The codes that the lines of a role amount to."""
    lines = role.permissions.filter(scope="all", is_active=True, action__in=WORDS)
    return {
        f"{model._meta.app_label}.{WORDS[line.action]}_{model._meta.model_name}"
        for line in lines
        if not line.conditions
        for (found,) in REGISTRY.values()
        if found.resource == line.resource
        for model in [apps.get_model(found.label)]
    }


def held(role):
    group = Group.objects.get(name=f"role:{role.pk}")
    pairs = group.permissions.values_list("content_type__app_label", "codename")
    return {f"{app}.{codename}" for app, codename in pairs}


def test_every_role_permits_what_its_lines_say():
    sizes = {role.role_code: len(held(role)) for role in Role.objects.all()}
    assert {role.role_code: len(told(role)) for role in Role.objects.all()} == sizes
    for role in Role.objects.all():
        assert held(role) == told(role), role.role_code
    assert sizes["GUEST"] < 20 < sizes["MANAGER"] < sizes["SUPER_ADMIN"]


def test_a_change_counts_at_once_whoever_makes_it():
    role = Role.objects.create(role_code="OTHER", role_name="Other")
    assert held(role) == set()
    line = RolePermission.objects.create(
        role=role,
        resource="projects",
        action="write",
        scope="all",
        permission_code="projects.write",
    )
    assert held(role) == told(role) != set()
    assert "service.change_project" in held(role)
    for values in ({"scope": "team"}, {"is_active": False}, {"conditions": {"hours": "office"}}):
        with transaction.atomic():
            RolePermission.objects.filter(pk=line.pk).update(**values)
            assert held(role) == told(role) == set()
            transaction.set_rollback(True)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE portal.permissions SET action = 'view' WHERE id = %s", [line.pk])
    assert "service.view_project" in held(role)
    assert "service.change_project" not in held(role)
    Role.objects.filter(pk=role.pk).update(is_active=False)
    assert held(role) == set()
    role.delete()
    assert not Group.objects.filter(name=f"role:{role.pk}").exists()


def test_the_groups_of_a_person_permit_what_the_policies_let_reach_entirely():
    user = person("MANAGER")
    pairs = Permission.objects.filter(group__in=user.groups.all()).distinct()
    codes = {f"{code.content_type.app_label}.{code.codename}" for code in pairs}
    words = ("view", "add", "change", "delete")
    assert codes == {
        f"{model._meta.app_label}.{word}_{model._meta.model_name}"
        for model in map(apps.get_model, REGISTRY)
        for word in words
        if reach_of(user, model, word).everything
    }


def test_nobody_writes_what_a_group_may():
    group, code = Group.objects.create(name="a group"), Permission.objects.first()
    with pytest.raises(IntegrityError, match="follows from permissions"), transaction.atomic():
        group.permissions.add(code)
    group.delete()
    code.delete()
    assert not Group.objects.filter(name="a group").exists()


def test_the_database_knows_which_resource_each_model_is(monkeypatch):
    def known():
        with connection.cursor() as cursor:
            cursor.execute("SELECT app_label || '.' || model, resource FROM core.model_resources")
            return dict(cursor.fetchall())

    expected = {label: found.resource for label, (found,) in REGISTRY.items()}
    assert known() == expected
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core.model_resources SET resource = 'x' WHERE model = 'ticket'")
        cursor.execute("INSERT INTO core.model_resources VALUES ('gone', 'model', 'x')")
        cursor.execute("DELETE FROM core.model_resources WHERE model = 'clean'")
    resources_mirror(sender=None, using="default")
    assert known() == expected
