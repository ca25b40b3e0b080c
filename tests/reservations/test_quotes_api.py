"""Quotes and refunds over the API, and for whom they are."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from rest_framework.test import APIClient

from core.testing.factories import factory_of
from reservations.models import Quote, Reservation
from tests.core.test_permissions import member, person

pytestmark = pytest.mark.django_db
QUOTES = "/api/v1/reservations/quotes/"
STAYS = "/api/v1/reservations/reservations/"


def make(label, **values):
    return factory_of(label).create(**values)


def signed_in(user):
    client = APIClient()
    client.force_authenticate(user)
    return client


@pytest.fixture
def client():
    """Somebody who may do everything."""
    return signed_in(person("ADMIN", is_staff=True, is_superuser=True))


@pytest.fixture
def home():
    """A home at $100.00 a night."""
    listing = make("property_listings.Listing", property__min_stay_nights=1)
    make(
        "property_listings.ListingPricing", listing=listing, base_rate=Decimal(100),
        effective_date=date(2026, 1, 1),
    )  # fmt: skip
    return listing.property


def asked(home, **more):
    first = date(2027, 6, 7)
    return {
        "property": str(home.pk),
        "check_in_date": first.isoformat(),
        "check_out_date": (first + timedelta(days=3)).isoformat(),
        "quoted_on": "2027-01-04",
        **more,
    }


def test_a_look_keeps_nothing(client, home):
    answer = client.post(f"{QUOTES}preview/", asked(home), format="json")
    assert answer.status_code == 200, answer.json()
    said = answer.json()
    assert (said["accommodation_total"], said["nights"]) == ("300.00", 3)
    kinds = {line["kind"] for line in said["lines"]}
    assert kinds == {"night", "tax", "payment"}
    assert all(line["why"] for line in said["lines"])
    assert not Quote.objects.exists()


def test_a_quote_is_kept_shown_and_made_a_stay(client, home):
    guest = make("directory.Guest")
    made = client.post(QUOTES, asked(home, guest=str(guest.pk)), format="json")
    assert made.status_code == 201, made.json()
    address = made["Location"]
    shown = client.get(address).json()
    assert shown["gross_total"] == made.json()["gross_total"]
    assert [x["amount"] for x in shown["lines"]] == [x["amount"] for x in made.json()["lines"]]
    assert "lines" not in client.get(address, {"fields": "id,number"}).json()
    assert client.patch(address, {"gross_total": "1.00"}, format="json").status_code == 405
    booked = client.post(f"{address}book/", {}, format="json")
    assert booked.status_code == 201, booked.json()
    stay = Reservation.objects.get(pk=booked.json()["reservation"])
    assert stay.net_total == Decimal(shown["gross_total"])
    again = client.post(f"{address}book/", {}, format="json")
    assert again.status_code == 409
    assert stay.number in str(again.json())


def test_a_stay_is_reckoned_anew_before_anything_is_taken_over(client, home):
    stay = make(
        "reservations.Reservation", property=home, check_in_date=date(2027, 6, 7),
        check_out_date=date(2027, 6, 10), status="confirmed", booking_source_code="DIRECT",
        accommodation_total=Decimal(250),
    )  # fmt: skip
    answer = client.post(f"{STAYS}{stay.pk}/quote/")
    assert answer.status_code == 201, answer.json()
    changes = {d["name"]: d["change"] for d in answer.json()["differences"]}
    assert changes["Rent"] == "50.00"
    stay.refresh_from_db()
    assert stay.accommodation_total == 250
    quote = answer.json()["id"]
    taken = client.post(f"{QUOTES}{quote}/accept/", {"reservation": str(stay.pk)}, format="json")
    assert taken.status_code == 200, taken.json()
    stay.refresh_from_db()
    assert stay.accommodation_total == 300


def test_a_refund_is_looked_at(client):
    stay = make(
        "reservations.Reservation", status="confirmed", cancellation_policy="firm",
        booked_at="2026-01-02T00:00:00Z", check_in_date=date(2026, 6, 1),
        check_out_date=date(2026, 6, 4), accommodation_total=Decimal(300),
        gross_total=Decimal(300), amount_paid=Decimal(300),
    )  # fmt: skip
    address = f"{STAYS}{stay.pk}/refund-preview/"
    early = client.get(address, {"at": "2026-03-01T00:00:00Z"}).json()
    assert (early["amount"], early["policy"]) == ("300.00", "AIRBNB_FIRM")
    late = client.get(address, {"at": "2026-05-31T00:00:00Z"}).json()
    assert (late["amount"], late["kept"]) == ("0.00", "300.00")
    assert client.get(address, {"at": "tomorrow"}).status_code == 400


def test_what_is_asked_wrong_is_said(client, home):
    for wrong in (
        {"check_out_date": "2027-06-07"},
        {"adults": 0},
        {"options": ["SAUNA"]},
        {"booking_source": "NOWHERE"},
        {"property": "0197f3a0-0000-7000-8000-000000000001"},
    ):
        answer = client.post(f"{QUOTES}preview/", asked(home, **wrong), format="json")
        assert answer.status_code == 400, answer.json()
        assert next(iter(wrong)) in [e["path"] for e in answer.json()["errors"]]


def test_nobody_quotes_or_looks_beyond_their_reach(home):
    stay = make("reservations.Reservation", property=home, status="confirmed")
    quote = make("reservations.Quote", property=home)
    paths = [
        ("post", f"{QUOTES}preview/", asked(home)),
        ("post", QUOTES, asked(home)),
        ("get", f"{QUOTES}{quote.pk}/", {}),
        ("post", f"{QUOTES}{quote.pk}/accept/", {"reservation": str(stay.pk)}),
        ("post", f"{QUOTES}{quote.pk}/book/", {}),
        ("post", f"{STAYS}{stay.pk}/quote/", {}),
        ("get", f"{STAYS}{stay.pk}/refund-preview/", {}),
    ]
    guest = signed_in(person("GUEST"))
    lead = signed_in(member("TEAM_LEAD", team=make("team.Team")))  # of another team
    for client in (guest, lead, APIClient()):
        for method, path, data in paths:
            more = {} if method == "get" else {"format": "json"}
            answer = getattr(client, method)(path, data, **more)
            assert answer.status_code in (400, 401, 403, 404), (path, answer.status_code)
    assert Quote.objects.count() == 1
    assert Reservation.objects.count() == 1
