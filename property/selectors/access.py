"""How the guest of a stay gets in, and when the guest may know."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from core.permissions.fields import may_reveal
from core.secrets import Unreadable, opened
from property.choices.access import AccessCodeAudience
from property.models import AccessCode
from property.selectors.clock import moment_at
from reservations.choices.reservations import ReservationStatus
from reservations.models import Reservation

LIVE = (ReservationStatus.CONFIRMED, ReservationStatus.CHECKED_IN)


@dataclass(frozen=True)
class AccessWindow:
    """From when until when a stay's codes are shown (aware, in the property's time zone).

    ``is_live`` says whether the stay stands at all: confirmed or under way.
    """

    opens_at: datetime
    closes_at: datetime
    is_live: bool

    def is_open(self, now: datetime | None = None) -> bool:
        """Whether codes may be shown now."""
        return self.is_live and self.opens_at <= (now or timezone.now()) < self.closes_at


def access_window(stay: Reservation) -> AccessWindow:
    """The window of a stay, its property loaded.

    It opens ``settings.ACCESS_CODE_HOURS`` before check-in by the property's clock and closes at
    check-out: at the agreed late hour where there is one, earlier when the guest has left.
    """
    home = stay.property
    arrives = moment_at(home, stay.check_in_date, home.check_in_time)
    late = stay.late_checkout_time if stay.late_check_out else None
    leaves = moment_at(home, stay.check_out_date, late or home.check_out_time)
    if stay.actual_check_out_at is not None:
        leaves = min(leaves, stay.actual_check_out_at.astimezone(leaves.tzinfo))
    return AccessWindow(
        opens_at=arrives - timedelta(hours=settings.ACCESS_CODE_HOURS),
        closes_at=leaves,
        is_live=stay.status in LIVE,
    )


def codes_of_stay(user, stay: Reservation) -> QuerySet[AccessCode]:
    """The codes that ``user`` may know of a stay now: none outside its window.

    Codes that were taken back or have run out are not among them.
    """
    codes = AccessCode.objects.for_user(user).filter(
        reservation=stay, is_current=True, audience=AccessCodeAudience.GUEST
    )
    if not access_window(stay).is_open():
        return codes.none()
    now = timezone.now()
    return codes.filter(
        Q(revoked_at=None) | Q(revoked_at__gt=now), Q(valid_until=None) | Q(valid_until__gt=now)
    ).order_by("code_type", "id")


def told(user, row: Model, name: str) -> str | None:
    """The plain text of a sealed column for ``user``, None where it is not theirs to know.

    None too for a text whose key is gone: people then call, and somebody enters it anew.
    """
    if not may_reveal(user, row, name):
        return None
    try:
        return opened(row, name)
    except Unreadable:
        return None
