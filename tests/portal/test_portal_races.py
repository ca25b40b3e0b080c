"""Two requests at the same moment: of what there can be one, there is one."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from core.testing.factories import factory_of
from reservations.models import Reservation
from storage.models import StoredFile, TicketFile
from team.models import TimeEntry
from tests.portal.people import a_member, an_owner, app_of, owns
from tests.portal.test_team_portal import photo

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls):
    """The status codes of calls made at the same moment, each on a connection of its own."""
    start = Barrier(len(calls))

    def run(call):
        try:
            start.wait(timeout=10)
            return call().status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return sorted(pool.map(run, calls))


def test_of_two_owners_one_gets_the_nights():
    home = factory_of("property.Property").create()
    owners = [an_owner() for _ in range(4)]
    for owner in owners:
        owns(owner, home, date(2025, 1, 1), percent=25)

    def ask(owner, day):
        sent = {"check_in_date": f"2031-05-0{day}", "check_out_date": f"2031-05-0{day + 2}"}
        path = f"/api/v1/owner/properties/{home.pk}/stays/"
        return lambda: app_of(owner).post(path, sent, format="json")

    calls = [ask(owner, day) for owner, day in zip(owners, (1, 2, 1, 2), strict=True)]
    assert at_once(*calls) == [201, 409, 409, 409]
    assert Reservation.objects.count() == 1


def test_one_clock_runs():
    member = a_member()

    def stamp():
        return app_of(member).post("/api/v1/team/clock/in/", {"id": str(uuid4())}, format="json")

    assert at_once(stamp, stamp, stamp) == [201, 409, 409]
    assert TimeEntry.objects.count() == 1


def test_one_photo_is_kept():
    member = a_member()
    ticket = factory_of("service.Ticket").create(
        current_agent=member.team_member, current_team=member.team_member.team
    )
    key = str(uuid4())

    def send():
        path = f"/api/v1/team/tickets/{ticket.pk}/photos/"
        return app_of(member).post(path, {"file": photo(), "id": key}, format="multipart")

    codes = at_once(send, send, send)
    assert codes[0] == 201
    assert set(codes) <= {201, 409}
    assert (StoredFile.objects.count(), TicketFile.objects.count()) == (1, 1)
