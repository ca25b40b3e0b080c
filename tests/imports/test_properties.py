"""Homes: managers' own headings, what Airbnb calls them, and our export come in."""

import csv
import io
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.imports.registry import resource_named
from core.resources.columns import file_columns
from core.resources.files import csv_chunks, xlsx_file
from core.testing.factories import factory_of
from property.models import Property
from property_listings.models import Listing
from staging.selectors.batches import staged_rows
from tests.staging.sheets import applied, counted, reasons, undone, uploaded

pytestmark = pytest.mark.django_db
OWN = [
    ["Unit", "Type", "BR", "BA", "Max Occ", "Sq Ft", "View", "Pets?", "TMK", "GET #", "TAT #",
     "STRH permit", "Mgmt Fee", "Check-in", "Airbnb link", "Wifi"],
    ["KS 5-204", "Condo", "2", "2.5", "6", "1,150", "Partial Ocean View", "no",
     "2-3-9-004-140-0021", "GE-123-456-7890-01", "TA-123-456-7890-01", "STRH 2019/0012", "22%",
     "3 PM", "https://www.airbnb.com/rooms/43656551?guests=2", "Aloha"],
    ["KS 5-205", "Single Family", "3", "2", "8", "", "Oceanfront", "yes", "", "", "", "", "25%",
     "16:00", "airbnb.com/rooms/721340197514389556", ""],
]  # fmt: skip


def test_a_managers_own_sheet():
    batch = applied(uploaded("properties", OWN))
    assert batch.unknown_columns == []
    assert counted(batch) == {"new": 2}
    home = Property.objects.get(property_code="KS 5-204")
    assert (home.property_name, home.property_type, home.view_type) == (
        "KS 5-204",
        "condo",
        "partial_ocean",
    )
    assert (home.bedrooms, home.bathrooms, home.sleeps, home.square_feet) == (2, 2.5, 6, 1150)
    assert (home.tmk, home.get_tax_license) == ("2-3-9-004-140-0021", "GE-123-456-7890-01")
    assert (home.tat_tax_license, home.rental_permit_number) == (
        "TA-123-456-7890-01",
        "STRH 2019/0012",
    )
    assert (home.management_fee_rate, home.pet_policy) == (Decimal("0.22"), "no_pets")
    assert (home.check_in_time.hour, home.wifi_network) == (15, "Aloha")
    assert home.airbnb_listing_id == "43656551"
    assert Property.objects.get(property_code="KS 5-205").airbnb_listing_id == "721340197514389556"
    assert counted(uploaded("properties", OWN)) == {"unchanged": 2}
    assert undone(batch).counts["undone"] == 2
    assert not Property.objects.exists()


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Entire condo", "condo"),
        ("Entire rental unit", "condo"),
        ("Entire home", "house"),
        ("Entire guesthouse", "cottage"),
        ("Private room in home", None),
        ("Shared room in boutique hotel", None),
        ("Camper/RV", None),
    ],
)
def test_what_airbnb_calls_a_home(said, kind):
    rows = [["id", "name", "property_type"], ["1", "A", said]]
    assert counted(applied(uploaded("properties", rows))) == {"new": 1}
    assert Property.objects.get().property_type == kind


def test_an_unknown_kind_is_refused():
    rows = [["id", "name", "property_type"], ["1", "A", "Condo"], ["2", "B", "Submarine"]]
    batch = uploaded("properties", rows)
    assert counted(batch) == {"new": 1, "refused": 1}
    assert reasons(batch)[3][0][0] == "property_type"


def exported(kind: str) -> SimpleUploadedFile:
    """All homes as the console exports them."""
    names = [f.name for f in Property._meta.concrete_fields if f.name != "search_text"]
    columns = file_columns(Property, names)
    rows = list(Property.objects.values_list(*[c.lookup for c in columns]))
    header = [c.heading for c in columns]
    if kind == "csv":
        return SimpleUploadedFile("p.csv", b"".join(csv_chunks(header, rows)))
    with xlsx_file(header, rows, "p") as file:
        return SimpleUploadedFile("p.xlsx", file.read())


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_comes_back_as_it_was(kind):
    homes = factory_of(Property).create_batch(3)
    homes[0].parking_stall_numbers = ["A70", "=B,2"]
    homes[0].management_fee_rate, homes[0].latitude = Decimal("0.2250"), Decimal("20.9956917")
    homes[0].notes, homes[0].tmk = "=1+1 'tis <b>so</b>", "-12"
    homes[0].save()
    batch = uploaded("properties", None, file=exported(kind))
    assert counted(batch) == {"unchanged": 3}, staged_rows(batch).first().changes
    assert not set(batch.unknown_columns) - {
        "created_at", "updated_at", "wifi_password", "door_code", "gate_code", "lockbox_code",
    }  # fmt: skip


def test_a_changed_cell_of_an_export_is_the_only_change():
    factory_of(Property)(bedrooms=2)
    rows = list(csv.reader(io.StringIO(exported("csv").read().decode("utf-8-sig"))))
    rows[1][rows[0].index("bedrooms")] = "3"
    batch = applied(uploaded("properties", rows))
    assert staged_rows(batch).get().changes == {"bedrooms": [2, 3]}
    assert undone(batch).counts["undone"] == 1
    assert Property.objects.get().bedrooms == 2


def test_secrets_are_no_columns():
    targets = {column.target for column in resource_named("properties").columns().values()}
    assert not targets & {"wifi_password", "door_code", "gate_code", "lockbox_code"}


LISTED = [
    ["id", "name", "description", "price", "instant_bookable"],
    ["1", "🌺 Hale", "<b>Aloha</b><br />two lines", "$1,089.00", "t"],
    ["2", "Plain", "", "$95.00", "f"],
]


def test_a_description_and_a_price_become_a_listing():
    batch = applied(uploaded("properties", LISTED))
    assert batch.unknown_columns == ["instant_bookable"]
    assert counted(batch) == {"new": 2}
    listing = Listing.objects.get()
    assert (listing.property.property_name, listing.primary_title) == ("🌺 Hale", "🌺 Hale")
    assert (listing.primary_description, listing.status) == (LISTED[1][2], "draft")
    assert listing.pricing.get().base_rate == Decimal("1089.00")
    assert counted(uploaded("properties", LISTED)) == {"unchanged": 2}
    dearer = [LISTED[0], [*LISTED[1][:3], "$1,200.00", "t"]]
    assert counted(applied(uploaded("properties", dearer))) == {"changed": 1}
    assert listing.pricing.get().base_rate == Decimal("1200.00")


def test_a_listing_goes_with_its_home_when_it_is_taken_back():
    batch = applied(uploaded("properties", LISTED))
    assert undone(batch).counts["undone"] == 2
    assert (Listing.objects.count(), Property.objects.count()) == (0, 0)


def test_a_price_without_any_description_has_nowhere_to_go():
    rows = [[row[0], row[1], row[3]] for row in LISTED]
    batch = uploaded("properties", rows)
    assert batch.unknown_columns == ["price"]
    assert counted(batch) == {"new": 2}
