"""Guests: their stays and no others, codes in time and no sooner, requests that arrive once."""

from datetime import date, time, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from rest_framework.test import APIClient

from core.models import RowChange
from core.testing.factories import factory_of
from core.testing.fixtures import person
from secure.models import AuditLog
from service.models import Ticket, TicketEvent
from tests.portal.people import a_guest, a_member, an_owner, app_of, numbers

pytestmark = pytest.mark.django_db
GUEST = "/api/v1/guest/"
#: Check-in on the 10th at 15:00 in Honolulu, that is on the 11th at 01:00 UTC.
ARRIVES, LEAVES = date(2026, 12, 10), date(2026, 12, 14)


@pytest.fixture
def home():
    return factory_of("property.Property").create(
        property_name="Hale Kai",
        timezone_code="Pacific/Honolulu",
        check_in_time=time(15),
        check_out_time=time(10),
        address_line1="12 Beach Road",
        wifi_network="kai",
        wifi_password="sand and sea",
        parking_stall_numbers=["14"],
    )


@pytest.fixture
def guest():
    return a_guest()


@pytest.fixture
def stay(guest, home):
    return _stay(guest, home)


@pytest.fixture
def code(stay):
    return factory_of("property.AccessCode").create(
        property=stay.property, reservation=stay, code_value="481516", audience="guest"
    )


def _stay(guest, home, **fields):
    given = {
        "guest": guest.guest,
        "property": home,
        "check_in_date": ARRIVES,
        "check_out_date": LEAVES,
        "status": "confirmed",
        **fields,
    }
    return factory_of("reservations.Reservation").create(**given)


def _get(user, path, **query):
    return app_of(user).get(f"{GUEST}{path}", query)


# Stays


def test_a_guest_sees_the_own_stays_and_no_others(guest, stay, home):
    other = _stay(a_guest(), home, check_in_date=LEAVES, check_out_date=date(2026, 12, 20))
    assert numbers(_get(guest, "stays/")) == [stay.number]
    assert _get(guest, f"stays/{stay.pk}/").json()["nights"] == 4
    for path in ("", "guide/", "access/", "folio/", "files/", "requests/"):
        assert _get(guest, f"stays/{other.pk}/{path}").status_code == 404, path


def test_the_address_is_told_once_the_stay_stands(guest, home):
    asked = _stay(guest, home, status="inquiry")
    assert _get(guest, f"stays/{asked.pk}/").json()["home"]["address"] is None
    stay = _stay(guest, home)
    shown = _get(guest, f"stays/{stay.pk}/").json()["home"]
    assert shown["address"].startswith("12 Beach Road")
    assert shown["timezone"] == "Pacific/Honolulu"


@pytest.mark.parametrize("path", ["stays/", "requests/", "documents/", "profile/"])
def test_the_door_is_shut_to_everybody_else(path):
    for stranger in (an_owner(), a_member()):
        assert _get(stranger, path).status_code == 403


def test_what_a_stay_shows_is_declared(guest, stay):
    stay.internal_notes = "complains a lot"
    stay.save()
    shown = _get(guest, f"stays/{stay.pk}/")
    assert "complains" not in shown.content.decode()
    assert "internal_notes" not in shown.json()


# Codes


@pytest.mark.parametrize(
    ("now", "is_open"),
    [
        ("2026-12-10T00:59:59Z", False),  # 24 hours before 15:00 in Honolulu, less a second
        ("2026-12-10T01:00:00Z", True),
        ("2026-12-14T19:59:59Z", True),  # 10:00 on the day of check-out, less a second
        ("2026-12-14T20:00:00Z", False),
    ],
)
def test_a_code_is_shown_inside_its_window_by_the_homes_clock(guest, stay, code, now, is_open):
    with time_machine.travel(now, tick=False):
        shown = _get(guest, f"stays/{stay.pk}/access/").json()
    assert shown["is_available"] is is_open
    assert [c["code"] for c in shown["codes"]] == (["481516"] if is_open else [])
    assert shown["available_from"] == "2026-12-10T01:00:00Z"
    assert shown["available_until"] == "2026-12-14T20:00:00Z"


def test_the_window_follows_the_zone_of_the_home(guest, stay, code, home):
    home.timezone_code = "America/New_York"
    home.save()
    with time_machine.travel("2026-12-09T21:00:00Z", tick=False):
        shown = _get(guest, f"stays/{stay.pk}/access/").json()
    assert shown["is_available"] is True
    assert shown["available_from"] == "2026-12-09T20:00:00Z"


def test_hours_before_check_in_are_a_setting(guest, stay, code, settings):
    settings.ACCESS_CODE_HOURS = 2
    shown = _get(guest, f"stays/{stay.pk}/access/").json()
    assert shown["available_from"] == "2026-12-10T23:00:00Z"


@time_machine.travel("2026-12-11T12:00:00Z", tick=False)
def test_codes_that_are_not_the_guests_or_not_in_force_stay_hidden(guest, stay, code, home):
    make = factory_of("property.AccessCode").create
    make(property=home, reservation=stay, code_value="1", audience="master")
    make(property=home, reservation=stay, code_value="2", audience="guest", is_current=False)
    make(
        property=home, reservation=stay, code_value="3", audience="guest",
        revoked_at="2026-12-11T11:00:00Z",
    )  # fmt: skip
    make(property=home, code_value="4", audience="guest")
    shown = _get(guest, f"stays/{stay.pk}/access/").json()
    assert [c["code"] for c in shown["codes"]] == ["481516"]


@time_machine.travel("2026-12-11T12:00:00Z", tick=False)
@pytest.mark.parametrize("status", ["pending", "cancelled", "no_show", "checked_out"])
def test_no_code_for_a_stay_that_does_not_stand(guest, home, status):
    stay = _stay(guest, home, status=status)
    factory_of("property.AccessCode").create(
        property=home, reservation=stay, code_value="481516", audience="guest"
    )
    shown = _get(guest, f"stays/{stay.pk}/access/").json()
    assert (shown["is_available"], shown["codes"]) == (False, [])


@time_machine.travel("2026-12-11T12:00:00Z", tick=False)
def test_who_leaves_early_loses_the_code(guest, stay, code):
    stay.actual_check_out_at = "2026-12-11T11:00:00Z"
    stay.save()
    assert _get(guest, f"stays/{stay.pk}/access/").json()["codes"] == []


def test_codes_that_were_shown_stand_in_the_trail(guest, stay, code):
    with time_machine.travel("2026-12-09T12:00:00Z", tick=False):
        _get(guest, f"stays/{stay.pk}/access/")
    assert not AuditLog.objects.filter(user_id=guest.pk).exists()
    with time_machine.travel("2026-12-11T12:00:00Z", tick=False):
        _get(guest, f"stays/{stay.pk}/access/")
    told = AuditLog.objects.get(user_id=guest.pk)
    assert stay.number in told.description
    assert "481516" not in told.description


@time_machine.travel("2026-12-11T12:00:00Z", tick=False)
def test_who_looks_through_a_guests_eyes_sees_no_code(guest, stay, code):
    viewed = type(guest).objects.get(pk=guest.pk)
    viewed.viewed_by = person("ADMIN", is_staff=True)
    app = APIClient()
    app.force_authenticate(viewed)
    for path in ("access/", "guide/"):
        shown = app.get(f"{GUEST}stays/{stay.pk}/{path}")
        assert shown.status_code == 200
        assert "481516" not in shown.content.decode()
        assert "sand and sea" not in shown.content.decode()
    assert not AuditLog.objects.filter(description__contains="Saw the codes").exists()


# The house


@time_machine.travel("2026-12-11T12:00:00Z", tick=False)
def test_the_guide_tells_the_facts_of_the_house(guest, stay, home):
    factory_of("property.PropertyRule").create(
        property=home, rule_category="noise", rule_text="Quiet after ten"
    )
    factory_of("property.PropertyRule").create(
        property=home, rule_category="noise", rule_text="Old rule", is_active=False
    )
    book = factory_of("knowledge.Guidebook").create(property=home, status="published")
    section = factory_of("knowledge.GuidebookSection").create
    section(guidebook=book, section_type="appliances", title="Washer", sort_order=1)
    section(guidebook=book, title="Hidden", is_active=False, sort_order=2)
    shown = _get(guest, f"stays/{stay.pk}/guide/").json()
    assert (shown["check_in_time"], shown["check_out_time"]) == ("15:00:00", "10:00:00")
    assert shown["wifi"]["network"] == "kai"
    assert shown["wifi"]["password"] == "sand and sea"
    assert shown["parking"]["stalls"] == ["14"]
    assert [r["rule_text"] for r in shown["rules"]] == ["Quiet after ten"]
    assert [s["title"] for s in shown["sections"]] == ["Washer"]


def test_secrets_of_the_guide_wait_for_their_time(guest, stay, home):
    book = factory_of("knowledge.Guidebook").create(property=home, status="published")
    factory_of("knowledge.GuidebookSection").create(
        guidebook=book, title="Soon", visible_from_days_before=3
    )
    for now, password, titles in (
        ("2026-12-06T12:00:00Z", None, []),
        ("2026-12-07T12:00:00Z", None, ["Soon"]),
        ("2026-12-10T12:00:00Z", "sand and sea", ["Soon"]),
    ):
        with time_machine.travel(now, tick=False):
            shown = _get(guest, f"stays/{stay.pk}/guide/").json()
        assert shown["wifi"]["password"] == password, now
        assert [s["title"] for s in shown["sections"]] == titles, now


@pytest.mark.parametrize("status", ["inquiry", "cancelled", "checked_out"])
def test_no_guide_without_a_stay_that_stands(guest, home, status):
    stay = _stay(guest, home, status=status)
    assert _get(guest, f"stays/{stay.pk}/guide/").status_code == 404


# Requests


def _ask(guest, stay, **sent):
    return app_of(guest).post(
        f"{GUEST}stays/{stay.pk}/requests/", {"title": "A crib", **sent}, format="json"
    )


def test_a_request_is_a_ticket_of_the_stay(guest, stay):
    answer = _ask(guest, stay, category="RSV-AMENITY", description="For a one-year-old")
    assert answer.status_code == 201, answer.json()
    ticket = Ticket.objects.get(number=answer.json()["number"])
    assert ticket.number.startswith("TIK-RSV-")
    assert (ticket.reservation_id, ticket.property_id) == (stay.pk, stay.property_id)
    assert ticket.requestor_contact_id == guest.contact_id
    assert ticket.current_team.team_code == "GUEST_SERVICES"
    assert (ticket.source, ticket.is_guest_visible) == ("GUEST", True)
    written = RowChange.objects.filter(row_id=ticket.pk).first()
    assert (written.actor_id, written.source) == (guest.pk, "api")


def test_sent_twice_it_is_one_request(guest, stay):
    key = str(uuid4())
    first, second = (_ask(guest, stay, id=key) for _ in range(2))
    assert first.json()["id"] == second.json()["id"] == key
    assert Ticket.objects.count() == 1
    assert TicketEvent.objects.count() == 1


def test_the_idempotency_key_does_the_same(guest, stay):
    app, path = app_of(guest), f"{GUEST}stays/{stay.pk}/requests/"
    answers = [
        app.post(path, {"title": "A crib"}, format="json", headers={"Idempotency-Key": "k1"})
        for _ in range(2)
    ]
    assert answers[0].content == answers[1].content
    assert Ticket.objects.count() == 1


def test_an_id_of_somebody_elses_is_refused(guest, stay):
    foreign = factory_of("service.Ticket").create()
    answer = _ask(guest, stay, id=str(foreign.pk))
    assert answer.status_code == 409
    assert Ticket.objects.count() == 1


@pytest.mark.parametrize("category", ["PC-PLUMBING", "ADM-HR", "NONSENSE"])
def test_only_categories_for_guests_can_be_asked_for(guest, stay, category):
    answer = _ask(guest, stay, category=category)
    assert answer.status_code == 400
    assert [e["path"] for e in answer.json()["errors"]] == ["category"]
    assert not Ticket.objects.exists()


def test_a_guest_cannot_ask_in_anothers_stay(stay):
    assert _ask(a_guest(), stay).status_code == 404
    assert not Ticket.objects.exists()


def test_what_else_is_posted_changes_nothing(guest, stay):
    answer = _ask(guest, stay, status="RESOLVED", is_owner_visible=True, work_notes="hm")
    ticket = Ticket.objects.get(pk=answer.json()["id"])
    assert (ticket.status, ticket.is_owner_visible, ticket.work_notes) == ("OPEN", False, None)


def test_a_request_shows_what_is_meant_for_guests(guest, stay):
    ticket = Ticket.objects.get(pk=_ask(guest, stay).json()["id"])
    ticket.work_notes = "difficult guest"
    ticket.save()
    event = factory_of("service.TicketEvent").create
    event(ticket=ticket, event_type="COMMENT", comment_body="On its way", is_internal=False)
    event(ticket=ticket, event_type="COMMENT", comment_body="Charge double", is_internal=True)
    shown = _get(guest, f"requests/{ticket.pk}/")
    assert [e["comment_body"] for e in shown.json()["events"]] == [None, "On its way"]
    assert "difficult" not in shown.content.decode()
    assert numbers(_get(guest, "requests/")) == [ticket.number]
    hidden = factory_of("service.Ticket").create(
        ticket_type_code="RSV", category_code="RSV-COMPLAINT", reservation=stay
    )
    assert _get(guest, f"requests/{hidden.pk}/").status_code == 404


def test_staff_who_are_guests_too_see_what_a_guest_sees(home):
    guest = factory_of("directory.Guest").create()
    manager = person("MANAGER", "GUEST", is_staff=True, guest=guest, contact=guest.contact)
    stay = _stay(manager, home)
    other = _stay(a_guest(), home, check_in_date=LEAVES, check_out_date=date(2026, 12, 20))
    code = factory_of("property.AccessCode").create
    code(property=home, reservation=stay, code_value="1", audience="master")
    code(property=home, reservation=stay, code_value="2", audience="guest")
    paper = factory_of("knowledge.Document").create
    paper(reservation=stay, status="draft")
    paper(reservation=other, status="signed")
    assert numbers(_get(manager, "stays/")) == [stay.number]
    assert _get(manager, f"stays/{other.pk}/").status_code == 404
    with time_machine.travel("2026-12-11T12:00:00Z", tick=False):
        codes = _get(manager, f"stays/{stay.pk}/access/").json()["codes"]
    assert [c["code"] for c in codes] == ["2"]
    assert numbers(_get(manager, "documents/")) == []


# Money and papers


def test_the_folio_is_the_stays_own_money(guest, stay):
    stay.gross_total, stay.amount_paid, stay.amount_due = Decimal(1000), Decimal(300), Decimal(700)
    stay.save()
    fee = factory_of("reservations.ReservationFee").create
    fee(reservation=stay, fee_name="Cleaning", amount=Decimal("180.00"))
    fee(reservation=stay, fee_name="Owner's part", billable_to="owner")
    fee(reservation=stay, fee_name="Waived", waived=True)
    invoice = factory_of("finance.Invoice").create
    invoice(
        contact=guest.contact, reservation=stay, status="sent", total_amount=700,
        subtotal_amount=700,
    )  # fmt: skip
    invoice(contact=guest.contact, reservation=stay, status="draft")
    shown = _get(guest, f"stays/{stay.pk}/folio/").json()
    assert (shown["gross_total"], shown["amount_due"]) == ("1000.00", "700.00")
    assert [(f["fee_name"], f["amount"]) for f in shown["fees"]] == [("Cleaning", "180.00")]
    assert [i["balance_due"] for i in shown["invoices"]] == ["700.00"]


def test_papers_and_files_are_those_meant_for_the_guest(guest, stay, home):
    key = storages["files"].save("papers/agreement.pdf", ContentFile(b"%PDF-1.4 signed"))
    file = factory_of("storage.StoredFile").create(
        storage_key=key, mime_type="application/pdf", original_filename="agreement.pdf"
    )
    paper = factory_of("knowledge.Document").create
    signed = paper(reservation=stay, status="signed", file=file)
    paper(reservation=stay, status="draft")
    foreign = paper(reservation=_stay(a_guest(), home, status="cancelled"), status="signed")
    assert numbers(_get(guest, "documents/")) == [signed.number]
    assert _get(guest, f"documents/{foreign.pk}/").status_code == 404
    assert _get(guest, f"documents/{foreign.pk}/file/").status_code == 404
    answer = _get(guest, f"documents/{signed.pk}/file/")
    assert b"".join(answer.streaming_content) == b"%PDF-1.4 signed"
    assert answer["Content-Disposition"].startswith("attachment")
    stored = factory_of("storage.StoredFile").create
    shown = stored(property=home, visibility="guest")
    hidden = stored(property=home, visibility="owner")
    listed = _get(guest, f"stays/{stay.pk}/files/").json()
    assert [row["number"] for row in listed] == [shown.number]
    assert _get(guest, f"files/{hidden.pk}/").status_code == 404


# Profile


def test_own_details_can_be_changed_and_no_others(guest):
    app = app_of(guest)
    answer = app.patch(
        f"{GUEST}profile/",
        {"phone": "+18085550100", "travels_with_pets": True, "first_name": "X", "is_vip": True},
        format="json",
    )
    assert answer.status_code == 200, answer.json()
    shown = app_of(guest).get(f"{GUEST}profile/").json()
    assert (shown["phone"], shown["travels_with_pets"]) == ("+18085550100", True)
    guest.guest.refresh_from_db()
    guest.contact.refresh_from_db()
    assert guest.guest.is_vip is False
    assert guest.contact.first_name != "X"


def test_a_bad_detail_is_named(guest):
    answer = app_of(guest).patch(f"{GUEST}profile/", {"birthday": "soon"}, format="json")
    assert answer.status_code == 400
    assert [e["path"] for e in answer.json()["errors"]] == ["birthday"]


def test_a_list_costs_the_same_for_one_stay_and_for_ten(guest, home, django_assert_max_num_queries):
    for n in range(10):
        start = ARRIVES + timedelta(days=10 * n)
        _stay(guest, home, check_in_date=start, check_out_date=start + timedelta(days=2))
    app = app_of(guest)
    with django_assert_max_num_queries(6):
        assert len(app.get(f"{GUEST}stays/").json()["results"]) == 10
