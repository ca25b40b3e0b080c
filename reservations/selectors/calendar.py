"""A property's calendar as its owner may see it: dates and kinds, no guests."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from reservations.choices.reservations import NOT_BLOCKING, OWNERS
from reservations.models import Reservation

Span = tuple[date, date | None]


@dataclass(frozen=True)
class Taken:
    """Nights [check_in_date, check_out_date) that are taken.

    ``continues_before`` and ``continues_after`` tell that the stay has more nights than are
    shown: those of another owner's days.
    """

    id: UUID
    check_in_date: date
    check_out_date: date
    kind: str
    status: str
    is_own: bool
    continues_before: bool
    continues_after: bool


def taken_nights(user, property_id, first: date, end: date, owned: Iterable[Span]) -> list[Taken]:
    """The stays of a property that have nights in [first, end) and in the days ``owned``.

    Nights on which the person owned nothing of it are cut off. In order of arrival.
    """
    rows = (
        Reservation.objects.for_user(user)
        .filter(property=property_id, check_in_date__lt=end, check_out_date__gt=first)
        .exclude(status__in=NOT_BLOCKING)
        .order_by("check_in_date", "id")
    )
    spans = list(owned)
    return [cut for row in rows for start, until in spans if (cut := _cut(row, start, until))]


def _cut(row: Reservation, start: date, until: date | None) -> Taken | None:
    arrives = max(row.check_in_date, start)
    leaves = row.check_out_date if until is None else min(row.check_out_date, until)
    if arrives >= leaves:
        return None
    return Taken(
        id=row.pk,
        check_in_date=arrives,
        check_out_date=leaves,
        kind=row.reservation_type,
        status=row.status,
        is_own=row.reservation_type in OWNERS,
        continues_before=arrives != row.check_in_date,
        continues_after=leaves != row.check_out_date,
    )
