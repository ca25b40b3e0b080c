"""Messages over the API: who may do what to them, and that a refusal leaves nothing behind."""

from datetime import timedelta

import pytest
from rest_framework.test import APIClient

from core.testing.factories import factory_of
from reservations.models import GuestJourney, Touchpoint
from reservations.selectors.message_queue import due, held_up
from tests.core.test_permissions import custom_role, person
from tests.reservations.test_journeys import (  # noqa: F401  fixtures
    ARRIVAL,
    BOOKED,
    book,
    guest,
    home,
    journey_of,
    touchpoints,
)

pytestmark = pytest.mark.django_db
MESSAGES = "/api/v1/reservations/guest_journey_touchpoints/"
JOURNEYS = "/api/v1/reservations/guest_journeys/"
TEXT = {"body": "Aloha Kai, see you soon.", "subject": "Soon"}
DAY = timedelta(days=1)
#: Deed, what is said with it, and the status that comes of it.
DEEDS = [
    ("edit", TEXT, "scheduled"),
    ("skip", {"reason": "By phone."}, "skipped"),
    ("reschedule", {"due_at": "2027-03-01T20:00:00Z"}, "scheduled"),
    ("move", {"to": "skipped", "reason": "By phone."}, "skipped"),
    ("sent", {}, "sent"),
]


def caller(user) -> APIClient:
    client = APIClient()
    client.force_authenticate(user)
    return client


@pytest.fixture
def boss():
    return person("ADMIN", is_staff=True, is_superuser=True)


@pytest.fixture
def reader():
    """Somebody who sees all messages and may write none."""
    role = custom_role("LOOKS", ("journeys", "read", "all"), ("reservations", "read", "all"))
    return person(role.role_code, is_staff=True, user_type="team")


@pytest.fixture
def row(book):  # noqa: F811
    """A message whose text is whole."""
    found = touchpoints(book())["pre_arrival_7"]
    Touchpoint.objects.filter(pk=found.pk).update(
        subject="Hi", body="Aloha.", pinned_fields=["body"], hold_reason=None
    )
    return found


def everything():
    return (
        list(Touchpoint.objects.order_by("pk").values()),
        list(GuestJourney.objects.order_by("pk").values()),
    )


@pytest.mark.parametrize(("deed", "said", "status"), DEEDS)
def test_who_may_write_does_it(row, boss, deed, said, status):
    answer = caller(boss).post(f"{MESSAGES}{row.pk}/{deed}/", said)
    assert answer.status_code == 200, answer.json()
    assert answer.json()["status"] == status
    row.refresh_from_db()
    assert row.status == status
    for name, value in said.items():
        if name in ("body", "subject"):
            assert getattr(row, name) == value
    if status != "scheduled":
        assert row.handled_by == boss


@pytest.mark.parametrize(("deed", "said", "status"), DEEDS)
def test_others_are_refused_and_nothing_changes(row, reader, deed, said, status):
    before = everything()
    stranger = factory_of("portal.User")(is_staff=True, status="active")
    address = f"{MESSAGES}{row.pk}/{deed}/"
    assert caller(stranger).post(address, said).status_code == 404
    assert caller(reader).get(f"{MESSAGES}{row.pk}/").status_code == 200
    assert caller(reader).post(address, said).status_code == 403
    assert APIClient().post(address, said).status_code in (401, 403)
    assert everything() == before


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("edit", {"body": "  "}),
        ("skip", {"reason": ""}),
        ("skip", {}),
        ("reschedule", {"due_at": "soon"}),
        ("move", {"to": "delivered"}),
        ("move", {"to": "skipped"}),
    ],
)
def test_what_cannot_be_is_said_and_nothing_changes(row, boss, deed, said):
    before = everything()
    answer = caller(boss).post(f"{MESSAGES}{row.pk}/{deed}/", said)
    assert answer.status_code in (400, 409), answer.content
    assert everything() == before


def test_what_went_out_is_a_conflict(row, boss):
    client = caller(boss)
    assert client.post(f"{MESSAGES}{row.pk}/sent/").status_code == 200
    before = everything()
    for deed, said, _ in DEEDS:
        answer = client.post(f"{MESSAGES}{row.pk}/{deed}/", said)
        assert answer.status_code in (400, 409), (deed, answer.content)
    assert everything() == before


def test_journeys_are_moved_by_who_may(row, boss, reader):
    address = f"{JOURNEYS}{row.journey_id}/move/"
    said = {"to": "on_hold", "reason": "They asked for quiet."}
    before = everything()
    stranger = factory_of("portal.User")(is_staff=True, status="active")
    assert caller(stranger).post(address, said).status_code == 404
    assert caller(reader).post(address, said).status_code == 403
    assert caller(boss).post(address, {"to": "on_hold"}).status_code in (400, 409)
    assert everything() == before
    answer = caller(boss).post(address, said)
    assert answer.status_code == 200, answer.json()
    assert answer.json()["journey_status"] == "on_hold"
    assert answer.json()["status_pinned"]


@pytest.mark.parametrize("said", [{"body": "My words."}, {"subject": "Mine", "body": "My words."}])
def test_a_text_that_is_patched_stays_too(row, boss, said):
    Touchpoint.objects.filter(pk=row.pk).update(pinned_fields=[])
    answer = caller(boss).patch(f"{MESSAGES}{row.pk}/", said, format="json")
    assert answer.status_code == 200, answer.json()
    row.refresh_from_db()
    assert (row.body, row.pinned_fields) == ("My words.", ["body"])
    answer = caller(boss).patch(
        f"{MESSAGES}{row.pk}/", {"due_at": "2027-03-01T20:00:00Z"}, format="json"
    )
    assert answer.json()["pinned_fields"] == ["body", "due_at"]


def test_a_patch_of_something_else_pins_nothing(row, boss):
    Touchpoint.objects.filter(pk=row.pk).update(pinned_fields=[])
    answer = caller(boss).patch(f"{MESSAGES}{row.pk}/", {"summary": "Fine."}, format="json")
    assert answer.json()["pinned_fields"] == []


def test_what_waits_for_the_stay_is_not_due(book):  # noqa: F811
    for stay, is_due in ((book(status="pending"), False), (book(arrival=ARRIVAL + 9 * DAY), True)):
        rows = Touchpoint.objects.filter(journey__reservation=stay)
        later = BOOKED + 2 * DAY
        assert due(rows, later).exists() is is_due
        assert held_up(rows, later).exists() is not is_due
