"""Cleans that follow their stays: what is there is taken on, and people have pinned some of it."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from config.demo.world import ONE
from core.services import record_save, writing
from portal.models import User
from property.choices.cleans import TO_DO
from property.models import Clean, Property
from property.services.planning import follow
from reservations.models import Reservation
from reservations.services.reviews import reviews_catch_up

AHEAD = 400  # days; no stay is booked longer ahead
PINNED = 4


def settle(today: date) -> None:
    """Let cleans and inspections follow; then the office moves four cleans, and their stays move.

    After the company was made: what the services write has keys and instants of its own, so this
    is no part of what is the same each time.
    """
    with writing(None, "demo"):
        looked_after = Property._base_manager.filter(
            Exists(Clean._base_manager.filter(property=OuterRef("pk")))
        )
        for home in looked_after.order_by("number"):
            windows = [(today, today + timedelta(days=AHEAD))]
            follow(home=home, windows=windows, actor=None, source="demo")
        manager = User._base_manager.filter(email="manager@example.com").first()
        for clean in _to_move(today):
            _differ(clean, manager)
        reviews_catch_up()


def _to_move(today: date) -> list[Clean]:
    """Planned cleans of stays that can stay a night longer, one a home."""
    rows = Clean._base_manager.filter(
        plan__isnull=False,
        status__in=TO_DO,
        reservation__status="confirmed",
        reservation__reservation_type="guest",
        reservation__check_in_date__gt=today + 3 * ONE,
    ).select_related("reservation", "property")
    found: dict = {}
    for clean in rows.order_by("scheduled_date", "property_id"):
        stay = clean.reservation
        others = Reservation._base_manager.filter(
            property=stay.property_id, check_in_date=stay.check_out_date
        )
        if clean.property_id not in found and not others.exists():
            found[clean.property_id] = clean
        if len(found) == PINNED:
            break
    return list(found.values())


def _differ(clean: Clean, manager: User | None) -> None:
    """Somebody chooses another day for the clean, and then the stay gets a night longer."""
    stay = clean.reservation
    was = (stay.check_in_date, stay.check_out_date)
    clean.scheduled_date += 2 * ONE
    clean.notes = "The cleaner asked for two days later."
    record_save(instance=clean, actor=manager)
    stay.check_out_date += ONE
    stay.save(update_fields=["check_out_date"])
    windows = [was, (stay.check_in_date, stay.check_out_date)]
    follow(home=clean.property, windows=windows, actor=manager, source="console")
