"""Owners who want to stay in their own home."""

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone

from core.services import writing
from core.services.once import made_before
from core.services.records import OutOfScope
from directory.selectors.ownerships import shares_of, spans
from property.models import Property
from property.selectors.clock import today_at
from reservations.choices.reservations import OWNERS, ReservationStatus, ReservationType
from reservations.models import Reservation
from reservations.selectors.standing import conflict, standing_on
from reservations.services.calendars import nights_refused
from reservations.services.stays import stay_place
from service.services.requests import owner_request_create

LONGEST = 366  # nights, so that a slip of the year is caught


def owner_stay_request(
    *,
    home: Property,
    check_in_date: date,
    check_out_date: date,
    actor,
    kind: str = ReservationType.OWNER,
    adults: int = 2,
    children: int = 0,
    note: str = "",
    key: UUID | None = None,
    source: str = "api",
) -> Reservation:
    """Ask for nights [check_in_date, check_out_date) of an own property.

    The stay stands as ``pending`` and holds its nights until the office confirms or cancels it;
    a ticket of owner relations asks for that. What permits it is the owner's permission to
    create tickets and a share of the property on every night. The calendar is locked, so of two
    requests for the same nights one gets them.

    ``key`` is the id that the sender made for it: sent twice, one stay. Raises
    ``ValidationError`` for dates that cannot be, nights that are not the owner's, and nights that
    are taken, naming them (code ``conflict``).
    """
    made = made_before(Reservation, key, property_id=home.pk)
    if made is not None and made.reservation_type in OWNERS:
        return made
    _check_days(home, check_in_date, check_out_date, kind)
    _check_owned(home, check_in_date, check_out_date, actor)
    if taken := standing_on(home.pk, check_in_date, check_out_date):
        raise conflict(taken)
    stay = Reservation(
        property=home,
        booking_source_code="OWNER",
        reservation_type=kind,
        status=ReservationStatus.PENDING,
        check_in_date=check_in_date,
        check_out_date=check_out_date,
        adults=adults,
        children=children,
        special_requests=note or None,
        booked_at=timezone.now(),
    )
    if key is not None:
        stay.pk = key
    stay.full_clean(validate_unique=False, validate_constraints=False)
    with nights_refused(home, check_in_date, check_out_date), writing(actor, source):
        placed = stay_place(stay=stay, actor=actor, source=source)
        if placed is not stay:
            return placed
        owner_request_create(
            owner=actor.homeowner,
            home=home,
            stay=stay,
            title=f"Owner stay {check_in_date} to {check_out_date}",
            description=note,
            actor=actor,
            source=source,
        )
        stay.refresh_from_db()
    return stay


def _check_days(home: Property, first: date, end: date, kind: str) -> None:
    if kind not in OWNERS:
        raise ValidationError({"kind": f"Choose {' or '.join(OWNERS)}."})
    if end <= first:
        raise ValidationError({"check_out_date": "That is not after the day of arrival."})
    if (end - first).days > LONGEST:
        raise ValidationError({"check_out_date": f"At most {LONGEST} nights, please."})
    if first < today_at(home):
        raise ValidationError({"check_in_date": "That day is over."})


def _check_owned(home: Property, first: date, end: date, actor) -> None:
    """Every night must be one on which the owner has a share."""
    if actor.homeowner_id is None or not actor.has_perm("service.add_ticket"):
        raise OutOfScope("Owners ask for stays of their own homes.")
    owned = spans(shares_of(actor.homeowner_id, [home.pk])[home.pk])
    if not any(start <= first and (until is None or end <= until) for start, until in owned):
        raise ValidationError({"check_in_date": "You do not own this home on all those nights."})
