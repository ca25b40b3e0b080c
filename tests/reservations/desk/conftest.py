"""A small house with a calendar."""

from datetime import date, timedelta

import pytest

from core.testing.factories import factory_of
from core.testing.fixtures import browser, manager, person, staff, superuser  # noqa: F401

FIRST = date(2027, 3, 1)


def day(number: int) -> date:
    """The n-th day of the world of these tests."""
    return FIRST + timedelta(days=number)


@pytest.fixture
def home(db):
    return factory_of("property.Property").create(
        property_code="A-1", bedrooms=2, sleeps=6, min_stay_nights=3, status="active",
        management_status="managed",
    )  # fmt: skip


@pytest.fixture
def book(db):
    """book(home, 3, 7, status=…): a stay from the third to the seventh day."""

    def booked(home, first, end, **values):
        kept = {"status": "confirmed", "reservation_type": "guest", **values}
        if kept["reservation_type"] not in ("guest", "complimentary"):
            kept.setdefault("guest", None)
        return factory_of("reservations.Reservation").create(
            property=home, check_in_date=day(first), check_out_date=day(end), **kept
        )

    return booked


@pytest.fixture
def lead(db):
    """Leads a team: sees the stays of the team's homes alone."""
    team = factory_of("team.Team").create(name="West side")
    member = factory_of("team.TeamMember").create(team=team)
    return person("TEAM_LEAD", is_staff=True, team_member=member)
