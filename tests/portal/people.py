"""People as they come to the portals, and their apps."""

from rest_framework.test import APIClient

from core.testing.factories import factory_of
from tests.core.test_permissions import person


def app_of(user) -> APIClient:
    """The app of a person who is signed in; ``user`` is read anew, as each request does."""
    client = APIClient()
    client.force_authenticate(type(user)._base_manager.get(pk=user.pk))
    return client


def a_guest(**fields):
    """Somebody who books, with an account."""
    guest = factory_of("directory.Guest").create()
    return person("GUEST", user_type="guest", guest=guest, contact=guest.contact, **fields)


def an_owner(**fields):
    """Somebody who owns, with an account."""
    owner = factory_of("directory.Homeowner").create()
    return person(
        "HOMEOWNER", user_type="homeowner", homeowner=owner, contact=owner.contact, **fields
    )


def a_member(team=None, **fields):
    """Somebody of the team, with an account."""
    team = team or factory_of("team.Team").create()
    member = factory_of("team.TeamMember").create(team=team, **fields)
    return person("TEAM_MEMBER", is_staff=True, team_member=member)


def owns(user, home, start, end=None, percent=100, **fields):
    """A share of a home from ``start`` up to ``end``."""
    return factory_of("directory.Ownership").create(
        homeowner=user.homeowner,
        property=home,
        effective_date=start,
        end_date=end,
        ownership_percentage=percent,
        ownership_type="primary",
        **fields,
    )


def numbers(answer) -> list[str]:
    """The numbers of the rows on a page."""
    return [row["number"] for row in answer.json()["results"]]
