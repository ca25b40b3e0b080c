"""Which stays stand on or next to some nights of a property, and how that is said.

Plain SQL: whoever loses a race for nights asks this and nothing else.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import connection

from core.models.fields import TRIAL
from reservations.choices.reservations import ReservationStatus, ReservationType

CONFLICT = "conflict"  # the code of the refusal
NAMED = 3  # stays that one sentence names

KINDS = {
    ReservationType.GUEST: "guest stay",
    ReservationType.OWNER: "owner stay",
    ReservationType.OWNER_GUEST: "stay of the owner's guests",
    ReservationType.MAINTENANCE: "maintenance",
    ReservationType.HOLD: "hold",
    ReservationType.COMPLIMENTARY: "complimentary stay",
}

# A function, whose plan a session keeps: planning took longer than answering.
_STANDING = "SELECT * FROM reservations.standing(%s, %s, %s, %s)"

_EXISTING = re.compile(r"existing key .*=\(([0-9a-f-]{36}), \[([\d-]+),([\d-]+)\)\)")


@dataclass(frozen=True)
class Standing:
    """A stay that has nights [check_in_date, check_out_date). Says nothing of its guest.

    ``arrives`` and ``leaves`` are times of day other than the home's own, where they are agreed.
    """

    pk: UUID
    number: str
    check_in_date: date
    check_out_date: date
    reservation_type: str
    status: str
    arrives: time | None = None
    leaves: time | None = None

    @property
    def kind(self) -> str:
        """What kind of stay it is, in words."""
        return KINDS[ReservationType(self.reservation_type)]

    @property
    def sentence(self) -> str:
        """Number, kind, dates and status, as they stand in a refusal."""
        status = ReservationStatus(self.status).label.lower()
        name = "another row of the sheet" if self.number.startswith(TRIAL) else self.number
        return f"{name} ({self.kind}, {status}, {said(self.check_in_date, self.check_out_date)})"

    def overlaps(self, first: date, end: date) -> bool:
        """Whether it has one of the nights [first, end)."""
        return self.check_in_date < end and self.check_out_date > first


def said(first: date, end: date) -> str:
    """Days of arrival and departure, as sentences of this app say them."""
    return f"{first} to {end}"


def standing_near(
    home_id: UUID, first: date, end: date, *, ignore: UUID | None = None
) -> list[Standing]:
    """The stays that block nights of [first, end), or that end or begin where those do.

    In order of arrival. One query.
    """
    return _standing(home_id, first - timedelta(days=1), end + timedelta(days=1), ignore)


def standing_on(
    home_id: UUID, first: date, end: date, *, ignore: UUID | None = None
) -> list[Standing]:
    """The stays, of anybody, that block nights of [first, end). In order of arrival. One query."""
    return _standing(home_id, first, end, ignore)


def conflict(stays: Iterable[Standing]) -> ValidationError:
    """The refusal of nights on which ``stays`` stand; it names them."""
    return ValidationError(conflict_sentence(stays), code=CONFLICT)


def conflict_sentence(stays: Iterable[Standing]) -> str:
    """Which stays are in the way."""
    listed = list(stays)
    if not listed:
        return "Somebody took or gave back nights of this home at this moment. Look again."
    names = ", ".join(stay.sentence for stay in listed[:NAMED])
    more = f" and {len(listed) - NAMED} more" if len(listed) > NAMED else ""
    verb = "stand" if len(listed) > 1 else "stands"
    return f"These nights are taken: {names}{more} {verb} on them."


def described(detail: str) -> str | None:
    """The refusal of the exclusion constraint in words, from the database's detail of it:
    ``Key (property_id, stay)=(…) conflicts with existing key (property_id, stay)=(id, [a,b)).``
    """
    found = _EXISTING.search(detail)
    if found is None:
        return None
    home, first, end = UUID(found[1]), date.fromisoformat(found[2]), date.fromisoformat(found[3])
    there = [s for s in standing_on(home, first, end) if s.check_in_date == first]
    return conflict_sentence(there) if there else None


def _standing(home_id: UUID, first: date, end: date, ignore: UUID | None) -> list[Standing]:
    with connection.cursor() as cursor:
        cursor.execute(_STANDING, (home_id, first, end, ignore))
        return [Standing(*row) for row in cursor.fetchall()]
