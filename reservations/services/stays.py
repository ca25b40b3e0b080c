"""Stays are booked, moved, stretched, shortened and split.

All of it under the lock of the property's calendar (``services.calendars``), and followed by what
is planned from stays (``services.following``). How their statuses move: ``services.stay_moves``.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone

from core.services import writing
from core.services.once import made_before
from core.services.records import check_fields_open, check_in_scope, record_save
from property.models import Property
from reservations.choices.reservations import (
    NOT_BLOCKING,
    OFF,
    ReservationStatus,
    ReservationType,
)
from reservations.models import Quote, Reservation
from reservations.selectors.standing import Standing, conflict, standing_near, standing_on
from reservations.selectors.what_if import WARN, WARNINGS, Remark, WhatIf, dates_fault, what_if
from reservations.services.calendars import (
    calendars_lock,
    calendars_locked,
    changed_meanwhile,
    nights_refused,
    stay_locked,
)
from reservations.services.following import stays_follow, stays_follow_soon
from reservations.services.quotes import quote_accept, quote_again
from reservations.services.stay_moves import (
    stay_cancel,
    stay_check_in,
    stay_check_out,
    stay_confirm,
    stay_no_show,
    stay_restore,
)

__all__ = [
    "WARNINGS",
    "calendars_locked",
    "stay_book",
    "stay_cancel",
    "stay_change",
    "stay_check_in",
    "stay_check_out",
    "stay_confirm",
    "stay_enter",
    "stay_no_show",
    "stay_place",
    "stay_restore",
    "stay_revise",
    "stay_split",
]

#: Sources behind which somebody can be asked; what comes otherwise is a fact already.
ASKED = ("console", "api")
GIVEN = ("property", "guest", "currency")  # rows that we hold, or defaults: they are there
CARRIED = (
    "reservation_type", "guest", "booking_source", "currency", "booking_channel_listing",
    "assigned_member", "adults", "children", "infants", "pets", "booked_at", "confirmed_at",
    "special_requests", "internal_notes", "guest_notes", "is_repeat_guest", "cancellation_policy",
    "expected_departure_time", "late_check_out", "late_checkout_time", "departure_flight_number",
    "departure_flight_at", "transportation_method", "has_travel_insurance", "has_damage_waiver",
    "rental_agreement_signed_at", "hold_expires_at",
)  # fmt: skip


def stay_book(
    *,
    home: Property,
    check_in_date: date,
    check_out_date: date,
    kind: str = ReservationType.GUEST,
    status: str = ReservationStatus.CONFIRMED,
    booking_source: str = "DIRECT",
    guest=None,
    adults: int = 2,
    children: int = 0,
    infants: int = 0,
    pets: int = 0,
    hold_expires_at: datetime | None = None,
    quote: Quote | None = None,
    values: Mapping[str, Any] | None = None,
    key: UUID | None = None,
    despite: Collection[str] = (),
    follows: bool = True,
    actor,
    source: str = "console",
) -> Reservation:
    """Book nights [check_in_date, check_out_date) of ``home``.

    ``kind`` is a reservation type; ``status`` is mostly inquiry (takes no nights), pending or
    confirmed: stays of the past may come as what they are.
    ``values`` are further attributes of the stay; ``quote`` is the one that was accepted.
    ``key`` is the id that the sender made for the stay: sent twice, one stay. ``despite`` names
    warnings of the what-if that somebody has confirmed (``WARNINGS``); only those at the console
    and callers of the API are asked. ``follows`` False leaves cleans, inspections and the journey
    to a worker, which plans them just after (see ``services.following``).

    Raises ``ValidationError``: code "conflict", naming the stay in the way, when nights are taken;
    under "despite", one error a warning with its topic as code; and for dates and values that
    cannot be.
    """
    made = made_before(Reservation, key, property_id=home.pk)
    if made is not None:
        return made
    near = _near(home, check_in_date, check_out_date, status=status)
    stay = Reservation(
        property=home,
        guest=guest,
        reservation_type=kind,
        status=status,
        booking_source_code=booking_source,
        check_in_date=check_in_date,
        check_out_date=check_out_date,
        adults=adults,
        children=children,
        infants=infants,
        pets=pets,
        hold_expires_at=hold_expires_at,
    )
    for name, value in (values or {}).items():
        setattr(stay, name, value)
    if key is not None:
        stay.pk = key
    there = {name for name in GIVEN if name not in (values or {})}
    if booking_source in ("DIRECT", "OWNER"):
        there.add("booking_source")
    return stay_enter(
        stay=stay,
        quote=quote,
        despite=despite,
        there=there,
        near=near,
        follows=follows,
        actor=actor,
        source=source,
    )


def stay_enter(
    *,
    stay: Reservation,
    quote: Quote | None = None,
    despite: Collection[str] = (),
    there: Collection[str] = (),
    near: list[Standing] | None = None,
    follows: bool = True,
    actor,
    source: str = "console",
) -> Reservation:
    """Book a stay that is filled in already, by a form or a caller; see ``stay_book``.

    ``there`` are relations whose rows are known to be there, so that nobody asks for them again;
    ``near`` is what stands on and next to its nights, where that was looked at already.
    """
    home, nights = stay.property, (stay.check_in_date, stay.check_out_date)
    is_blocking = stay.status not in NOT_BLOCKING
    _check_start(stay)
    if near is None:
        near = _near(home, *nights, status=stay.status)
    if source in ASKED:
        refuse(_seen(stay, near=near).remarks, despite, is_blocking=is_blocking)
    now = timezone.now()
    if stay.status != ReservationStatus.INQUIRY and stay.booked_at is None:
        stay.booked_at = now
    if stay.status == ReservationStatus.CONFIRMED and stay.confirmed_at is None:
        stay.confirmed_at = now
    check_fields_open(instance=stay, actor=actor)
    stay.clean_fields(exclude=set(there))
    with nights_refused(home, *nights), writing(actor, source):
        placed = stay_place(stay=stay, follows=follows, actor=actor, source=source)
        if placed is not stay:
            return placed
        check_in_scope(instance=stay, actor=actor, action="create")
        if quote is not None:
            stay = quote_accept(quote=quote, stay=stay, actor=actor, source=source)
    return stay


def stay_revise(
    *,
    stay: Reservation,
    despite: Collection[str] = (),
    actor,
    source: str = "console",
) -> Reservation:
    """Write a stay whose attributes somebody has changed in memory: dates and home as
    ``stay_change`` does, the rest as in any row; then what is planned from it follows.

    Raises as ``stay_change`` does, also where its status was moved since it was read.
    """
    stored = Reservation._base_manager.select_related("property").get(pk=stay.pk)
    nights = (stay.check_in_date, stay.check_out_date)
    place = (stay.property_id, *nights)
    with nights_refused(stay.property, *nights, ignore=stay.pk), writing(actor, source):
        if stay_locked(stored, [stay.property_id]).status != stay.status:
            raise changed_meanwhile()
        if place != (stored.property_id, stored.check_in_date, stored.check_out_date):
            changed = stay_change(
                stay=stored,
                check_in_date=stay.check_in_date,
                check_out_date=stay.check_out_date,
                home=stay.property,
                despite=despite,
                actor=actor,
                source=source,
            )
            stay.updated_at = changed.updated_at
        record_save(instance=stay, actor=actor, source=source)
        stays_follow(home=stay.property, windows=[nights], actor=actor, source=source)
    return stay


def stay_place(*, stay: Reservation, follows: bool = True, actor, source: str) -> Reservation:
    """Write a new stay onto its nights, and let what is planned from stays follow.

    For services that have looked at it and at who asks; inside of their transaction. Gives the
    stay; another row with its key, where that was written meanwhile. Raises ``ValidationError``
    (code "conflict") when nights are taken.
    """
    nights = (stay.check_in_date, stay.check_out_date)
    is_taken = bool(calendars_lock([stay.property_id], nights=nights))
    if is_taken and stay.status not in NOT_BLOCKING:
        again = made_before(Reservation, stay.pk, property_id=stay.property_id)
        if again is not None:
            return again
        raise conflict(standing_on(stay.property_id, *nights))
    stay.save(force_insert=True)
    if follows:
        stays_follow(home=stay.property, windows=[nights], actor=actor, source=source)
    else:
        stays_follow_soon()
    return stay


def stay_change(
    *,
    stay: Reservation,
    check_in_date: date | None = None,
    check_out_date: date | None = None,
    home: Property | None = None,
    reckons: bool = False,
    despite: Collection[str] = (),
    actor,
    source: str = "console",
    reason: str = "",
) -> Reservation:
    """Give a stay other dates, another home, or both; None leaves what is.

    Shortening gives the nights back, stretching takes more. Of a stay that has begun the arrival
    and the home are what they are (``stay_split`` moves the rest of it); of one that is over only
    the departure can be mended. ``reckons`` makes the price anew and takes it over; else the
    amounts stay. Raises as ``stay_book`` does.
    """
    first = check_in_date or stay.check_in_date
    end = check_out_date or stay.check_out_date
    target = home if home is not None else stay.property
    is_blocking = stay.status not in NOT_BLOCKING
    _check_change(stay, first, target)
    if source in ASKED:
        seen = what_if(
            home=target,
            check_in_date=first,
            check_out_date=end,
            guests=stay.adults + stay.children,
            ignore=stay,
            kind=stay.reservation_type,
        )
        remarks = [r for r in seen.remarks if not (_has_begun(stay) and r.topic in _SOLD)]
        refuse(remarks, despite, is_blocking=is_blocking)
    else:
        _check_dates(first, end)
    with nights_refused(target, first, end, ignore=stay.pk), writing(actor, source, reason):
        row = stay_locked(stay, [target.pk])
        if row.status != stay.status:
            raise changed_meanwhile()
        check_in_scope(instance=row, actor=actor, action="write")
        was = (row.check_in_date, row.check_out_date)
        is_moved = row.property_id != target.pk
        if not is_moved and was == (first, end):
            return row
        old_home = row.property
        if is_blocking and (taken := standing_on(target.pk, first, end, ignore=row.pk)):
            raise conflict(taken)
        row.check_in_date, row.check_out_date, row.property = first, end, target
        row.save(update_fields=["check_in_date", "check_out_date", "property"])
        check_in_scope(instance=row, actor=actor, action="write")
        if is_moved:
            stays_follow(home=old_home, windows=[was], actor=actor, source=source)
        windows = [(first, end)] if is_moved else [was, (first, end)]
        stays_follow(home=target, windows=windows, actor=actor, source=source)
        row.refresh_from_db()
        if reckons:
            quote = quote_again(stay=row, actor=actor, source=source)
            row = quote_accept(quote=quote, stay=row, actor=actor, source=source)
    return row


def stay_split(
    *,
    stay: Reservation,
    at: date,
    home: Property,
    despite: Collection[str] = (),
    actor,
    source: str = "console",
    reason: str = "",
) -> tuple[Reservation, Reservation]:
    """Cut a stay in two: nights before ``at`` stay where they are, the others go to ``home``.

    The second part is a stay of its own, confirmed, whose ``previous_reservation`` is the first;
    it counts as booked when the whole was, so that pace reports see no new booking. The amounts
    stay with the first part. Raises as ``stay_book`` does.
    """
    if not stay.check_in_date < at < stay.check_out_date:
        raise ValidationError({"at": "That is not a day between arrival and departure."})
    if stay.status in NOT_BLOCKING or stay.status == ReservationStatus.CHECKED_OUT:
        raise ValidationError({"status": "Only stays that hold their nights can be split."})
    end = stay.check_out_date
    if source in ASKED:
        seen = what_if(
            home=home,
            check_in_date=at,
            check_out_date=end,
            guests=stay.adults + stay.children,
            ignore=stay,
            kind=stay.reservation_type,
        )
        # Nights were counted when the whole was sold.
        refuse([r for r in seen.remarks if r.topic not in _SOLD], despite)
    with nights_refused(home, at, end, ignore=stay.pk), writing(actor, source, reason):
        first = stay_locked(stay, [home.pk])
        if first.check_out_date != end or not first.check_in_date < at:
            raise changed_meanwhile()
        check_in_scope(instance=first, actor=actor, action="write")
        if taken := standing_on(home.pk, at, end, ignore=first.pk):
            raise conflict(taken)
        status = first.status
        if status == ReservationStatus.CHECKED_IN:
            status = ReservationStatus.CONFIRMED
        second = Reservation(
            property=home,
            check_in_date=at,
            check_out_date=end,
            status=status,
            previous_reservation=first,
            **{name: getattr(first, name) for name in CARRIED},
        )
        first.check_out_date = at
        first.late_check_out = False
        first.save(update_fields=["check_out_date", "late_check_out"])
        second.save(force_insert=True)
        check_in_scope(instance=second, actor=actor, action="create")
        for row in (first, second):
            spans = [(row.check_in_date, row.check_out_date)]
            if row is first:
                spans.append((at, end))
            stays_follow(home=row.property, windows=spans, actor=actor, source=source)
        first.refresh_from_db()
        second.refresh_from_db()
    return first, second


_SOLD = ("legal", "minimum", "maximum", "arrival_day")  # rules of selling, not of staying


def refuse(
    remarks: Collection[Remark], despite: Collection[str] = (), *, is_blocking: bool = True
) -> None:
    """Raise what a what-if has found, but for the warnings that somebody has confirmed."""
    for remark in remarks:
        if remark.severity == WARN:
            continue
        if remark.topic == "conflict":
            if is_blocking:
                raise ValidationError(remark.sentence, code="conflict")
        else:
            raise ValidationError(
                {"check_out_date": ValidationError(remark.sentence, code=remark.topic)}
            )
    asked = [r for r in remarks if r.severity == WARN and r.topic not in despite]
    if asked and is_blocking:
        raise ValidationError(
            {"despite": [ValidationError(r.sentence, code=r.topic) for r in asked]}
        )


def _has_begun(stay: Reservation) -> bool:
    return stay.status in (ReservationStatus.CHECKED_IN, ReservationStatus.CHECKED_OUT)


def _check_start(stay: Reservation) -> None:
    for name, values in (("reservation_type", ReservationType), ("status", ReservationStatus)):
        if getattr(stay, name) not in values.values:
            raise ValidationError({name: f"One of {', '.join(values.values)}."})
    if stay.reservation_type == ReservationType.GUEST and stay.guest_id is None:
        raise ValidationError({"guest": "A guest stay needs its guest."})


def _seen(stay: Reservation, *, near: list[Standing] | None = None) -> WhatIf:
    return what_if(
        home=stay.property,
        check_in_date=stay.check_in_date,
        check_out_date=stay.check_out_date,
        guests=stay.adults + stay.children,
        kind=stay.reservation_type,
        near=near,
    )


def _near(home: Property, first: date, end: date, *, status: str) -> list[Standing]:
    """What stands next to the nights of a new stay; refuses it when its nights are taken."""
    _check_dates(first, end)
    near = standing_near(home.pk, first, end)
    taken = [other for other in near if other.overlaps(first, end)]
    if taken and status not in NOT_BLOCKING:
        raise conflict(taken)
    return near


def _check_dates(first: date, end: date) -> None:
    if fault := dates_fault(first, end):
        raise ValidationError({"check_out_date": ValidationError(fault, code="dates")})


def _check_change(stay: Reservation, first: date, home: Property) -> None:
    if stay.status in OFF:
        raise ValidationError({"status": "This stay is off: restore it before you change it."})
    if not _has_begun(stay):
        return
    if first != stay.check_in_date:
        raise ValidationError({"check_in_date": "The guest has arrived: that day is what it is."})
    if home.pk != stay.property_id:
        raise ValidationError({"property": "The guest is in: split the stay to move the rest."})
