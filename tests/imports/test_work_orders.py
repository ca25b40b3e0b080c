"""Work orders, as tickets."""

import pytest

from core.testing.factories import factory_of
from service.models import Ticket, TicketVendor
from staging.selectors.batches import staged_rows
from tests.staging.sheets import applied, counted, reasons, undone, uploaded

pytestmark = pytest.mark.django_db

SHEET = [
    ["work_order_id", "property_id", "opened_date", "closed_date", "work_order_category",
     "priority", "status", "estimated_cost", "vendor_name"],
    ["WO-1", "P-1", "2025-01-21", "2025-02-04", "Elevator", "High", "Closed", "651.45", "Ace Lifts"],
    ["WO-2", "P-1", "2025-02-02", "", "HVAC", "Critical", "In Progress", "", ""],
    ["WO-3", "P-1", "2025-02-03", "", "Plumbing", "Medium", "Closed", "", ""],
    ["WO-4", "P-9", "2025-02-03", "", "Plumbing", "Medium", "Open", "", ""],
    ["WO-5", "P-1", "2025-02-03", "", "Stargazing", "Medium", "Open", "", ""],
]  # fmt: skip


@pytest.fixture(autouse=True)
def known():
    """The home and the vendor that the sheet names."""
    factory_of("property.Property").create(property_code="P-1")
    factory_of("directory.Company").create(company_name="Ace Lifts")


def test_work_orders_become_tickets_with_their_vendors():
    batch = uploaded("work-orders", SHEET)
    assert counted(batch) == {"new": 2, "refused": 3}
    assert [rows[0] for rows in reasons(batch).values()] == [
        ("", "Resolved at is needed when status is resolved."),
        (
            "property_id",
            "There is no property with this number or property code or property name"
            " that you may see.",
        ),
        (
            "work_order_category",
            "There is no ticket category with this code or name that you may see.",
        ),
    ]
    applied(batch)
    lift = Ticket.objects.get(title="Elevator")
    assert (lift.category_code, lift.ticket_type_code) == ("PC-GENERAL", "PC")
    assert (lift.status, lift.priority_code) == ("RESOLVED", "HIGH")
    assert lift.number.startswith("TIK-PC-")
    assert lift.created_at.date().isoformat() == "2025-01-21"
    visit = lift.vendors.get()
    assert (visit.vendor.company_name, str(visit.cost_estimate)) == ("Ace Lifts", "651.45")
    assert visit.status == "Completed"
    assert not Ticket.objects.get(title="HVAC").vendors.exists()


def test_a_second_time_changes_nothing_and_undo_leaves_nothing():
    batch = applied(uploaded("work-orders", SHEET))
    assert counted(uploaded("work-orders", SHEET)) == {"unchanged": 2, "refused": 3}
    moved = [SHEET[0], [*SHEET[2][:3], "", "HVAC", "Low", "In Progress", "", ""]]
    changed = applied(uploaded("work-orders", moved))
    assert counted(changed) == {"changed": 1}
    assert set(staged_rows(changed).get().changes) == {"priority"}
    undone(changed)
    assert Ticket.objects.get(title="HVAC").priority_code == "CRITICAL"
    undone(batch)
    assert not Ticket.objects.exists()
    assert not TicketVendor.objects.exists()


def test_a_word_that_somebody_gave_a_meaning_stays_the_title():
    batch = uploaded(
        "work-orders",
        [SHEET[0], SHEET[5]],
        value_maps={"category": {"Stargazing": "PC-GENERAL"}},
    )
    assert not reasons(batch)
    assert counted(applied(batch)) == {"new": 1}
    ticket = Ticket.objects.get()
    assert (ticket.title, ticket.category_code) == ("Stargazing", "PC-GENERAL")
