"""Stays over the API: booked, changed, and what is said of what stands in the way."""

from datetime import timedelta

import pytest
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from rest_framework.test import APIClient

from core.clock import clock_at
from core.testing.factories import DAY, NOON, factory_of
from property.models import Clean
from reservations.models import GuestJourney, Reservation
from reservations.services import following
from reservations.services.upkeep import calendars_catch_up
from tests.core.test_permissions import person

pytestmark = pytest.mark.django_db
STAYS = "/api/v1/reservations/reservations/"
PROBLEM = "application/problem+json"


def day(number: int) -> str:
    return (DAY + timedelta(days=number)).isoformat()


@pytest.fixture
def client():
    """Somebody who may book."""
    client = APIClient()
    client.force_authenticate(person("ADMIN", is_staff=True, is_superuser=True))
    return client


@pytest.fixture
def stay():
    """A confirmed stay of three nights."""
    return factory_of(Reservation).create(status="confirmed", property__min_stay_nights=1)


def given(stay, first=0, end=3, **more):
    return {
        "property": str(stay.property_id),
        "guest": str(stay.guest_id),
        "booking_source": "DIRECT",
        "check_in_date": day(first),
        "check_out_date": day(end),
        "status": "confirmed",
        "special_requests": "Crib.",
        **more,
    }


class TestBooking:
    def test_books_by_the_service(self, client, stay):
        answer = client.post(STAYS, given(stay, 3, 6))
        assert answer.status_code == 201, answer.json()
        assert answer.json()["booked_at"] is not None
        assert answer.json()["special_requests"] == "Crib."
        assert "despite" not in answer.json()

    def test_a_worker_is_called_once_to_plan_what_follows(
        self, client, stay, monkeypatch, django_capture_on_commit_callbacks
    ):
        monkeypatch.setattr(following, "_called_until", 0.0)
        Reservation.objects.filter(pk=stay.pk).delete()
        calendars_catch_up()
        with clock_at(NOON - timedelta(days=2)):
            for first in (0, 3):
                with django_capture_on_commit_callbacks(execute=True):
                    assert client.post(STAYS, given(stay, first, first + 3)).status_code == 201
            (job,) = ProcrastinateJob.objects.filter(task_name=following.JOB)
            assert Clean.objects.count() == GuestJourney.objects.count() == 0
            app.tasks[job.task_name](**job.args)
        assert Clean.objects.count() == GuestJourney.objects.count() == 2

    def test_a_conflict_names_the_stay(self, client, stay):
        answer = client.post(STAYS, given(stay, 2, 6))
        assert answer.status_code == 409
        assert answer["Content-Type"] == PROBLEM
        (error,) = answer.json()["errors"]
        assert error["code"] == "conflict"
        assert stay.number in error["message"]

    def test_asks_before_it_breaks_a_rule_of_the_house(self, client, stay):
        type(stay.property).objects.filter(pk=stay.property_id).update(min_stay_nights=5)
        answer = client.post(STAYS, given(stay, 3, 6))
        assert answer.status_code == 400
        assert [(e["path"], e["code"]) for e in answer.json()["errors"]] == [("despite", "minimum")]
        answer = client.post(STAYS, given(stay, 3, 6, despite=["minimum"]))
        assert answer.status_code == 201, answer.json()

    def test_sent_twice_is_one_stay(self, client, stay):
        headers = {"Idempotency-Key": "twice"}
        first = client.post(STAYS, given(stay, 3, 6), headers=headers)
        again = client.post(STAYS, given(stay, 3, 6), headers=headers)
        assert (first.status_code, again.status_code) == (201, 201)
        assert first.json()["id"] == again.json()["id"]
        assert Reservation.objects.count() == 2


class TestChanging:
    def test_what_if_tells_before(self, client, stay):
        asked = {"property": str(stay.property_id), "check_in_date": day(1), "guests": 9}
        answer = client.post(f"{STAYS}what-if/", {**asked, "check_out_date": day(5)})
        assert answer.status_code == 200, answer.json()
        seen = answer.json()
        assert not seen["is_possible"]
        assert [one["number"] for one in seen["conflicts"]] == [stay.number]
        own = {**asked, "check_out_date": day(5), "reservation": str(stay.pk)}
        assert client.post(f"{STAYS}what-if/", own).json()["is_possible"]
        assert client.post(f"{STAYS}what-if/", {**asked, "check_out_date": "x"}).status_code == 400

    def test_change_and_patch_meet_the_same_wall(self, client, stay):
        other = factory_of(Reservation).create(
            property=stay.property, check_in_date=DAY + timedelta(days=4),
            check_out_date=DAY + timedelta(days=8), status="confirmed",
        )  # fmt: skip
        for answer in (
            client.post(f"{STAYS}{stay.pk}/change/", {"check_out_date": day(5)}),
            client.patch(f"{STAYS}{stay.pk}/", {"check_out_date": day(5)}),
        ):
            assert answer.status_code == 409
            assert other.number in answer.json()["errors"][0]["message"]
        answer = client.post(f"{STAYS}{stay.pk}/change/", {"check_out_date": day(4)})
        assert (answer.status_code, answer.json()["nights"]) == (200, 4)

    def test_an_old_version_changes_nothing(self, client, stay):
        tag = client.get(f"{STAYS}{stay.pk}/")["ETag"]
        where = f"{STAYS}{stay.pk}/change/"
        first = client.post(where, {"check_out_date": day(4)}, headers={"If-Match": tag})
        assert first.status_code == 200, first.json()
        again = client.post(where, {"check_out_date": day(5)}, headers={"If-Match": tag})
        assert again.status_code == 412

    def test_split(self, client, stay):
        home = factory_of("property.Property").create()
        answer = client.post(f"{STAYS}{stay.pk}/split/", {"at": day(1), "property": str(home.pk)})
        assert answer.status_code == 201, answer.json()
        second = answer.json()
        assert (second["property"], second["nights"]) == (str(home.pk), 2)
        assert second["previous_reservation"] == str(stay.pk)


class TestLife:
    def test_in_and_out(self, client, stay):
        where = f"{STAYS}{stay.pk}/"
        inside = client.post(f"{where}check-in/", {"at": NOON.isoformat()})
        assert inside.json()["status"] == "checked_in", inside.json()
        gone = {"at": (NOON + timedelta(days=2)).isoformat(), "frees_nights": True}
        answer = client.post(f"{where}check-out/", gone)
        assert (answer.json()["status"], answer.json()["nights"]) == ("checked_out", 2)

    def test_off_and_back(self, client, stay):
        where = f"{STAYS}{stay.pk}/"
        assert client.post(f"{where}cancel/", {}).status_code == 400
        off = client.post(f"{where}cancel/", {"reason": "Ill.", "refund": "12.50"}).json()
        assert (off["status"], off["refund_total"]) == ("cancelled", "12.50")
        back = client.post(f"{where}restore/", {"reason": "Well again."}).json()
        assert (back["status"], back["cancelled_at"]) == ("confirmed", None)
        none = client.post(f"{where}no-show/", {"reason": "Nobody."}).json()
        assert none["status"] == "no_show"
        moved = client.post(f"{where}move/", {"to": "confirmed", "reason": "Late flight."}).json()
        assert moved["status"] == "confirmed"


class TestScope:
    """Whoever may not reach a stay or a home learns nothing of them."""

    DEEDS = ("change", "split", "confirm", "check-in", "check-out", "no-show", "cancel", "restore")

    @pytest.mark.parametrize("deed", DEEDS)
    def test_a_foreign_stay_is_not_there(self, stay, deed):
        client = APIClient()
        client.force_authenticate(person("TEAM_MEMBER", is_staff=True))
        answer = client.post(f"{STAYS}{stay.pk}/{deed}/", {"reason": "x", "at": day(1)})
        assert answer.status_code in (403, 404)
        stay.refresh_from_db()
        assert stay.status == "confirmed"

    def test_a_foreign_home_is_not_asked_of(self, stay):
        client = APIClient()
        client.force_authenticate(person("TEAM_MEMBER", is_staff=True))
        asked = {"property": str(stay.property_id), "check_in_date": day(1)}
        answer = client.post(f"{STAYS}what-if/", {**asked, "check_out_date": day(2)})
        assert answer.status_code in (400, 403)
        assert stay.number not in answer.content.decode()
