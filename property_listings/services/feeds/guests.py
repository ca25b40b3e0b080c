"""Guests of stays that come by a calendar: most calendars send no name."""

from django.db import connection

from directory.models import Contact, Guest
from reservations.choices.reservations import StayGuestType
from reservations.models import Reservation, StayGuest

MARK = "calendar feed"  # ``Guest.acquisition_source`` of the placeholders


def placeholder_guest(platform) -> Guest:
    """The one guest who stands for everybody whose name a platform did not send.

    Inside of ``writing``. Two pulls at once get the same one.
    """
    found = _placeholder(platform)
    if found is not None:
        return found
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{MARK} {platform.code}"]
        )
    if (found := _placeholder(platform)) is not None:
        return found
    contact = Contact(
        contact_type="person",
        first_name=platform.name,
        last_name="guest (name not sent)",
        do_not_contact=True,
        notes=f"Stands for all guests whose names {platform.name} does not send in its calendar.",
    )
    contact.save(force_insert=True)
    guest = Guest(contact=contact, acquisition_source=MARK, booking_source_primary=platform.code)
    guest.save(force_insert=True)
    return guest


def name_keep(*, stay: Reservation, name: str) -> None:
    """Keep the name that a calendar sent as the first guest of the stay. Inside of ``writing``."""
    first, _, last = name.partition(" ")
    StayGuest(
        reservation=stay, guest_type=StayGuestType.ADULT, is_primary=True, first_name=first,
        last_name=last or None,
    ).save(force_insert=True)  # fmt: skip


def _placeholder(platform) -> Guest | None:
    rows = Guest._base_manager.filter(acquisition_source=MARK, booking_source_primary=platform.code)
    return rows.order_by("pk").first()
