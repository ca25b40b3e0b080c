"""Companies and vendors."""

import pytest

from core.testing.factories import factory_of
from directory.models import Company, Vendor
from staging.selectors.batches import staged_rows
from tests.staging.sheets import applied, counted, reasons, undone, uploaded

pytestmark = pytest.mark.django_db

SHEET = [
    ["vendor_id", "vendor_name", "Trade", "Terms", "Hourly rate", "Synthetic"],
    ["VEND-001", "Rapid Repair Co", "Janitorial", "Net 15", "$85.00", "x"],
    ["VEND-002", "Ace Plumbing", "plumbing", "30 days", "", "x"],
    ["VEND-002", "ACE Plumbing, Inc.", "", "", "", "x"],
    ["VEND-004", "Hale Gardens", "Stargazing", "", "", "x"],
]


def test_vendors_with_the_senders_ids():
    batch = uploaded("vendors", SHEET)
    assert batch.columns["vendor_id"] == "source_id"
    assert batch.unknown_columns == ["Synthetic"]
    assert counted(batch) == {"new": 2, "refused": 2}
    assert reasons(batch) == {
        4: [("vendor_name", "Row 3 of the sheet is about the same.")],
        5: [("Trade", "There is no vendor category with this code or name that you may see.")],
    }
    applied(batch)
    vendor = Vendor.objects.get(company__company_name="Rapid Repair Co")
    assert (vendor.vendor_category_code, vendor.vendor_type) == ("CLEANING", "service")
    assert (vendor.company.payment_terms, str(vendor.hourly_rate)) == ("net15", "85.00")
    assert vendor.company.company_type == "vendor"


def test_a_second_time_changes_nothing_and_undo_leaves_nothing():
    before = set(Company.objects.values_list("pk", flat=True))
    first = applied(uploaded("vendors", SHEET[:3]))
    again = uploaded("vendors", SHEET[:3])
    assert counted(again) == {"unchanged": 2}
    renamed = uploaded("vendors", [SHEET[0], ["VEND-001", "Rapid Repair Company", "", "", "", ""]])
    assert counted(renamed) == {"changed": 1}
    assert staged_rows(renamed).get().changes == {
        "company_name": ["Rapid Repair Co", "Rapid Repair Company"]
    }
    undone(first)
    assert set(Company.objects.values_list("pk", flat=True)) == before
    assert not Vendor.objects.exclude(company__in=before).exists()


def test_a_company_that_is_there_becomes_a_vendor():
    company = factory_of("directory.Company").create(
        company_name="Ace Plumbing", company_type="supplier"
    )
    batch = applied(uploaded("vendors", [["Name", "Hourly rate"], ["ACE PLUMBING", "90"]]))
    assert counted(batch) == {"new": 1}
    company.refresh_from_db()
    assert (company.company_name, company.company_type) == ("ACE PLUMBING", "supplier")
    assert company.vendors.hourly_rate == 90


def test_two_companies_of_one_name_are_told_apart_by_number():
    one, two = (
        factory_of("directory.Company").create(company_name="Aloha Cleaning") for _ in range(2)
    )
    unclear = uploaded(
        "companies", [["Company", "Website"], ["Aloha Cleaning", "https://a.example"]]
    )
    assert counted(unclear) == {"refused": 1}
    clear = uploaded(
        "companies",
        [
            ["company_id", "company_name", "website"],
            [two.number, "Aloha Cleaning", "https://a.example"],
        ],
    )
    assert counted(applied(clear)) == {"changed": 1}
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.website, two.website) == (None, "https://a.example")


def test_a_company_of_the_same_address_is_shown_and_not_taken():
    known = factory_of("directory.Company").create(billing_email="office@gardens.example")
    batch = uploaded(
        "companies", [["Company", "Email"], ["Other Gardens", "Office@gardens.example"]]
    )
    assert counted(batch) == {"new": 1}
    (alike,) = staged_rows(batch).get().likenesses
    assert (alike["id"], alike["attribute"]) == (str(known.pk), "billing_email")


def test_the_senders_id_of_a_company_is_no_id_of_another_system():
    rows = [["vendor_id", "vendor_name"], ["VEND-001", "Rapid Repair Co"]]
    batch = applied(uploaded("companies", rows))
    assert batch.columns == {"vendor_id": "source_id", "vendor_name": "company_name"}
    assert not Company.objects.get(company_name="Rapid Repair Co").qbo_vendor_id
    named = uploaded("companies", [["QBO vendor id", "Name"], ["77", "Rapid Repair Co"]])
    assert named.columns["QBO vendor id"] == "qbo_vendor_id"
