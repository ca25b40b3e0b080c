"""Owners: what is theirs on the days on which it is theirs, and nothing of the other owner."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from core.testing.factories import factory_of
from core.testing.fixtures import person
from service.models import TicketEvent, TicketHomeowner
from tests.portal.people import a_guest, a_member, an_owner, app_of, numbers, owns

pytestmark = pytest.mark.django_db
OWNER = "/api/v1/owner/"
BEFORE, CHANGE, AFTER = date(2026, 11, 1), date(2027, 1, 1), date(2027, 1, 15)
NOW = time_machine.travel("2026-11-20T20:00:00Z", tick=False)


@pytest.fixture
def home():
    return factory_of("property.Property").create(
        property_name="Hale Kai", timezone_code="Pacific/Honolulu"
    )


@pytest.fixture
def owner(home):
    user = an_owner()
    owns(user, home, date(2025, 1, 1))
    return user


def _stay(home, start, end, **fields):
    return factory_of("reservations.Reservation").create(
        **{
            "property": home, "check_in_date": start, "check_out_date": end, "status": "confirmed",
            **fields,
        }
    )  # fmt: skip


def _statement(user, home, start, end, **fields):
    return factory_of("finance.OwnerStatement").create(
        **{
            "homeowner": user.homeowner, "property": home, "period_start": start,
            "period_end": end, "status": "sent", **fields,
        }
    )  # fmt: skip


def _get(user, path, **query):
    return app_of(user).get(f"{OWNER}{path}", query)


def _days(answer):
    return [(s["check_in_date"], s["check_out_date"]) for s in answer.json()["stays"]]


def _calendar(user, home, first=date(2026, 11, 1), end=date(2027, 3, 1)):
    return _get(user, f"properties/{home.pk}/calendar/", first=first, end=end)


# Two owners of one home, whose shares change on a date


@pytest.fixture
def sold(home):
    """A seller whose share ends on the day on which the buyer's begins; both hold it whole."""
    seller, buyer = an_owner(), an_owner()
    owns(seller, home, date(2025, 1, 1), CHANGE)
    owns(buyer, home, CHANGE)
    return seller, buyer


@pytest.mark.parametrize(("today", "place"), [(BEFORE, 0), (AFTER, 1)])
def test_each_owner_sees_the_home_only_while_it_is_theirs(home, sold, today, place):
    with time_machine.travel(f"{today}T20:00:00Z", tick=False):
        holder, other = sold[place], sold[1 - place]
        assert numbers(_get(holder, "properties/")) == [home.number]
        assert numbers(_get(other, "properties/")) == []
        for path in ("", "calendar/"):
            assert _get(holder, f"properties/{home.pk}/{path}").status_code == 200
            assert _get(other, f"properties/{home.pk}/{path}").status_code == 404


def test_each_owner_sees_the_nights_of_the_own_days(home, sold):
    seller, buyer = sold
    _stay(home, date(2026, 12, 1), date(2026, 12, 8))
    _stay(home, date(2026, 12, 28), date(2027, 1, 4))  # the change falls into it
    _stay(home, date(2027, 1, 10), date(2027, 1, 12))
    with time_machine.travel(f"{BEFORE}T20:00:00Z", tick=False):
        assert _days(_calendar(seller, home)) == [
            ("2026-12-01", "2026-12-08"),
            ("2026-12-28", "2027-01-01"),
        ]
    with time_machine.travel(f"{AFTER}T20:00:00Z", tick=False):
        shown = _calendar(buyer, home)
        assert _days(shown) == [("2027-01-01", "2027-01-04"), ("2027-01-10", "2027-01-12")]
        assert [s["continues_before"] for s in shown.json()["stays"]] == [True, False]


def test_each_owner_keeps_the_own_statements_for_good(home, sold):
    seller, buyer = sold
    old = _statement(seller, home, date(2026, 12, 1), date(2026, 12, 31))
    new = _statement(buyer, home, date(2027, 1, 1), date(2027, 1, 31))
    for today in (BEFORE, AFTER):
        with time_machine.travel(f"{today}T20:00:00Z", tick=False):
            assert numbers(_get(seller, "statements/")) == [old.number]
            assert numbers(_get(buyer, "statements/")) == [new.number]
            assert _get(seller, f"statements/{new.pk}/").status_code == 404
            assert _get(buyer, f"statements/{old.pk}/").status_code == 404
            assert _get(buyer, f"statements/{old.pk}/file/").status_code == 404


def test_shares_that_change_show_as_of_today(home):
    first, second = an_owner(), an_owner()
    owns(first, home, date(2025, 1, 1), CHANGE, percent=60)
    owns(first, home, CHANGE, percent=30)
    owns(second, home, date(2025, 1, 1), CHANGE, percent=40)
    owns(second, home, CHANGE, percent=70)
    for today, shares in ((BEFORE, ("60.0000", "40.0000")), (AFTER, ("30.0000", "70.0000"))):
        with time_machine.travel(f"{today}T20:00:00Z", tick=False):
            shown = [
                _get(user, f"properties/{home.pk}/").json()["share"]["percent"]
                for user in (first, second)
            ]
            assert tuple(shown) == shares
    _stay(home, date(2026, 12, 28), date(2027, 1, 4))  # held on both sides: in one piece
    with time_machine.travel(f"{BEFORE}T20:00:00Z", tick=False):
        assert _days(_calendar(first, home)) == [("2026-12-28", "2027-01-04")]


@NOW
def test_owners_of_one_home_see_their_own_parts_alone(home, owner):
    other = an_owner()
    owns(other, home, date(2025, 1, 1), percent=40)
    mine = _statement(owner, home, date(2026, 10, 1), date(2026, 10, 31), net_to_owner=600)
    theirs = _statement(other, home, date(2026, 10, 1), date(2026, 10, 31), net_to_owner=400)
    factory_of("finance.OwnerStatementLine").create(owner_statement=theirs, description="Theirs")
    assert numbers(_get(owner, "statements/")) == [mine.number]
    assert _get(owner, "year-to-date/").json()["total"]["net_to_owner"] == "600.00"
    ask = factory_of("service.TicketHomeowner").create
    ticket = factory_of("service.Ticket").create(property=home, is_owner_visible=True)
    asked = ask(
        ticket=ticket, homeowner=other.homeowner, approval_status="requested",
        approval_requested_at="2026-11-19T20:00:00Z",
    )  # fmt: skip
    assert _get(owner, f"approvals/{asked.pk}/").status_code == 404
    assert _get(other, f"approvals/{asked.pk}/").status_code == 200


@NOW
def test_staff_who_own_a_home_see_their_own_in_the_portal(home):
    other = an_owner()
    owns(other, home, date(2025, 1, 1))
    theirs = _statement(other, home, date(2026, 10, 1), date(2026, 10, 31))
    row = factory_of("directory.Homeowner").create()
    manager = person("MANAGER", is_staff=True, homeowner=row, contact=row.contact)
    own = factory_of("property.Property").create()
    owns(manager, own, date(2025, 1, 1))
    mine = _statement(manager, own, date(2026, 10, 1), date(2026, 10, 31))
    _stay(home, date(2027, 1, 1), date(2027, 1, 3), reservation_type="owner")
    assert numbers(_get(manager, "properties/")) == [own.number]
    assert numbers(_get(manager, "statements/")) == [mine.number]
    assert numbers(_get(manager, "stays/")) == []
    assert _get(manager, f"properties/{home.pk}/calendar/").status_code == 404
    assert _get(manager, f"statements/{theirs.pk}/").status_code == 404


# Homes and calendars


@pytest.mark.parametrize("path", ["properties/", "stays/", "statements/", "approvals/"])
def test_the_door_is_shut_to_everybody_else(path):
    for stranger in (a_guest(), a_member()):
        assert _get(stranger, path).status_code == 403


@NOW
def test_a_home_is_shown_without_its_secrets(home, owner):
    home.door_code, home.notes = "481516", "owner is slow to pay"
    home.save()
    shown = _get(owner, f"properties/{home.pk}/").content.decode()
    assert "481516" not in shown
    assert "slow" not in shown


@NOW
def test_a_calendar_names_no_guest(home, owner):
    guest = factory_of("directory.Guest").create()
    stay = _stay(home, date(2026, 12, 1), date(2026, 12, 8), guest=guest, special_requests="crib")
    shown = _calendar(owner, home)
    assert set(shown.json()["stays"][0]) == {
        "id", "check_in_date", "check_out_date", "kind", "status", "is_own", "continues_before",
        "continues_after",
    }  # fmt: skip
    for secret in (guest.contact.first_name, stay.number, "crib", str(guest.pk)):
        assert secret not in shown.content.decode()


@NOW
def test_a_calendar_is_half_open_and_without_what_did_not_take_place(home, owner):
    _stay(home, date(2026, 12, 1), date(2026, 12, 8))
    _stay(home, date(2026, 12, 10), date(2026, 12, 12), status="cancelled")
    _stay(home, date(2026, 12, 14), date(2026, 12, 16), status="inquiry")
    assert _days(_calendar(owner, home, date(2026, 12, 8), date(2026, 12, 20))) == []
    assert _days(_calendar(owner, home, date(2026, 12, 7), date(2026, 12, 20))) == [
        ("2026-12-01", "2026-12-08")
    ]


@NOW
@pytest.mark.parametrize("query", [{"first": "x"}, {"first": "2026-12-01", "end": "2026-12-01"}])
def test_a_calendar_of_no_days_is_refused(home, owner, query):
    assert _get(owner, f"properties/{home.pk}/calendar/", **query).status_code == 400


# Statements


@NOW
def test_a_statement_has_its_lines_and_adds_up_in_strings(home, owner):
    row = _statement(
        owner, home, date(2026, 10, 1), date(2026, 10, 31), net_to_owner=Decimal("812.50"),
        notes="check with Kimo",
    )  # fmt: skip
    line = factory_of("finance.OwnerStatementLine").create
    line(owner_statement=row, line_number=2, description="Cleaning", amount=Decimal("-187.50"))
    line(owner_statement=row, line_number=1, description="Rent", amount=Decimal(1000))
    line(owner_statement=row, line_number=3, description="Internal", is_visible=False)
    shown = _get(owner, f"statements/{row.pk}/")
    assert [(x["description"], x["amount"]) for x in shown.json()["lines"]] == [
        ("Rent", "1000.00"),
        ("Cleaning", "-187.50"),
    ]
    assert shown.json()["net_to_owner"] == "812.50"
    assert "Kimo" not in shown.content.decode()


@NOW
@pytest.mark.parametrize("status", ["draft", "pending_approval", "approved", "void"])
def test_a_statement_shows_once_it_was_sent(home, owner, status):
    row = _statement(owner, home, date(2026, 10, 1), date(2026, 10, 31), status=status)
    assert numbers(_get(owner, "statements/")) == []
    assert _get(owner, f"statements/{row.pk}/").status_code == 404


@NOW
def test_the_paper_of_a_statement_goes_to_its_owner_alone(home, owner):
    other = an_owner()
    owns(other, home, date(2025, 1, 1), percent=40)
    key = storages["files"].save("statements/1.pdf", ContentFile(b"%PDF-1.4 October"))
    file = factory_of("storage.StoredFile").create(
        storage_key=key, mime_type="application/pdf", file_type="document"
    )
    row = _statement(owner, home, date(2026, 10, 1), date(2026, 10, 31), file=file)
    assert b"".join(_get(owner, f"statements/{row.pk}/file/").streaming_content).endswith(
        b"October"
    )
    assert _get(other, f"statements/{row.pk}/file/").status_code == 404


@NOW
def test_papers_are_those_of_the_owner_that_went_out(home, owner):
    other = an_owner()
    owns(other, home, date(2025, 1, 1), percent=40)
    key = storages["files"].save("papers/contract.pdf", ContentFile(b"%PDF-1.4 contract"))
    file = factory_of("storage.StoredFile").create(storage_key=key, mime_type="application/pdf")
    paper = factory_of("knowledge.Document").create
    mine = paper(homeowner=owner.homeowner, property=home, status="executed", file=file)
    paper(homeowner=owner.homeowner, property=home, status="draft")
    theirs = paper(homeowner=other.homeowner, property=home, status="executed")
    assert numbers(_get(owner, "documents/")) == [mine.number]
    assert b"".join(_get(owner, f"documents/{mine.pk}/file/").streaming_content)
    assert _get(owner, f"documents/{theirs.pk}/").status_code == 404
    assert _get(owner, f"documents/{theirs.pk}/file/").status_code == 404


# Work to approve


@pytest.fixture
def asked(home, owner):
    ticket = factory_of("service.Ticket").create(
        property=home, is_owner_visible=True, title="New water heater"
    )
    factory_of("service.TicketVendor").create(ticket=ticket, cost_estimate=Decimal("1800.00"))
    return factory_of("service.TicketHomeowner").create(
        ticket=ticket,
        homeowner=owner.homeowner,
        approval_status="requested",
        approval_requested_at="2026-11-19T20:00:00Z",
    )


def _answer(user, asked, verb, **sent):
    return app_of(user).post(f"{OWNER}approvals/{asked.pk}/{verb}/", sent, format="json")


@NOW
def test_work_is_approved_at_its_estimate_once(owner, asked):
    shown = _get(owner, "approvals/", status="requested").json()["results"]
    assert [(a["title"], a["estimate"]) for a in shown] == [("New water heater", "1800.00")]
    for _ in range(2):
        answer = _answer(owner, asked, "approve")
        assert (answer.status_code, answer.json()["status"]) == (200, "approved")
    asked.refresh_from_db()
    assert (asked.approval_status, asked.approved_amount) == ("approved", Decimal("1800.00"))
    said = TicketEvent.objects.get(ticket=asked.ticket)
    assert (said.event_subtype, said.actor_contact_id) == ("owner_approved", owner.contact_id)
    assert _answer(owner, asked, "decline", reason="Changed my mind").status_code == 409
    assert _get(owner, "approvals/", status="requested").json()["results"] == []


@NOW
def test_work_is_declined_with_a_reason(owner, asked):
    assert _answer(owner, asked, "decline").status_code == 400
    assert _answer(owner, asked, "decline", reason="  ").status_code == 400
    answer = _answer(owner, asked, "decline", reason="Too expensive")
    assert answer.json()["status"] == "declined"
    assert "Too expensive" in TicketEvent.objects.get(ticket=asked.ticket).comment_body
    assert _answer(owner, asked, "approve").status_code == 409


@NOW
def test_nobody_answers_for_another_owner(home, owner, asked):
    other = an_owner()
    owns(other, home, date(2025, 1, 1), percent=40)
    assert _answer(other, asked, "approve").status_code == 404
    assert TicketHomeowner.objects.get(pk=asked.pk).approval_status == "requested"


def test_who_has_sold_answers_no_more(home, owner, asked):
    owner.homeowner.ownerships.update(end_date=CHANGE)
    with time_machine.travel(f"{AFTER}T20:00:00Z", tick=False):
        assert _answer(owner, asked, "approve").status_code == 409
    with time_machine.travel(f"{BEFORE}T20:00:00Z", tick=False):
        assert _answer(owner, asked, "approve").status_code == 200


@NOW
def test_who_looks_through_an_owners_eyes_answers_nothing(owner, asked):
    viewed = type(owner).objects.get(pk=owner.pk)
    viewed.viewed_by = person("ADMIN", is_staff=True)
    app = APIClient()
    app.force_authenticate(viewed)
    path = f"{OWNER}approvals/{asked.pk}/"
    assert app.get(path).status_code == 200
    assert app.post(f"{path}approve/", {}, format="json").status_code == 403
    assert TicketHomeowner.objects.get(pk=asked.pk).approval_status == "requested"


@NOW
def test_what_was_not_asked_cannot_be_answered(owner, asked):
    asked.approval_status = "not_required"
    asked.save()
    assert _answer(owner, asked, "approve").status_code == 409


# The year


@NOW
def test_the_year_sums_what_went_out(home, owner):
    for month, net in ((9, "100.10"), (10, "200.20")):
        _statement(
            owner, home, date(2026, month, 1), date(2026, month, 28), net_to_owner=Decimal(net),
            total_revenue=Decimal(net) * 2, nights_booked=10,
        )  # fmt: skip
    _statement(owner, home, date(2026, 8, 1), date(2026, 8, 31), status="draft", net_to_owner=999)
    _statement(owner, home, date(2025, 8, 1), date(2025, 8, 31), net_to_owner=999)
    pay = factory_of("finance.OwnerPayout").create
    pay(homeowner=owner.homeowner, property=home, amount=Decimal("300.30"), status="paid",
        paid_date=date(2026, 11, 12))  # fmt: skip
    pay(homeowner=owner.homeowner, property=home, amount=Decimal(50), status="pending")
    shown = _get(owner, "year-to-date/").json()
    assert shown["year"] == 2026
    total = shown["total"]
    assert (total["net_to_owner"], total["total_revenue"]) == ("300.30", "600.60")
    assert (total["paid_out"], total["nights_booked"], total["statements"]) == ("300.30", 20, 2)
    assert [p["property_name"] for p in shown["properties"]] == ["Hale Kai"]
    assert _get(owner, "year-to-date/", year="2025").json()["total"]["net_to_owner"] == "999.00"
    assert _get(owner, "year-to-date/", year="soon").status_code == 400


# Profile


def test_own_wishes_can_be_changed_and_no_terms(owner):
    app = app_of(owner)
    answer = app.patch(
        f"{OWNER}profile/",
        {"statement_delivery": "portal", "commission_rate": "1", "trust_level": "vip"},
        format="json",
    )
    assert answer.status_code == 200, answer.json()
    owner.homeowner.refresh_from_db()
    assert owner.homeowner.statement_delivery == "portal"
    assert owner.homeowner.commission_rate is None
    assert owner.homeowner.trust_level == "standard"


@NOW
@pytest.mark.parametrize("path", ["properties/", "stays/", "approvals/", "documents/"])
def test_lists_cost_the_same_for_one_home_and_for_five(
    owner, asked, django_assert_num_queries, path
):
    def fill(count):
        for _ in range(count):
            more = factory_of("property.Property").create()
            owns(owner, more, date(2025, 1, 1))
            _stay(more, date(2027, 1, 1), date(2027, 1, 3), reservation_type="owner")
            ticket = factory_of("service.Ticket").create(property=more, is_owner_visible=True)
            factory_of("service.TicketHomeowner").create(
                ticket=ticket, homeowner=owner.homeowner, approval_status="requested",
                approval_requested_at="2026-11-19T20:00:00Z",
            )  # fmt: skip
            factory_of("knowledge.Document").create(
                homeowner=owner.homeowner, property=more, status="executed"
            )

    fill(1)
    with CaptureQueriesContext(connection) as few:
        assert _get(owner, path).json()["results"]
    fill(4)
    with django_assert_num_queries(len(few)):
        assert len(_get(owner, path).json()["results"]) >= 5


@NOW
def test_a_list_costs_the_same_for_one_statement_and_for_ten(
    home, owner, django_assert_max_num_queries
):
    for n in range(10):
        start = date(2025, 1, 1) + timedelta(days=40 * n)
        _statement(owner, home, start, start + timedelta(days=30))
    app = app_of(owner)
    with django_assert_max_num_queries(6):
        assert len(app.get(f"{OWNER}statements/").json()["results"]) == 10
