"""Owners who ask to stay in their own home: on nights that are theirs, and free."""

from datetime import date
from uuid import uuid4

import pytest
import time_machine

from core.models import RowChange
from core.testing.factories import factory_of
from reservations.models import Reservation
from service.models import Ticket
from tests.portal.people import an_owner, app_of, numbers, owns

pytestmark = pytest.mark.django_db
OWNER = "/api/v1/owner/"
CHANGE = date(2027, 1, 1)
NOW = time_machine.travel("2026-11-20T20:00:00Z", tick=False)


@pytest.fixture
def home():
    return factory_of("property.Property").create(timezone_code="Pacific/Honolulu")


@pytest.fixture
def owner(home):
    user = an_owner()
    owns(user, home, date(2025, 1, 1))
    return user


@pytest.fixture
def sold(home):
    """A seller whose share ends on the day on which the buyer's begins; both hold it whole."""
    seller, buyer = an_owner(), an_owner()
    owns(seller, home, date(2025, 1, 1), CHANGE)
    owns(buyer, home, CHANGE)
    return seller, buyer


def _stay(home, start, end, **fields):
    return factory_of("reservations.Reservation").create(
        property=home, check_in_date=start, check_out_date=end, status="confirmed", **fields
    )


def _ask(user, home, start="2027-02-01", end="2027-02-08", **sent):
    sent = {"check_in_date": start, "check_out_date": end, **sent}
    return app_of(user).post(f"{OWNER}properties/{home.pk}/stays/", sent, format="json")


@NOW
def test_an_own_stay_waits_for_the_office_and_holds_its_nights(home, owner):
    answer = _ask(owner, home, note="Christmas late")
    assert answer.status_code == 201, answer.json()
    stay = Reservation.objects.get(pk=answer.json()["id"])
    assert (stay.status, stay.reservation_type, stay.booking_source_code) == (
        "pending", "owner", "OWNER",
    )  # fmt: skip
    ticket = Ticket.objects.get(reservation=stay)
    assert (ticket.category_code, ticket.homeowner_id) == ("ADM-OWNER", owner.homeowner_id)
    assert ticket.current_team.team_code == "OWNER_RELATIONS"
    written = RowChange.objects.filter(row_id=stay.pk).first()
    assert (written.actor_id, written.source) == (owner.pk, "api")
    assert numbers(app_of(owner).get(f"{OWNER}stays/")) == [stay.number]
    again = _ask(owner, home, "2027-02-07", "2027-02-10")
    assert again.status_code == 409
    assert "2027-02-01 to 2027-02-08" in again.json()["detail"]


@NOW
def test_nights_that_are_taken_are_named_and_nothing_is_kept(home, owner):
    guest = factory_of("directory.Guest").create()
    _stay(home, date(2027, 2, 5), date(2027, 2, 12), guest=guest)
    before = Reservation.objects.count()
    answer = _ask(owner, home)
    assert answer.status_code == 409
    assert "2027-02-05 to 2027-02-12" in answer.json()["detail"]
    assert guest.contact.first_name not in answer.content.decode()
    assert (Reservation.objects.count(), Ticket.objects.count()) == (before, 0)


@NOW
def test_a_stay_may_begin_on_the_day_another_ends(home, owner):
    _stay(home, date(2027, 1, 25), date(2027, 2, 1))
    _stay(home, date(2027, 2, 8), date(2027, 2, 12))
    assert _ask(owner, home).status_code == 201


@NOW
def test_sent_twice_it_is_one_stay(home, owner):
    key = str(uuid4())
    first, second = (_ask(owner, home, id=key) for _ in range(2))
    assert first.json() == second.json()
    assert (Reservation.objects.count(), Ticket.objects.count()) == (1, 1)


@NOW
@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        ("2026-11-01", "2026-11-08", "check_in_date"),
        ("2027-02-08", "2027-02-08", "check_out_date"),
        ("2027-02-08", "2029-02-08", "check_out_date"),
    ],
)
def test_days_that_cannot_be_are_refused(home, owner, start, end, field):
    answer = _ask(owner, home, start, end)
    assert answer.status_code == 400
    assert [e["path"] for e in answer.json()["errors"]] == [field]
    assert not Reservation.objects.exists()


@NOW
def test_nobody_stays_on_nights_that_are_not_theirs(home, sold):
    seller, buyer = sold
    assert _ask(seller, home, "2026-12-28", "2027-01-01").status_code == 201
    assert _ask(seller, home, "2026-12-15", "2026-12-16").status_code == 201
    assert _ask(seller, home, "2027-01-01", "2027-01-03").status_code == 400
    assert _ask(seller, home, "2026-12-20", "2027-01-02").status_code == 400
    assert _ask(buyer, home).status_code == 404  # not today's owner
    assert _ask(an_owner(), home).status_code == 404
    assert Reservation.objects.count() == 2
