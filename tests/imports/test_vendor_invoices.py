"""Bills of vendors."""

from decimal import Decimal

import pytest

from core.testing.factories import factory_of
from core.testing.fixtures import person
from finance.models import VendorPayment
from staging.selectors.batches import staged_rows
from staging.selectors.preview import Preview
from tests.staging.sheets import applied, counted, reasons, undone, uploaded

pytestmark = pytest.mark.django_db

VENDORS = [["vendor_id", "vendor_name"], ["VEND-1", "Ace Plumbing"], ["VEND-2", "Hale Gardens"]]
HEADINGS = [
    "invoice_id",
    "property_id",
    "vendor_id",
    "invoice_number",
    "invoice_category",
    "invoice_date",
    "paid_date",
    "invoice_amount",
    "approval_status",
]


@pytest.fixture
def sheet():
    """A sheet of two good invoices, one twice, one of an unknown home; the vendors are there."""
    applied(uploaded("vendors", VENDORS))
    factory_of("property.Property").create(property_code="P-1")
    return [
        HEADINGS,
        ["R1", "P-1", "VEND-1", "INV-1", "Janitorial", "2025-01-04", "2025-02-01", "1,565.15", "Approved"],
        ["R2", "P-1", "VEND-2", "INV-1", "Utilities", "2025-01-05", "", "20", "Rejected"],
        ["R3", "P-1", "VEND-1", "INV-1", "Janitorial", "2025-03-04", "", "1565.15", "Pending"],
        ["R4", "P-9", "VEND-1", "INV-2", "Security", "2025-01-05", "", "20", "Approved"],
    ]  # fmt: skip


def test_invoices_are_of_vendors_by_the_senders_ids(sheet):
    batch = uploaded("vendor-invoices", sheet)
    assert batch.columns["vendor_id"] == "company"
    assert counted(batch) == {"new": 2, "refused": 2}
    assert reasons(batch) == {
        4: [("invoice_number", "Row 2 of the sheet is about the same.")],
        5: [
            (
                "property_id",
                "There is no property with this number or property code or property name"
                " that you may see.",
            )
        ],
    }
    applied(batch)
    paid = VendorPayment.objects.get(company__company_name="Ace Plumbing")
    assert (paid.amount, paid.amount_paid) == (Decimal("1565.15"), Decimal("1565.15"))
    assert (paid.expense_category_code, paid.status) == ("CLEANING", "approved")
    disputed = VendorPayment.objects.get(company__company_name="Hale Gardens")
    assert (disputed.status, disputed.amount_paid, disputed.paid_at) == ("disputed", 0, None)


def test_a_second_time_changes_nothing_and_undo_leaves_nothing(sheet):
    batch = applied(uploaded("vendor-invoices", sheet))
    assert counted(uploaded("vendor-invoices", sheet)) == {"unchanged": 2, "refused": 2}
    sheet[2][7] = "21.50"
    changed = applied(uploaded("vendor-invoices", sheet))
    assert counted(changed) == {"unchanged": 1, "changed": 1, "refused": 2}
    assert staged_rows(changed, "changed").get().changes == {"amount": [20, 21.5]}
    undone(changed)
    undone(batch)
    assert not VendorPayment.objects.exists()


def test_one_number_of_two_vendors_is_shown_and_not_refused(sheet):
    admin = person(is_superuser=True)
    batch = uploaded("vendor-invoices", sheet)
    alike = {row.source_row: row.likenesses for row in staged_rows(batch, "new")}
    assert alike[2] is None
    (likeness,) = alike[3]
    assert (likeness["row"], likeness["attribute"], likeness["value"]) == (
        2,
        "invoice_number",
        "INV-1",
    )
    (line,) = Preview(batch, admin).lines(staged_rows(batch, "new").filter(source_row=3))
    (shown,) = line.likenesses
    assert (shown.row.label, shown.is_choosable) == ("row 2 of this sheet", False)


@pytest.fixture
def lookalikes():
    """Two homes, and a third whose code is the number of the first."""
    ours, other = factory_of("property.Property").create_batch(2)
    named = factory_of("property.Property").create(property_code=ours.number)
    factory_of("directory.Company").create(company_name="Ace Plumbing")
    return ours, other, named


def bills(*homes):
    """A sheet with one bill a home."""
    rows = [[home, "Ace Plumbing", f"A-{at}", "10"] for at, home in enumerate(homes)]
    return [["property_id", "vendor", "invoice_number", "amount"], *rows]


def test_a_number_of_one_home_that_is_the_code_of_another_is_not_guessed(lookalikes):
    ours, other, named = lookalikes
    batch = uploaded("vendor-invoices", bills(ours.number, other.number, named.number))
    assert reasons(batch) == {
        2: [
            (
                "property_id",
                "This is the number or id of one property and the code or name of another.",
            )
        ]
    }
    assert counted(batch) == {"new": 2, "refused": 1}


def test_a_sheet_from_here_means_our_numbers(lookalikes):
    ours, _other, _named = lookalikes
    applied(uploaded("vendor-invoices", bills(ours.property_code)))
    bill = VendorPayment.objects.get()
    sheet = [["payment_id", "property_id"], [bill.number, ours.number]]
    batch = uploaded("vendor-invoices", sheet)
    assert batch.columns == {"payment_id": "number", "property_id": "property"}
    assert counted(batch) == {"unchanged": 1}


def test_the_senders_own_homes_go_before_ours_of_the_same_number():
    ours = factory_of("property.Property").create()
    theirs = [["property_id", "property_name"], [ours.number, "Theirs"]]
    applied(uploaded("properties", theirs))
    factory_of("directory.Company").create(company_name="Ace Plumbing")
    batch = applied(uploaded("vendor-invoices", bills(ours.number)))
    assert counted(batch) == {"new": 1}
    assert VendorPayment.objects.get().property.property_name == "Theirs"
