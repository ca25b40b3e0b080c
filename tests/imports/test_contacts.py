"""The address book: people who share an address stay people of their own."""

import pytest

from directory.models import Contact
from staging.selectors.batches import staged_rows
from tests.staging.sheets import applied, counted, reasons, undone, uploaded

pytestmark = pytest.mark.django_db
HEADINGS = ["Full name", "Company", "E-mail", "Phone", "Zip", "Notes"]


def test_a_family_and_a_company_behind_one_address():
    rows = [
        ["Kealoha, Leilani", "", "ohana@hale.example", "(808) 555-0142", "01234", "=Aloha!="],
        ["Kimo Kealoha", "", "OHANA@hale.example", "808.555.0142", "96753", "<b>gate</b> 🌺"],
        ["", "Kealoha Plumbing LLC", "ohana@hale.example", "808-555-0142", "96753", ""],
        ["Leilani Kealoha", "", "ohana@hale.example", "", "", ""],
        ["Ann Lee & Bo Ng", "", "both@hale.example", "", "", ""],
    ]
    before = Contact.objects.count()
    batch = applied(uploaded("contacts", [HEADINGS, *rows]))
    assert counted(batch) == {"new": 3, "refused": 2}
    assert [found[0][1] for found in reasons(batch).values()] == [
        "Row 2 of the sheet is about the same.",
        "The cell seems to name two people.",
    ]
    found = {c.full_name: c for c in Contact.objects.filter(email="ohana@hale.example")}
    assert sorted(found) == ["Kealoha Plumbing LLC", "Kimo Kealoha", "Leilani Kealoha"]
    assert found["Kealoha Plumbing LLC"].contact_type == "company"
    leilani = found["Leilani Kealoha"]
    assert (leilani.phone, leilani.postal_code) == ("+18085550142", "01234")
    assert (leilani.notes, found["Kimo Kealoha"].notes) == ("=Aloha!=", "<b>gate</b> 🌺")
    again = uploaded("contacts", [HEADINGS, *rows])
    assert counted(again) == {"unchanged": 3, "refused": 2}
    assert undone(batch).counts["undone"] == 3
    assert Contact.objects.count() == before


def test_likenesses_are_shown_and_never_taken():
    known = Contact.objects.create(
        contact_type="person", first_name="Leilani", last_name="Kealoha", email="l@hale.example"
    )
    batch = applied(
        uploaded("contacts", [HEADINGS, ["Leilani Kealoha", "", "new@hale.example", "", "", ""]])
    )
    assert counted(batch) == {"new": 1}
    (like,) = staged_rows(batch).get().likenesses
    assert (like["id"], like["attribute"]) == (str(known.pk), "full_name")


def test_two_contacts_that_answer_to_a_row_make_it_unclear():
    for phone in ("+18085550142", "+18085550143"):
        Contact.objects.create(
            contact_type="person",
            first_name="Leilani",
            last_name="Kealoha",
            email="l@hale.example",
            phone=phone,
        )
    rows = [["Leilani Kealoha", "", "l@hale.example", "", "", ""]]
    batch = uploaded("contacts", [HEADINGS, *rows])
    assert counted(batch) == {"refused": 1}
    assert "More than one of the contacts" in reasons(batch)[2][0][1]


def test_rows_without_any_key_come_in_once():
    rows = [["Leilani Kealoha", "", "", "", "", "met at the fair"]]
    applied(uploaded("contacts", [HEADINGS, *rows]))
    assert counted(uploaded("contacts", [HEADINGS, *rows])) == {"unchanged": 1}
