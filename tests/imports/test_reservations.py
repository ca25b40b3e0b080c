"""Stays, with the guests who booked them."""

import pytest

from core.testing.factories import factory_of
from directory.models import Contact, Guest
from reservations.models import Reservation
from staging.selectors.batches import staged_rows
from tests.staging.sheets import applied, counted, reasons, undone, uploaded

pytestmark = pytest.mark.django_db

AIRBNB = [
    ["Confirmation code", "Status", "Guest name", "Contact", "# of adults", "# of children",
     "Start date", "End date", "# of nights", "Booked", "Listing", "Earnings"],
    ["HMAAA", "Past guest", "Ann Lee", "+1 808 555 0101", "2", "1",
     "2026-01-03", "2026-01-07", "4", "2025-11-01", "Honu 1", "$800.00"],
    ["HMBBB", "Confirmed", "Ben Kim", "+1 808 555 0102", "2", "0",
     "2026-01-05", "2026-01-09", "4", "2025-11-02", "Honu 1", "$800.00"],
    ["HMCCC", "Confirmed", "Ann Lee", "+1 808 555 0101", "1", "0",
     "2026-02-01", "2026-02-03", "2", "2025-11-03", "Honu 1", "$300.00"],
    ["HMDDD", "Canceled by guest", "Cy Ito", "+1 808 555 0103", "1", "0",
     "2026-02-01", "2026-02-03", "2", "2025-11-03", "Honu 1", "$0.00"],
]  # fmt: skip
DIRECT = [
    ["Reservation ID", "Channel", "Arrival", "Departure", "Property", "Guest", "E-mail", "State"],
    ["B-1", "Direct", "2026-03-01", "2026-03-05", "P-1", "Ann Lee", "lee@example.com", "booked"],
    ["B-2", "Direct", "2026-03-06", "2026-03-09", "P-1", "Bo Lee", "LEE@example.com", "booked"],
    ["B-3", "Direct", "2026-03-10", "2026-03-12", "P-1", "ann lee", "lee@example.com", "booked"],
]


@pytest.fixture(autouse=True)
def home():
    """The home of both sheets."""
    return factory_of("property.Property").create(property_code="P-1", property_name="Honu 1")


def test_an_airbnb_export_with_a_channel_for_all_rows():
    batch = uploaded("reservations", AIRBNB, defaults={"booking_source": "Airbnb"})
    assert batch.unknown_columns == ["# of nights", "Earnings"]
    assert counted(batch) == {"new": 3, "refused": 1}
    assert [said[0][1] for said in reasons(batch).values()] == [
        "These nights are taken: another row of the sheet"
        " (guest stay, checked out, 2026-01-03 to 2026-01-07) stands on them."
    ]
    applied(batch)
    first = Reservation.objects.get(confirmation_code="HMAAA")
    assert (first.status, first.adults, first.children) == ("checked_out", 2, 1)
    assert (first.booking_source_code, first.reservation_type) == ("AIRBNB", "guest")
    again = Reservation.objects.get(confirmation_code="HMCCC")
    assert again.guest == first.guest  # the same name and telephone
    assert first.guest.contact.full_name == "Ann Lee"
    assert first.number.startswith("RES-2025-")


def test_people_who_share_an_address_stay_two():
    applied(uploaded("reservations", DIRECT))
    contacts = Contact.objects.filter(email="lee@example.com")
    assert {contact.full_name for contact in contacts} == {"Ann Lee", "Bo Lee"}
    one, two, three = Reservation.objects.filter(booking_source="DIRECT").order_by("check_in_date")
    assert one.guest == three.guest != two.guest


def test_a_guest_who_is_known_stays_as_he_is_and_one_alike_is_shown():
    contact = factory_of("directory.Contact").create(
        contact_type="person",
        first_name="Ann",
        last_name="Lee",
        email="lee@example.com",
        phone="+18085550100",
    )
    guest = factory_of("directory.Guest").create(contact=contact)
    told = [[*DIRECT[0], "Phone"], *([*row, "808-555-0199"] for row in DIRECT[1:3])]
    batch = uploaded("reservations", told)
    bo = staged_rows(batch).get(source_row=3)
    assert [alike["id"] for alike in bo.likenesses] == [str(contact.pk)]
    applied(batch)
    assert Reservation.objects.get(channel_reservation_id="B-1").guest == guest
    assert Reservation.objects.get(channel_reservation_id="B-2").guest != guest
    contact.refresh_from_db()
    assert contact.phone == "+18085550100"


@pytest.mark.parametrize(
    ("sheet", "options"), [(AIRBNB, {"defaults": {"booking_source": "Airbnb"}}), (DIRECT, {})]
)
def test_a_second_time_changes_nothing_and_undo_leaves_nothing(sheet, options):
    before = Contact.objects.count(), Guest.objects.count()
    batch = applied(uploaded("reservations", sheet, **options))
    again = counted(uploaded("reservations", sheet, **options))
    assert again.pop("refused", 0) == batch.counts["refused"]
    assert again == {"unchanged": batch.counts["new"]}
    undone(batch)
    assert not Reservation.objects.exists()
    assert (Contact.objects.count(), Guest.objects.count()) == before


def test_a_stay_that_moved_is_changed_field_by_field():
    applied(uploaded("reservations", DIRECT))
    sheet = [DIRECT[0], [*DIRECT[1][:3], "2026-03-06", *DIRECT[1][4:]]]
    batch = uploaded("reservations", sheet)
    assert counted(batch) == {"changed": 1}
    assert staged_rows(batch).get().changes == {"check_out_date": ["2026-03-05", "2026-03-06"]}
    sheet[1][3] = "2026-03-08"
    standing = Reservation.objects.get(check_in_date="2026-03-06")
    assert reasons(uploaded("reservations", sheet))[2][0][1] == (
        f"These nights are taken: {standing.number}"
        " (guest stay, confirmed, 2026-03-06 to 2026-03-09) stands on them."
    )


def test_an_owner_stay_needs_no_guest():
    batch = uploaded(
        "reservations",
        [
            [*DIRECT[0], "Type"],
            ["O-1", "Owner", "2026-05-01", "2026-05-05", "P-1", "", "", "booked", "Owner stay"],
            ["O-2", "Direct", "2026-06-01", "2026-06-05", "P-1", "", "", "booked", ""],
        ],
    )
    assert counted(batch) == {"new": 1, "refused": 1}
    assert reasons(batch)[3][0][1] == "Guest is needed when reservation type is guest."
