"""Quotes from the tables: reckoned, kept with their reasons, taken over by stays."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from core.testing.factories import factory_of
from geo.models import Area
from ref.models import DepositRule, FeeType, TaxRate
from reservations.models import Quote
from reservations.selectors.quotes import differences, misfit
from reservations.selectors.quoting import reckon, tax_place
from reservations.services.quotes import quote_accept, quote_again, quote_create
from reservations.services.stays import stay_book, stay_change

pytestmark = pytest.mark.django_db

FIRST, END = date(2027, 6, 7), date(2027, 6, 12)  # Monday to Saturday
BOOKED = date(2027, 1, 4)


def make(label, **values):
    return factory_of(label).create(**values)


def fee(code, rate, **values):
    kind = FeeType.objects.get(code=code)
    return make("ref.FeeRate", fee_type=kind, rate=Decimal(rate), **values)


@pytest.fixture
def home():
    """A home in Wailea: $250.00 a night, cleaning $200.00, resort fee $10.00 a night."""
    resort = make("property.Resort", resort_fee_amount=Decimal("10.00"))
    home = make(
        "property.Property",
        resort=resort,
        area=Area.objects.get(slug="wailea"),
        min_stay_nights=1,
        base_cleaning_fee=Decimal("200.00"),
    )
    listing = make("property_listings.Listing", property=home)
    make(
        "property_listings.ListingPricing",
        listing=listing,
        base_rate=Decimal("250.00"),
        effective_date=date(2026, 1, 1),
    )
    return home


def ask(home, **more):
    return {"home": home, "check_in_date": FIRST, "check_out_date": END, "on": BOOKED} | more


def amounts(found, kind):
    return {line.code: line.amount for line in found.lines if line.kind == kind}


def test_the_whole_of_a_quote(home):
    found = reckon(**ask(home))
    assert found.accommodation_total == 1250
    assert amounts(found, "fee") == {"CLEANING": 200, "RESORT": 50}
    # Base 1,500.00: TAT 165.00, county 45.00, GET 1,500 × .045 / .955 = 70.68.
    assert found.tax_in("tat_tax_amount") == 165
    assert found.tax_in("county_tax_amount") == 45
    assert found.tax_in("get_tax_amount") == Decimal("70.68")
    assert found.gross_total == Decimal("1780.68")
    assert found.gross_total == sum(x.amount for x in found.lines if x.kind != "payment")
    payments = [(x.name, x.amount, x.due_on) for x in found.lines if x.kind == "payment"]
    assert payments == [
        ("Deposit", Decimal("890.34"), BOOKED),
        ("Balance", Decimal("890.34"), FIRST - timedelta(days=30)),
    ]
    assert all(line.why and line.rule is not None for line in found.lines)


def test_rules_are_read_in_few_queries_however_long_the_stay(home):
    reckon(**ask(home))  # the home knows its area and resort from now on
    with CaptureQueriesContext(connection) as short:
        reckon(**ask(home))
    with CaptureQueriesContext(connection) as long:
        reckon(**ask(home, check_out_date=FIRST + timedelta(days=170)))
    assert len(long) == len(short)
    assert len(short) <= 12


def test_the_narrowest_fee_and_the_seasons_of_the_tables(home):
    fee("CLEANING", "111.00", scope_level="resort", resort=home.resort)
    assert amounts(reckon(**ask(home)), "fee")["CLEANING"] == 200  # the home's own is narrower
    fee("CLEANING", "180.00", scope_level="property", property=home)
    fee("RESORT", "12.00", scope_level="resort", resort=home.resort, rate_type="per_night")
    make(
        "revenue.SeasonalRate", property=home, start_date=FIRST, end_date=FIRST + timedelta(days=1),
        nightly_rate=Decimal("400.00"), min_stay=7,
    )  # fmt: skip
    found = reckon(**ask(home))
    assert amounts(found, "fee") == {"CLEANING": 180, "RESORT": 60}
    assert [x.amount for x in found.lines if x.kind == "night"] == [400, 400, 250, 250, 250]
    assert any("asks for 7 nights" in said for said in found.warnings)


def test_what_cannot_be_quoted(home):
    home.legal_min_nights = 30
    with pytest.raises(ValidationError) as refused:
        reckon(**ask(home))
    assert refused.value.error_dict["check_out_date"][0].code == "legal_minimum"
    home.legal_min_nights = None
    with pytest.raises(ValidationError, match="after the day of arrival"):
        reckon(**ask(home, check_out_date=FIRST))
    with pytest.raises(ValidationError, match="No price for SAUNA"):
        reckon(**ask(home, options=["SAUNA"]))
    with pytest.raises(ValidationError, match="no platform NOWHERE"):
        reckon(**ask(home, platform="NOWHERE"))
    with pytest.raises(ValidationError, match="Nothing gives a rate"):
        reckon(**ask(make("property.Property")))


def test_a_home_is_taxed_where_it_lies(home):
    assert tax_place(home) == ("US-HI", "maui", [])  # by the zone that Wailea is in
    assert tax_place(make("property.Property", tmk="1-2-3-004-005"))[1] == "honolulu"
    place = tax_place(make("property.Property"))
    assert place[1] == "maui"
    assert "no area" in place[2][0]
    home.area.parent_area.county = "kauai"
    home.area.parent_area.save()
    found = reckon(**ask(home))
    assert {x.code for x in found.lines if x.kind == "tax"} == {
        "GET", "GET_SURCHARGE", "TAT", "KTA",
    }  # fmt: skip


def test_rates_of_a_tax_do_not_overlap():
    values = {
        "tax_type_code": "TAT", "state_code": "US-HI", "component": "state rate",
        "rate": Decimal("0.12"), "effective_date": date(2030, 1, 1), "source_url": "https://x.test",
    }  # fmt: skip
    with pytest.raises(IntegrityError, match="tax_rates_do_not_overlap"):
        TaxRate.objects.create(**values)


def test_every_reference_rate_can_be_looked_up():
    rates = list(TaxRate.objects.all())
    counties = {r.county for r in rates if r.county}
    assert counties == {"honolulu", "maui", "hawaii", "kauai"}
    assert all(rate.source_url.startswith("https://") and rate.verified_on for rate in rates)


def test_a_kept_quote_says_why_and_stays_as_it_was(home):
    quote = quote_create(**ask(home), actor=None)
    line = quote.lines.get(code="MTA")
    assert line.rule_model == "ref.TaxRate"
    assert line.rule["rate"] == "0.0300"
    assert line.inputs["base"] == "1500.00"
    cleaning = quote.lines.get(code="CLEANING")  # from the home, of which no more is copied
    assert cleaning.rule["base_cleaning_fee"] == "200.00"
    assert not {name for name in cleaning.rule if "code" in name and name != "property_code"}
    TaxRate.objects.filter(pk=line.rule_id).update(rate=Decimal("0.0100"))
    line.refresh_from_db()
    assert line.amount == 45
    assert line.rule["rate"] == "0.0300"
    assert quote.gross_total == Decimal("1780.68")
    assert quote.number.startswith("QTE-")


def test_sent_twice_one_quote(home):
    key = "0197f3a0-0000-7000-8000-00000000abcd"
    first = quote_create(**ask(home), key=key, actor=None)
    assert quote_create(**ask(home), key=key, actor=None).pk == first.pk
    assert Quote.objects.count() == 1


def test_a_stay_takes_over_a_quote(home):
    quote = quote_create(**ask(home, pets=0, options=()), actor=None)
    stay = stay_book(
        home=home, check_in_date=FIRST, check_out_date=END, guest=make("directory.Guest"),
        quote=quote, actor=None, source="job",
    )  # fmt: skip
    assert stay.accommodation_total == 1250
    assert (stay.fees_total, stay.cleaning_fee) == (250, 200)
    assert (stay.get_tax_amount, stay.tat_tax_amount) == (Decimal("70.68"), 165)
    assert stay.county_tax_amount == 45
    assert stay.amount_due == stay.net_total == Decimal("1780.68")
    assert stay.deposit_amount == Decimal("890.34")
    fees = {f.fee_type.code: f.total_amount for f in stay.fees.all()}
    assert fees == {"CLEANING": 200, "RESORT": 50}
    quote.refresh_from_db()
    assert quote.reservation_id == stay.pk
    again = quote_accept(quote=quote, stay=stay, actor=None)
    assert again.fees.count() == 2


def test_a_moved_stay_is_quoted_anew_and_nothing_changes_unseen(home):
    quote = quote_create(**ask(home), actor=None)
    guest = make("directory.Guest")
    stay = stay_book(
        home=home, check_in_date=FIRST, check_out_date=END, guest=guest, quote=quote, actor=None,
        source="job",
    )  # fmt: skip
    make(
        "reservations.ReservationFee", reservation=stay, fee_name="Lost key", source="manual",
        amount=Decimal("40.00"),
    )  # fmt: skip
    stay = stay_change(stay=stay, check_out_date=END + timedelta(days=2), actor=None, source="job")
    assert stay.accommodation_total == 1250  # as it was, until somebody looks
    assert "is for 2027-06-07 to 2027-06-12" in misfit(quote, stay)
    with pytest.raises(ValidationError, match="Quote anew"):
        quote_accept(quote=quote, stay=stay, actor=None)
    anew = quote_again(stay=stay, actor=None)
    assert anew.quoted_on == BOOKED
    changes = {d.name: d.change for d in differences(anew, stay)}
    assert changes["Rent"] == 500
    assert changes["Total"] == anew.gross_total - quote.gross_total
    stay = quote_accept(quote=anew, stay=stay, actor=None)
    assert stay.accommodation_total == 1750
    assert stay.fees_total == 200 + 70 + 40  # what a person entered stays
    assert stay.gross_total == stay.accommodation_total + stay.fees_total + stay.taxes_total


def test_a_quote_runs_out(home):
    quote = quote_create(**ask(home), valid_until=datetime(2027, 1, 10, tzinfo=UTC), actor=None)
    stay = stay_book(
        home=home, check_in_date=FIRST, check_out_date=END, guest=make("directory.Guest"),
        actor=None, source="job",
    )  # fmt: skip
    with pytest.raises(ValidationError, match="ran out"):
        quote_accept(quote=quote, stay=stay, at=datetime(2027, 1, 11, tzinfo=UTC), actor=None)
    quote_accept(quote=quote, stay=stay, at=datetime(2027, 1, 9, tzinfo=UTC), actor=None)


def test_booked_late_all_is_due_at_once(home):
    found = reckon(**ask(home, on=FIRST - timedelta(days=30)))
    assert [x.name for x in found.lines if x.kind == "payment"] == ["Whole amount"]
    assert found.deposit_amount == found.gross_total
    DepositRule.objects.all().delete()
    assert "no deposit rule" in reckon(**ask(home)).lines[-1].why
