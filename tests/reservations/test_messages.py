"""What people do with messages: queue, deeds over console and API, tickets of what is overdue."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from core.testing.factories import factory_of
from reservations.models import Touchpoint
from reservations.selectors.message_queue import ahead, due, overdue
from reservations.services.journeys import follow, journey_move
from reservations.services.touchpoint_tickets import overdue_tickets_open
from reservations.services.touchpoints import (
    touchpoint_edit,
    touchpoint_reschedule,
    touchpoint_send_by_hand,
    touchpoint_skip,
)
from service.models import Ticket
from tests.reservations.test_journeys import (  # noqa: F401  fixtures
    ALWAYS,
    ARRIVAL,
    BOOKED,
    book,
    guest,
    home,
    journey_of,
    settle,
    touchpoints,
)

pytestmark = pytest.mark.django_db
LATER = BOOKED + timedelta(hours=9)


@pytest.fixture
def boss():
    return factory_of("portal.User")(is_staff=True, is_superuser=True)


def test_a_text_of_ones_own_stays_and_lets_the_message_go(book, boss):  # noqa: F811
    stay = book()
    row = touchpoints(stay)["booking_confirmation"]
    with pytest.raises(ValidationError, match="no text"):
        touchpoint_send_by_hand(touchpoint=row, actor=boss)
    with pytest.raises(ValidationError):
        touchpoint_edit(touchpoint=row, body="  ", actor=boss)
    touchpoint_edit(touchpoint=row, body="Aloha {{ name }}", actor=boss)
    with pytest.raises(ValidationError, match="never filled in"):
        touchpoint_send_by_hand(touchpoint=row, actor=boss)
    touchpoint_edit(touchpoint=row, body="Aloha Kai", subject="Yes", actor=boss)
    settle(stay, BOOKED)
    sent = touchpoint_send_by_hand(touchpoint=row, actor=boss, now=LATER)
    assert (sent.status, sent.body, sent.sent_at, sent.handled_by) == (
        "sent", "Aloha Kai", LATER, boss,
    )  # fmt: skip
    with pytest.raises(ValidationError, match="already"):
        touchpoint_send_by_hand(touchpoint=row, actor=boss)
    assert journey_of(stay).touchpoints_completed == 1


def test_skipped_and_put_off_by_a_person_stay_so_when_the_stay_moves(book, boss):  # noqa: F811
    stay = book()
    found = touchpoints(stay)
    when = datetime(2027, 3, 2, 18, 0, tzinfo=UTC)
    touchpoint_skip(touchpoint=found["pre_arrival_7"], reason="Known to us.", actor=boss)
    touchpoint_reschedule(touchpoint=found["pre_arrival_14"], due_at=when, actor=boss)
    later = ARRIVAL + timedelta(days=20)
    settle(stay, BOOKED, check_in_date=later, check_out_date=later + timedelta(days=3))
    found = touchpoints(stay)
    assert found["pre_arrival_7"].skipped_reason == "Known to us."
    assert found["pre_arrival_14"].due_at == when
    assert found["pre_arrival_14"].scheduled_at > when


def test_the_queue_knows_overdue_due_and_next(book):  # noqa: F811
    stay = book()
    rows = Touchpoint.objects.all()
    codes = lambda found: {row.touchpoint_type.code for row in found}  # noqa: E731
    assert codes(due(rows, BOOKED)) == {"booking_confirmation"}
    assert codes(ahead(rows, BOOKED)) == {"welcome_email", "rental_agreement"}
    assert codes(overdue(rows, LATER)) == {
        "booking_confirmation", "welcome_email", "rental_agreement",
    }  # fmt: skip
    journey_move(journey=journey_of(stay), to="on_hold", reason="Asked.", actor=None)
    assert not due(rows, LATER).exists()


def test_overdue_messages_make_one_ticket_a_stage_closed_when_done(book, boss):  # noqa: F811
    stay = book()
    assert overdue_tickets_open(now=BOOKED + timedelta(hours=5)) == 1
    assert overdue_tickets_open(now=LATER) == 2
    assert overdue_tickets_open(now=LATER) == 0
    ticket = Ticket.objects.get(reservation=stay)
    assert (ticket.ticket_type_code, ticket.status) == ("RSV", "OPEN")
    found = touchpoints(stay)
    assert {row.linked_ticket for row in found.values()} == {ticket, None}
    for code in ("booking_confirmation", "welcome_email", "rental_agreement"):
        ticket.refresh_from_db()
        assert ticket.status == "OPEN"
        touchpoint_skip(touchpoint=found[code], reason="By phone.", actor=boss)
    ticket.refresh_from_db()
    assert ticket.status == "RESOLVED"


def test_the_page_shows_and_does(client, book, boss):  # noqa: F811
    stay = book(booked_at=datetime(2026, 1, 1, tzinfo=UTC))
    row = touchpoints(stay)["booking_confirmation"]
    Touchpoint.objects.filter(pk=row.pk).update(due_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert client.get(reverse("admin:message_queue")).status_code == 302
    client.force_login(boss)
    page = client.get(reverse("admin:message_queue"), {"show": "overdue", "channel": "EMAIL"})
    assert row.touchpoint_type.name in page.text
    assert "pre" not in client.get(reverse("admin:message_queue"), {"stage": "x"}).context["shown"]
    for deed, said in (
        ("edit", {"body": "Aloha", "subject": "Hi"}),
        ("reschedule", {"due_at": "2026-01-02T09:00"}),
        ("reschedule", {"due_at": "soon"}),
        ("send", {}),
    ):
        answer = client.post(reverse("admin:message_deed", args=[row.pk, deed]), said)
        assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.status, row.handled_by) == ("sent", boss)
    assert row.due_at == datetime(2026, 1, 2, 19, 0, tzinfo=UTC)
    for name in ("reservation", "guestjourney"):
        key = stay.pk if name == "reservation" else row.journey_id
        page = client.get(reverse(f"admin:reservations_{name}_change", args=[key]))
        assert "jrn-line" in page.text


def test_who_may_not_read_touchpoints_sees_no_queue(client, book):  # noqa: F811
    row = touchpoints(book())["booking_confirmation"]
    client.force_login(factory_of("portal.User")(is_staff=True))
    assert client.get(reverse("admin:message_queue")).status_code == 403
    assert client.post(reverse("admin:message_deed", args=[row.pk, "send"])).status_code == 404


def test_following_by_hand_is_idempotent_after_deeds(book, boss):  # noqa: F811
    stay = book()
    touchpoint_skip(touchpoint=touchpoints(stay)["welcome_email"], reason="No.", actor=boss)
    before = list(Touchpoint.objects.order_by("pk").values())
    follow(home=stay.property, windows=[ALWAYS], actor=None, now=BOOKED)
    assert list(Touchpoint.objects.order_by("pk").values()) == before
