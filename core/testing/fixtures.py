"""People and their browsers: nobody, staff without a role, a manager, a superuser."""

import pytest

from core.testing.factories import factory_of


def person(*role_codes: str, **fields):
    """An active user with those roles; ``fields`` are the user's own."""
    user = factory_of("portal.User").create(**{"status": "active", "user_type": "team", **fields})
    for code in role_codes:
        role = factory_of("portal.Role")._meta.model.objects.get(role_code=code)
        factory_of("portal.UserRole").create(user=user, role=role)
    return type(user).objects.get(pk=user.pk)


@pytest.fixture
def staff(db):
    """May open the console, and has no role that lets in any further."""
    return person(is_staff=True)


@pytest.fixture
def manager(db):
    """Works in the office, with the role of a manager."""
    return person("MANAGER", is_staff=True, team_member=factory_of("team.TeamMember").create())


@pytest.fixture
def superuser(db):
    """Every door opens."""
    return person(is_staff=True, is_superuser=True, user_type="admin")


@pytest.fixture
def browser(db):
    """A function: the browser of a person, or of nobody."""
    from django.test import Client

    def opened(user=None):
        client = Client()
        if user is not None:
            client.force_login(user)
        return client

    return opened
