"""What the clock does with stays: holds that expire, calendars whose stays came without services."""

from datetime import datetime
from uuid import UUID

import structlog
from django.core.exceptions import ValidationError

from core.services import writing
from property.models import Property
from reservations.choices.reservations import NOT_BEGUN, ReservationCancelledBy
from reservations.models import PropertyCalendar, Reservation
from reservations.services.calendars import stay_locked
from reservations.services.following import stays_follow
from reservations.services.stay_moves import stay_cancel

EXPIRED = "Hold expired"
PORTION = 500  # holds, or homes, of one run

log = structlog.get_logger(__name__)


def holds_expire(*, at: datetime) -> int:
    """Cancel what was held until ``at`` or before; its nights are free again. Gives how many.

    Each in its own transaction; one that is refused is left as it is, and said in the log.
    """
    rows = Reservation._base_manager.filter(hold_expires_at__lte=at, status__in=NOT_BEGUN)
    done = 0
    for stay in rows.select_related("property").order_by("hold_expires_at")[:PORTION]:
        try:
            done += hold_expire(stay=stay, at=at)
        except ValidationError as refused:
            log.warning("hold_kept", stay=stay.number, reason=refused.messages)
    return done


def hold_expire(*, stay: Reservation, at: datetime) -> bool:
    """Cancel a stay that was held until ``at`` or before; whether it still was.

    Asked anew under the lock: somebody may have confirmed it, or held it for longer, meanwhile.
    """
    with writing(None, "job"):
        held = stay_locked(stay)
        until = held.hold_expires_at
        if until is None or until > at or held.status not in NOT_BEGUN:
            return False
        stay_cancel(
            stay=held,
            reason=EXPIRED,
            cancelled_by=ReservationCancelledBy.SYSTEM,
            actor=None,
            source="job",
        )
    return True


def calendars_catch_up(*, most: int = PORTION) -> int:
    """Let plans follow stays that were written past the services; gives how many homes.

    One home a transaction, which holds its calendar; homes at which somebody works now come with
    the next run. One home's trouble delays no other.
    """
    waiting = PropertyCalendar._base_manager.filter(unfollowed_since__isnull=False)
    keys = list(waiting.order_by("unfollowed_since").values_list("property_id", flat=True)[:most])
    done = 0
    for key in keys:
        try:
            done += _caught_up(key)
        except Exception:
            log.exception("calendar_not_followed", property=str(key))
    return done


def _caught_up(home_id: UUID) -> bool:
    with writing(None, "job"):
        calendar = (
            PropertyCalendar._base_manager.select_for_update(skip_locked=True, no_key=True)
            .filter(property=home_id, unfollowed_since__isnull=False)
            .first()
        )
        if calendar is None:
            return False
        home = Property._base_manager.get(pk=home_id)
        stays_follow(home=home, actor=None, source="job")
    return True
