"""People who work in the console, and their browsers."""

import pytest
from django.test import Client

from core.testing.factories import factory_of, reset_sequences


@pytest.fixture(autouse=True)
def _counters_from_one():
    reset_sequences()


@pytest.fixture
def make(db):
    """make("service.Ticket", title="…"): a row from its factory."""
    return lambda label, **values: factory_of(label).create(**values)


@pytest.fixture
def person(make):
    """person("MANAGER", team=…): a member of staff with that role, signed in by ``browse``."""
    from portal.models import Role

    def person(role_code, team=None, **values):
        member = make("team.TeamMember", team=team or make("team.Team"))
        user = make(
            "portal.User",
            user_type="team",
            is_staff=True,
            status="active",
            team_member=member,
            **values,
        )
        make("portal.UserRole", user=user, role=Role.objects.get(role_code=role_code))
        return user

    return person


@pytest.fixture
def manager(person):
    """Sees and changes everything of operations."""
    return person("MANAGER")


@pytest.fixture
def member(person):
    """Sees what is the own."""
    return person("TEAM_MEMBER")


@pytest.fixture
def browse():
    """browse(user): a client in which that user is signed in."""

    def browse(user):
        client = Client()
        client.force_login(user)
        return client

    return browse
