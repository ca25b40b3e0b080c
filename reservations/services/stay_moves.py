"""The life of a stay: confirmed, checked in and out, cancelled, no-show, and back again."""

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from core.services import record_transition, writing
from property.selectors.clock import zone_of
from reservations.choices.reservations import (
    NOT_BLOCKING,
    OFF,
    ReservationCancelledBy,
    ReservationStatus,
    ReservationType,
)
from reservations.models import Reservation
from reservations.selectors.standing import conflict, standing_on
from reservations.services.calendars import nights_refused, stay_locked
from reservations.services.following import stays_follow


def stay_confirm(
    *, stay: Reservation, actor, source: str = "console", reason: str = ""
) -> Reservation:
    """Confirm an inquiry, a request or a stay that was off; its nights must be free.

    A confirmed stay keeps its nights: only holds go on expiring.
    """
    values: dict[str, Any] = {}
    if stay.reservation_type != ReservationType.HOLD:
        values["hold_expires_at"] = None
    if stay.booked_at is None:
        values["booked_at"] = timezone.now()
    if stay.status in OFF:
        values |= {"cancelled_at": None, "cancelled_by": None, "cancellation_reason": None}
    return _move(stay, ReservationStatus.CONFIRMED, actor, source, reason, values)


def stay_restore(*, stay: Reservation, actor, source: str = "console", reason: str) -> Reservation:
    """Bring a cancelled or no-show stay back, confirmed; refused where its nights are taken.

    When it was cancelled, by whom and why, stays with its changes.
    """
    if stay.status not in OFF:
        raise ValidationError({"status": "Only stays that are off can be brought back."})
    return stay_confirm(stay=stay, actor=actor, source=source, reason=reason)


def stay_check_in(
    *,
    stay: Reservation,
    at: datetime | None = None,
    actor,
    source: str = "console",
    reason: str = "",
) -> Reservation:
    """The guests are in, since ``at`` (now). Not before the day of arrival on the home's clock."""
    at = at or timezone.now()
    day = at.astimezone(zone_of(stay.property)).date()
    if day < stay.check_in_date:
        raise ValidationError(
            {"check_in_date": f"This stay begins on {stay.check_in_date}: change its dates first."}
        )
    if day > stay.check_out_date:
        raise ValidationError(
            {"check_out_date": f"This stay ended on {stay.check_out_date}: change its dates first."}
        )
    values = {"actual_check_in_at": at, "actual_check_out_at": None}
    return _move(stay, ReservationStatus.CHECKED_IN, actor, source, reason, values)


def stay_check_out(
    *,
    stay: Reservation,
    at: datetime | None = None,
    frees_nights: bool = False,
    actor,
    source: str = "console",
    reason: str = "",
) -> Reservation:
    """The guests are gone, since ``at`` (now).

    ``frees_nights`` gives the nights after an early departure back: the stay then ends on the day
    of departure (it keeps one night at least).
    """
    at = at or timezone.now()
    if stay.actual_check_in_at is not None and at < stay.actual_check_in_at:
        raise ValidationError({"actual_check_out_at": "That is before they came."})
    values: dict[str, Any] = {"actual_check_out_at": at}
    day = at.astimezone(zone_of(stay.property)).date()
    if frees_nights and stay.check_in_date < day < stay.check_out_date:
        values["check_out_date"] = day
    return _move(stay, ReservationStatus.CHECKED_OUT, actor, source, reason, values)


def stay_reopen(*, stay: Reservation, actor, source: str = "console", reason: str) -> Reservation:
    """Take a check-out or check-in back that was tapped by mistake."""
    if stay.status == ReservationStatus.CHECKED_OUT:
        values = {"actual_check_out_at": None}
        return _move(stay, ReservationStatus.CHECKED_IN, actor, source, reason, values)
    values = {"actual_check_in_at": None}
    return _move(stay, ReservationStatus.CONFIRMED, actor, source, reason, values)


def stay_no_show(*, stay: Reservation, actor, source: str = "console", reason: str) -> Reservation:
    """Nobody came: the nights are free again."""
    return _move(stay, ReservationStatus.NO_SHOW, actor, source, reason)


def stay_cancel(
    *,
    stay: Reservation,
    reason: str,
    cancelled_by: str = ReservationCancelledBy.GUEST,
    refund: Decimal | None = None,
    at: datetime | None = None,
    actor,
    source: str = "console",
) -> Reservation:
    """Cancel a stay, since ``at`` (now); its nights are free again.

    ``cancelled_by`` is guest, host, platform, owner or system; ``refund`` is what the guest gets
    back in the stay's currency, None leaves it as it is.
    """
    if cancelled_by not in ReservationCancelledBy.values:
        said = f"One of {', '.join(ReservationCancelledBy.values)}."
        raise ValidationError({"cancelled_by": said})
    values: dict[str, Any] = {"cancelled_by": cancelled_by, "cancelled_at": at or timezone.now()}
    if refund is not None:
        if refund < 0:
            raise ValidationError({"refund_total": "A refund cannot be less than 0."})
        values["refund_total"] = refund
    return _move(stay, ReservationStatus.CANCELLED, actor, source, reason, values)


def stay_move(
    *, stay: Reservation, to: str, actor, source: str = "console", reason: str = ""
) -> Reservation:
    """Move the status to ``to`` by the deed that goes with it, with what that takes for granted."""
    how: dict[str, Any] = {"stay": stay, "actor": actor, "source": source, "reason": reason}
    if (stay.status, to) in _BACK:
        return stay_reopen(**how)
    if to in _DEEDS:
        return _DEEDS[to](**how)
    return _move(stay, to, actor, source, reason)


def _move(
    stay: Reservation,
    to: str,
    actor,
    source: str,
    reason: str,
    values: Mapping[str, Any] | None = None,
) -> Reservation:
    home = stay.property
    nights = (stay.check_in_date, stay.check_out_date)
    with nights_refused(home, *nights, ignore=stay.pk), writing(actor, source, reason):
        held = stay_locked(stay)
        nights = (held.check_in_date, held.check_out_date)
        takes = to not in NOT_BLOCKING and held.status in NOT_BLOCKING
        if takes and (taken := standing_on(home.pk, *nights, ignore=held.pk)):
            raise conflict(taken)
        record_transition(
            instance=held,
            field="status",
            to=to,
            actor=actor,
            reason=reason,
            source=source,
            values=values,
        )
        stays_follow(home=home, windows=[nights], actor=actor, source=source)
        held.refresh_from_db()
    return held


_DEEDS: dict[str, Callable[..., Reservation]] = {
    ReservationStatus.CONFIRMED: stay_confirm,
    ReservationStatus.CHECKED_IN: stay_check_in,
    ReservationStatus.CHECKED_OUT: stay_check_out,
    ReservationStatus.NO_SHOW: stay_no_show,
    ReservationStatus.CANCELLED: stay_cancel,
}
_BACK = {
    (ReservationStatus.CHECKED_OUT, ReservationStatus.CHECKED_IN),
    (ReservationStatus.CHECKED_IN, ReservationStatus.CONFIRMED),
}
