"""Columns and values guessed: what is plain is found, what is not is left to people."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, strategies as st

from core.imports.cells import (
    Cell,
    ChoiceCell,
    DateCell,
    EmailCell,
    IdCell,
    MoneyCell,
    NumberedCell,
    PhoneCell,
    TextCell,
    WholeCell,
)
from core.imports.mapping import guess, guess_values, signature, words_of
from tests.imports.columns import column


@dataclass
class Target:
    """A column of a resource, as far as guessing looks."""

    name: str
    cell: Cell = field(default_factory=TextCell)
    heads: tuple = ()
    column_name: str | None = None
    required: bool = False


def guessed(columns, *targets):
    """Heading -> field of what is guessed; ``columns`` are headings, or headings and texts."""
    surveyed = [
        column(index=place, heading=heading, texts=columns[heading])
        for place, heading in enumerate(columns)
    ]
    found = guess(surveyed, targets)
    return {surveyed[index].heading: one.field for index, one in found.items()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Check-In Date", "check_in_date"),
        ("checkInDate", "Check in dates"),
        ("Checkin", "check-in"),
        ("Tel. #", "Phone Number"),
        ("E-Mail", "email"),
        ("Invoice No.", "invoice number"),
        ("Invoice #", "Invoice Nr"),
        ("PROPERTY ID", "propertyId"),
        ("Bedrooms", "bedroom"),
        ("Amenities", "amenity"),
        ("  Café ", "cafe"),
        ("Qty", "Quantity"),
        ("Zip Code", "postal code"),
        ("% Owned", "percent owned"),
        ("Owner's name", "owners name"),
        ("TMK", "tmk"),
        ("Status", "STATUS"),
    ],
)
def test_headings_that_say_the_same(one, other):
    assert words_of(one) == words_of(other)


def test_headings_that_do_not():
    different = ["Phone", "Phone (2)", "Address", "Address line 1", "Address line 2", "Addressee"]
    assert len({words_of(heading) for heading in different}) == len(different)


def test_own_heading_goes_before_other_heads_and_each_field_is_given_once():
    name = Target("name", heads=("title",), column_name="property_name")
    found = guessed({"Title": ["A"], "Property name": ["B"], "name": ["C"]}, name)
    assert found == {"Property name": "name"}
    assert guessed({"Title": ["A"]}, name) == {"Title": "name"}


def test_a_heading_may_say_more_but_not_another_thing():
    first = Target("first_review", DateCell())
    amount = Target("invoice_amount", MoneyCell())
    assert guessed({"last_review": ["2024-03-04"]}, first) == {}
    assert guessed({"Invoice amount (total)": ["$5"]}, amount) == {
        "Invoice amount (total)": "invoice_amount"
    }
    assert guessed({"host_name": ["Ann"], "host id": ["4"]}, Target("name"), Target("id")) == {}
    lines = (Target("address_line1"), Target("address_line2"))
    assert guessed({"Address Line 2": ["x"]}, *lines) == {"Address Line 2": "address_line2"}


@pytest.mark.parametrize("heading", ["Date of invoice", "Invoice date", "The invoice date"])
def test_the_order_of_words_does_not_count(heading):
    assert guessed({heading: ["2024-03-04"]}, Target("invoice_date", DateCell())) == {
        heading: "invoice_date"
    }


def test_a_unit_does_not_count():
    assert guessed({"Rate ($)": ["12"]}, Target("rate", MoneyCell())) == {"Rate ($)": "rate"}
    assert guessed({"Occupancy (%)": ["12"]}, Target("occupancy")) == {"Occupancy (%)": "occupancy"}


def test_slips_of_the_pen_are_seen_through():
    assert guessed({"Adress line": ["x"]}, Target("address_line")) == {
        "Adress line": "address_line"
    }
    assert guessed({"maximum_nights": ["3"]}, Target("minimum_nights", WholeCell())) == {}


def test_values_that_do_not_fit_speak_against_the_heading():
    status = Target("status", ChoiceCell([("open", "Open"), ("done", "Done")]))
    opened = Target("opened", DateCell())
    assert guessed({"Opened": ["by Ann", "by Keoni"]}, opened) == {}
    assert guessed({"Opened": ["2024-03-04", "03/04/24", "TBD"]}, opened) == {"Opened": "opened"}
    # Words that are not in our list are for the value map; the column is still the status.
    assert guessed({"Status": ["New", "Finished"]}, status) == {"Status": "status"}


def test_damaged_values_are_of_the_kind_all_the_same():
    rounded = ["5.5E+17", "7.2E+17"]
    assert guessed({"id": rounded}, Target("id", IdCell())) == {"id": "id"}
    due = Target("due", DateCell())
    assert guessed({"Due": ["03/04/2024", "04/05/2024"]}, due) == {"Due": "due"}


def test_business_numbers_are_known_by_their_prefix_alone():
    number = Target("number", NumberedCell("PRP-"), heads=("property id",))
    theirs = Target("source_id", IdCell(), heads=("property id", "id"))
    assert guessed({"property_id": ["PROP-0001"]}, number, theirs) == {"property_id": "source_id"}
    assert guessed({"property_id": ["PRP-000001"]}, number, theirs) == {"property_id": "number"}


def test_values_alone_say_it_only_where_they_are_unmistakable():
    email, phone = Target("email", EmailCell()), Target("phone", PhoneCell())
    mails, numbers = ["a@b.co", "c@d.co"], ["808-555-0142", "808-555-0143"]
    assert guessed({"Contact": mails}, email, phone) == {"Contact": "email"}
    assert guessed({"Cell": numbers}, email, phone) == {"Cell": "phone"}
    assert guessed({"Contact": numbers}, email, phone) == {}
    assert guessed({"Emergency mobile": numbers}, email, phone) == {}
    assert guessed({"Manager email": mails}, email) == {}
    assert guessed({"Contact": mails, "Address": mails}, email) == {}
    assert guess([column(mails, "Column C", named=False)], [email])[0].field == "email"


def test_a_column_without_values_is_guessed_by_its_heading():
    assert guessed({"Due date": []}, Target("due_date", DateCell())) == {"Due date": "due_date"}


def test_guesses_say_how_sure_they_are_and_why():
    targets = [Target("bedrooms", WholeCell(), heads=("br",))]
    sure = guess([column(["1", "2"], "Bedrooms")], targets)[0]
    less = guess([column(["1", "two", "3"], "BR")], targets)[0]
    assert sure.confidence == 1
    assert sure.why == "the heading is “bedrooms”"
    assert 0.6 <= less.confidence < sure.confidence


def test_required_fields_go_first_where_headings_are_equal():
    targets = [Target("a", heads=("unit",)), Target("b", heads=("unit",), required=True)]
    assert guessed({"Unit": ["1"]}, *targets) == {"Unit": "b"}


@given(st.lists(st.tuples(st.text(max_size=30), st.lists(st.text(max_size=10), max_size=4))))
def test_any_sheet_is_guessed_without_fail(columns):
    targets = [Target("email", EmailCell()), Target("due", DateCell()), Target("", IdCell())]
    sheet = [column(texts, heading, place) for place, (heading, texts) in enumerate(columns)]
    found = guess(sheet, targets)
    assert len({one.field for one in found.values()}) == len(found)
    assert all(0 < one.confidence <= 1 and one.why for one in found.values())
    assert signature(sheet) == signature(sheet[::-1])
    guess_values([heading for heading, _texts in columns], AREAS)


def test_signature_is_of_the_headings_in_any_order():
    one = signature([column(heading="Check-In"), column(heading="Guest Name")])
    assert one == signature([column(heading="guest name"), column(heading="check_in")])
    assert one != signature([column(heading="Check-In")])
    assert len(one) == 64


AREAS = [("KHI", "Kihei"), ("WLA", "Wailea"), ("KAA", "Kaʻanapali"), ("SM", "South Maui")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("kihei", "KHI"),
        ("khi", "KHI"),
        ("Maui – Kihei", "KHI"),
        ("Hawaii > Maui > Wailea", "WLA"),
        ("Kaanapali", "KAA"),
        ("Kā'anapali", "KAA"),
        ("Kaanapalli", "KAA"),
        ("south-maui", "SM"),
        ("Maui", None),
        ("Kihei – Wailea", None),
        ("Kihei – Maui", None),
        ("Paia", None),
        ("", None),
    ],
)
def test_values_of_a_list(text, value):
    assert guess_values([text], AREAS) == ({} if value is None else {text: value})


def test_opposites_are_not_taken_for_slips_of_the_pen():
    choices = [("available", "Available"), ("approved", "Approved"), ("active", "Active")]
    assert guess_values(["unavailable", "Unapproved", "inactive", "not active"], choices) == {}


def test_a_word_for_two_values_means_neither():
    assert guess_values(["Same"], [("a", "Same"), ("b", "Same")]) == {}
    assert guess_values(["a"], [("a", "Same"), ("b", "A")]) == {"a": "a"}


def test_an_id_of_one_system_is_no_id_of_another():
    ours = (Target("qbo_vendor_id", IdCell()), Target("airbnb_listing_id", IdCell()))
    assert guessed({"Vendor ID": ["7"], "Vrbo listing id": ["8"]}, *ours) == {}
    assert guessed({"Airbnb listing id no.": ["9"]}, *ours) == {
        "Airbnb listing id no.": "airbnb_listing_id"
    }
