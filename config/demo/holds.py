"""Holds on the calendar: nights kept for somebody who has not decided, until they expire."""

from datetime import timedelta

from config.demo.world import ONE, World
from reservations.models import Reservation

HOURS = (2, 20, 45)
FOR = (
    "Family reunion, comparing two homes; call back before it expires.",
    "Repeat guest asked us to keep these nights while she books flights.",
    "Wedding party waits for the venue.",
)
AHEAD, NIGHTS = 12, 4


def hold(world: World) -> None:
    """One hold in each of the first homes that have the nights free."""
    with world.about("holds"):
        for home, hours, why in zip(world.homes, HOURS, FOR, strict=False):
            start = _gap(home, world.today + AHEAD * ONE)
            made = world.now - timedelta(hours=3)
            world.add(
                Reservation, made, id=world.chance.uuid(made), property_id=home.id,
                booking_source_code="PHONE", reservation_type="hold", status="confirmed",
                check_in_date=start, check_out_date=start + NIGHTS * ONE, adults=2, children=0,
                booked_at=made, confirmed_at=made, internal_notes=why,
                hold_expires_at=world.now + timedelta(hours=hours),
                assigned_member_id=world.team("RESERVATIONS")[0].id,
            )  # fmt: skip


def _gap(home, day):
    """The first day from which on the home has the nights free."""
    for stay in sorted(home.stays, key=lambda stay: stay.start):
        if stay.takes_place and stay.start < day + NIGHTS * ONE and stay.end > day:
            day = stay.end
    return day
