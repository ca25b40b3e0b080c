"""The console's pages of quotes: reckoned, kept, made stays; for those whose homes they are."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client

from core.testing.factories import factory_of
from reservations.models import Quote, Reservation
from tests.core.test_permissions import member, person

pytestmark = pytest.mark.django_db
NEW = "/console/desk/quote/"
FIRST = date(2027, 6, 7)


def make(label, **values):
    return factory_of(label).create(**values)


def signed_in(user):
    client = Client()
    client.force_login(user)
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
    return {
        "property": home.pk, "check_in_date": FIRST, "booking_source": "DIRECT", "adults": 2,
        "check_out_date": FIRST + timedelta(days=3), "children": 0, "infants": 0, "pets": 0,
        **more,
    }  # fmt: skip


def test_reckoned_kept_and_made_a_stay(client, home):
    assert client.get(NEW).status_code == 200
    page = client.get(NEW, asked(home))
    text = page.content.decode()
    assert "Why?" in text
    assert "Price of the listing since 2026-01-01: $100.00 a night." in text
    assert not Quote.objects.exists()
    guest = make("directory.Guest")
    kept = client.post(NEW, asked(home, guest=guest.pk))
    quote = Quote.objects.get()
    assert kept.status_code == 302
    page = client.get(kept["Location"]).content.decode()
    assert "Make a stay of it" in page
    assert "Why?" in page
    answer = client.post(f"{kept['Location'].removesuffix('change/')}deed/book/")
    assert answer.status_code == 302
    stay = Reservation.objects.get()
    assert stay.net_total == quote.gross_total
    assert "Taken over by" in client.get(kept["Location"]).content.decode()


def test_what_is_refused_stands_beside_its_field(client, home):
    home.legal_min_nights = 30
    home.save()
    text = client.get(NEW, asked(home)).content.decode()
    assert "may not be let for fewer than 30 nights" in text
    assert "Keep as a quote" not in text
    wrong = client.get(NEW, asked(home, check_in_date="soon", property="x", adults=0))
    assert wrong.status_code == 200


def test_a_stay_shows_the_difference_before_it_takes_it_over(client, home):
    stay = make(
        "reservations.Reservation", property=home, check_in_date=FIRST, status="confirmed",
        check_out_date=FIRST + timedelta(days=3), accommodation_total=Decimal(250),
        booking_source_code="DIRECT",
    )  # fmt: skip
    page = f"/console/reservations/reservation/{stay.pk}/"
    assert "Quote anew" in client.get(f"{page}change/").content.decode()
    said = client.post(f"{page}deed/requote/", follow=True).content.decode()
    assert "Rent +50.00" in said
    quote = Quote.objects.get()
    text = client.get(f"/console/reservations/quote/{quote.pk}/change/").content.decode()
    assert "Take the amounts over" in text
    assert "+50.00" in text
    client.post(f"/console/reservations/quote/{quote.pk}/deed/accept/")
    stay.refresh_from_db()
    assert stay.accommodation_total == 300


def test_a_quote_of_other_homes_is_not_to_be_had(home):
    lead = signed_in(member("TEAM_LEAD", team=make("team.Team")))
    answer = lead.get(NEW, asked(home))
    assert answer.status_code in (200, 403)
    assert "$100.00" not in answer.content.decode()
    assert lead.post(NEW, asked(home)).status_code in (200, 403)
    assert not Quote.objects.exists()
    assert signed_in(person("GUEST")).get(NEW).status_code in (302, 403)
