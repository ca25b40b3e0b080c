"""Owners and their shares: several rows of one owner, several owners of one home."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from core.testing.factories import factory_of
from directory.models import Contact, Homeowner, Ownership
from property.models import Property
from staging.selectors.batches import staged_rows
from tests.staging.sheets import applied, counted, reasons, undone, uploaded

pytestmark = pytest.mark.django_db
HEADINGS = ["Owner", "Email", "Phone", "Unit", "Share", "Mgmt fee %", "Purchase date"]
ROWS = [
    ["Leilani Mahoe", "mahoe@hale.example", "808-555-0101", "T-1", "50%", "22", "12 Mar 2019"],
    ["Keoni Mahoe", "mahoe@hale.example", "808-555-0101", "T-1", "50%", "22", "12 Mar 2019"],
    ["Mahoe Family Trust", "", "(808) 555-0199", "T-2", "100%", "20", ""],
    ["leilani mahoe", "Mahoe@hale.example", "8085550101", "t-3", "100%", "", "1 May 2021"],
    ["Noe Lum", "noe@hale.example", "", "", "", "", ""],
    ["Bo Ng & Ann Lee", "bo@hale.example", "", "T-2", "100%", "", ""],
    ["Ed Fry", "ed@hale.example", "", "T-9", "100%", "", ""],
]


@pytest.fixture(autouse=True)
def homes():
    """Three homes, T-1 to T-3."""
    for code in ("T-1", "T-2", "T-3"):
        factory_of(Property)(property_code=code, property_name=f"Home {code}")


def shares() -> dict[tuple[str, str], Decimal]:
    """Owner and home -> percentage points."""
    return {
        (owner, home): share
        for owner, home, share in Ownership.objects.values_list(
            "homeowner__contact__full_name", "property__property_code", "ownership_percentage"
        )
    }


def test_owners_of_several_homes_and_homes_of_several_owners():
    contacts = Contact.objects.count()
    batch = applied(uploaded("homeowners", [HEADINGS, *ROWS]))
    assert counted(batch) == {"new": 5, "refused": 2}
    assert {row: found[0][0] for row, found in reasons(batch).items()} == {7: "Owner", 8: "Unit"}
    assert shares() == {
        ("Leilani Mahoe", "T-1"): 50,
        ("Keoni Mahoe", "T-1"): 50,
        ("Mahoe Family Trust", "T-2"): 100,
        ("Leilani Mahoe", "T-3"): 100,
    }
    assert Homeowner.objects.count() == 4
    trust = Homeowner.objects.get(contact__company_name="Mahoe Family Trust")
    assert (trust.owner_type, trust.contact.contact_type) == ("trust", "trust")
    assert (trust.legal_name, trust.commission_rate) == ("Mahoe Family Trust", 20)
    owned = trust.ownerships.get()
    assert (owned.ownership_type, owned.effective_date) == ("primary", timezone.localdate())
    leilani = Homeowner.objects.get(contact__first_name="Leilani")
    assert leilani.ownerships.get(property__property_code="T-1").effective_date == datetime.date(
        2019, 3, 12
    )
    again = applied(uploaded("homeowners", [HEADINGS, *ROWS]))
    assert counted(again) == {"unchanged": 5, "refused": 2}
    assert undone(batch).counts["left"] == 0
    assert (shares(), Homeowner.objects.count(), Contact.objects.count()) == ({}, 0, contacts)


def test_a_further_home_and_a_new_share_show_as_such():
    applied(uploaded("homeowners", [HEADINGS, ROWS[0]]))
    later = [
        ["Leilani Mahoe", "mahoe@hale.example", "", "T-1", "60%", "", ""],
        ["Leilani Mahoe", "mahoe@hale.example", "", "T-2", "100%", "", ""],
    ]
    batch = uploaded("homeowners", [HEADINGS, *later])
    assert counted(batch) == {"changed": 1, "new": 1}
    assert staged_rows(batch, "changed").get().changes == {"ownership_percentage": [50, 60]}
    applied(batch)
    assert shares() == {("Leilani Mahoe", "T-1"): 60, ("Leilani Mahoe", "T-2"): 100}


def test_rows_that_contradict_each_other_are_refused():
    rows = [
        ["Leilani Mahoe", "mahoe@hale.example", "", "T-1", "60%", "", ""],
        ["Leilani Mahoe", "mahoe@hale.example", "", "T-1", "40%", "", ""],
    ]
    batch = uploaded("homeowners", [HEADINGS, *rows])
    assert counted(batch) == {"new": 1, "refused": 1}
    assert reasons(batch)[3][0][0] == "Share"


def test_shares_that_a_spreadsheet_keeps_as_fractions():
    rows = [
        ["Leilani Mahoe", "mahoe@hale.example", "", "T-1", "0.6", "", ""],
        ["Keoni Mahoe", "mahoe@hale.example", "", "T-1", "0.4", "", ""],
        ["Noe Lum", "noe@hale.example", "", "T-2", "1", "", ""],
    ]
    applied(uploaded("homeowners", [HEADINGS, *rows]))
    assert sorted(shares().values()) == [40, 60, 100]


def test_an_owner_who_is_a_contact_already():
    contact = Contact.objects.create(
        contact_type="person", first_name="Noe", last_name="Lum", email="noe@hale.example"
    )
    applied(uploaded("homeowners", [HEADINGS, ROWS[4]]))
    assert Homeowner.objects.get().contact == contact
