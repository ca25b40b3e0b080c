"""What would become of a stay on some nights of a home, told before anything is saved."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import connection

from property.choices.properties import PropertyManagementStatus, PropertyStatus
from property.models import Property
from property.selectors.clock import moment_at
from reservations.choices.reservations import ReservationType
from reservations.models import Reservation
from reservations.selectors.standing import Standing, conflict_sentence, standing_near

REFUSE, WARN = "refuse", "warn"
#: What only asks for confirmation, so that ``despite=`` may name it.
WARNINGS = ("minimum", "arrival_day", "maximum", "occupancy", "turn", "closed")
MOST_NIGHTS = 3 * 366  # so that a slip of the year is caught

PEOPLE = (
    ReservationType.GUEST,
    ReservationType.OWNER,
    ReservationType.OWNER_GUEST,
    ReservationType.COMPLIMENTARY,
    ReservationType.HOLD,  # a channel's block may be anybody
)
GONE = (PropertyStatus.INACTIVE, PropertyStatus.CHURNED, PropertyStatus.LONG_TERM_RENTAL)
UNMANAGED = (PropertyManagementStatus.TERMINATED, PropertyManagementStatus.OFF_MARKET)
# Plain SQL: everybody who books asks this, many at a time.
_SEASONS = """
SELECT season_name, min_stay, max_stay, arrival_days FROM revenue.seasonal_rates
WHERE property_id = %s AND is_active AND %s BETWEEN start_date AND end_date
"""
DAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")


@dataclass(frozen=True)
class Remark:
    """One sentence on what was asked. ``severity`` is "refuse" or "warn".

    ``topic``: conflict, dates, legal, minimum, maximum, arrival_day, occupancy, turn, closed.
    """

    topic: str
    severity: str
    sentence: str


@dataclass(frozen=True)
class Turn:
    """The time between two stays on one day, in minutes on the home's own clock.

    ``needed`` is what cleaning and inspecting take.
    """

    stay: Standing
    day: date
    available: int
    needed: int

    @property
    def is_ok(self) -> bool:
        """Whether the home can be made ready in time."""
        return self.available >= self.needed

    @property
    def sentence(self) -> str:
        """The turn in words."""
        there = f"{max(self.available, 0)} min between {self.stay.number} and this stay"
        return f"Turn on {self.day}: {there}, cleaning and inspecting take {self.needed} min."


class Season(NamedTuple):
    """The rules of a seasonal rate; ``arrival_days`` are ISO weekdays."""

    season_name: str
    min_stay: int
    max_stay: int | None
    arrival_days: list[int] | None


@dataclass(frozen=True)
class WhatIf:
    """What stands against a stay, and what should be known of it.

    ``conflicts`` are the stays on the nights, ``turn_before`` and ``turn_after`` the same-day turns
    at either end (None where the home is free), ``minimums`` the fewest nights by whose rule.
    """

    conflicts: list[Standing]
    turn_before: Turn | None
    turn_after: Turn | None
    minimums: dict[str, int]
    occupancy: tuple[int, int | None]
    remarks: list[Remark] = field(default_factory=list)

    @property
    def sentences(self) -> list[str]:
        """All that is said, what refuses first."""
        return [remark.sentence for remark in self.refusals + self.warnings]

    @property
    def refusals(self) -> list[Remark]:
        """What cannot be confirmed away."""
        return [remark for remark in self.remarks if remark.severity == REFUSE]

    @property
    def warnings(self) -> list[Remark]:
        """What staff may confirm."""
        return [remark for remark in self.remarks if remark.severity == WARN]

    @property
    def is_possible(self) -> bool:
        """Whether it can be booked at all."""
        return not self.refusals

    def as_json(self) -> dict[str, Any]:
        """The same for pages and the API."""
        return {
            "is_possible": self.is_possible,
            "conflicts": [
                {
                    "id": str(stay.pk),
                    "number": stay.number,
                    "reservation_type": stay.reservation_type,
                    "status": stay.status,
                    "check_in_date": stay.check_in_date.isoformat(),
                    "check_out_date": stay.check_out_date.isoformat(),
                }
                for stay in self.conflicts
            ],
            "turn_before": _turn_json(self.turn_before),
            "turn_after": _turn_json(self.turn_after),
            "minimum_nights": self.minimums,
            "guests": self.occupancy[0],
            "sleeps": self.occupancy[1],
            "remarks": [
                {"topic": r.topic, "severity": r.severity, "sentence": r.sentence}
                for r in self.refusals + self.warnings
            ],
        }


def what_if(
    *,
    home: Property,
    check_in_date: date,
    check_out_date: date,
    guests: int = 0,
    ignore: Reservation | None = None,
    kind: str = ReservationType.GUEST,
    near: list[Standing] | None = None,
) -> WhatIf:
    """What stands against a stay of ``kind`` in ``home`` on [check_in_date, check_out_date).

    ``ignore`` is the stay that is to be changed; its agreed times count in the turns. ``guests``
    0 says nothing of occupancy. Conflicts, dates and the legal minimum refuse; house minimum,
    days of arrival, occupancy, turns and a home that is not let only warn. Two queries; one where
    the caller knows already what stands ``near``.
    """
    occupancy = (guests, home.sleeps)
    fault = dates_fault(check_in_date, check_out_date)
    if fault:
        return WhatIf([], None, None, {}, occupancy, [Remark("dates", REFUSE, fault)])
    own = ignore.pk if ignore is not None else None
    if near is None:
        near = standing_near(home.pk, check_in_date, check_out_date, ignore=own)
    taken = [stay for stay in near if stay.overlaps(check_in_date, check_out_date)]
    seasons = _seasons(home, check_in_date) if kind == ReservationType.GUEST else []
    before, after = _turns(home, near, check_in_date, check_out_date, kind, ignore)
    minimums = _minimums(home, seasons) if kind == ReservationType.GUEST else {}
    remarks = []
    if taken:
        remarks.append(Remark("conflict", REFUSE, conflict_sentence(taken)))
    remarks += _nights(minimums, (check_out_date - check_in_date).days)
    remarks += _season(seasons, check_in_date, check_out_date)
    if kind in PEOPLE and home.sleeps is not None and guests > home.sleeps:
        remarks.append(
            Remark("occupancy", WARN, f"{guests} guests, and the home sleeps {home.sleeps}.")
        )
    remarks += [Remark("turn", WARN, t.sentence) for t in (before, after) if t and not t.is_ok]
    remarks += [Remark("closed", WARN, text) for text in _closed(home, check_out_date, kind)]
    return WhatIf(taken, before, after, minimums, occupancy, remarks)


def dates_fault(first: date, end: date) -> str:
    """Why [first, end) can be no stay; "" when it can."""
    if end <= first:
        return "The day of departure is not after the day of arrival."
    if (end - first).days > MOST_NIGHTS:
        return f"At most {MOST_NIGHTS} nights, please."
    return ""


def _seasons(home: Property, day: date) -> list[Season]:
    with connection.cursor() as cursor:
        cursor.execute(_SEASONS, (home.pk, day))
        return [Season(*row) for row in cursor.fetchall()]


def _minimums(home: Property, seasons: list[Season]) -> dict[str, int]:
    """Fewest nights by rule. Of a season it is that of the night of arrival; the longest counts."""
    found = {}
    if home.legal_min_nights:
        found["legal"] = home.legal_min_nights
    found["house"] = max([home.min_stay_nights, *(season.min_stay for season in seasons)])
    return found


def _nights(minimums: dict[str, int], nights: int) -> Iterator[Remark]:
    count = f"{nights} night" + ("s" if nights > 1 else "")
    if nights < minimums.get("legal", 0):
        yield Remark(
            "legal", REFUSE, f"{count}, and the law allows none below {minimums['legal']}."
        )
    if nights < minimums.get("house", 0):
        yield Remark("minimum", WARN, f"{count}, and the home asks for {minimums['house']}.")


def _season(seasons: list[Season], first: date, end: date) -> Iterator[Remark]:
    for season in seasons:
        if season.max_stay and (end - first).days > season.max_stay:
            yield Remark(
                "maximum", WARN, f"{season.season_name} takes at most {season.max_stay} nights."
            )
        if season.arrival_days and first.isoweekday() not in season.arrival_days:
            days = ", ".join(DAYS[day - 1] for day in season.arrival_days if 1 <= day <= 7)
            yield Remark("arrival_day", WARN, f"In {season.season_name} guests arrive on {days}.")


def _turns(
    home: Property,
    near: list[Standing],
    first: date,
    end: date,
    kind: str,
    own: Reservation | None,
) -> tuple[Turn | None, Turn | None]:
    """Same-day turns between people; whoever comes a day later leaves time enough."""
    if kind not in PEOPLE:
        return None, None
    people = [stay for stay in near if stay.reservation_type in PEOPLE]
    earlier = next((stay for stay in people if stay.check_out_date == first), None)
    later = next((stay for stay in people if stay.check_in_date == end), None)
    arrives = own.expected_arrival_time if own is not None and own.early_check_in else None
    leaves = None
    if own is not None and own.late_check_out:
        leaves = own.late_checkout_time or own.expected_departure_time
    before = after = None
    if earlier is not None:
        there = _minutes(
            moment_at(home, first, earlier.leaves or home.check_out_time),
            moment_at(home, first, arrives or home.check_in_time),
        )
        before = Turn(earlier, first, there, _needed(home))
    if later is not None:
        there = _minutes(
            moment_at(home, end, leaves or home.check_out_time),
            moment_at(home, end, later.arrives or home.check_in_time),
        )
        after = Turn(later, end, there, _needed(home))
    return before, after


def _needed(home: Property) -> int:
    return home.turnover_minutes + home.inspection_minutes


def _minutes(start: datetime, end: datetime) -> int:
    # By the clock of the world: on the day of a change of the clocks an hour is there or not.
    return round((end.timestamp() - start.timestamp()) / 60)


def _closed(home: Property, end: date, kind: str) -> Iterator[str]:
    if kind not in PEOPLE:
        return
    if home.status in GONE or home.management_status in UNMANAGED:
        status = home.status if home.status in GONE else home.management_status
        yield f"The home is not let now: {str(status).replace('_', ' ')}."
    if home.offboarding_date and end > home.offboarding_date:
        yield f"The home leaves the company on {home.offboarding_date}."


def _turn_json(turn: Turn | None) -> dict[str, Any] | None:
    if turn is None:
        return None
    return {
        "number": turn.stay.number,
        "day": turn.day.isoformat(),
        "available_minutes": turn.available,
        "needed_minutes": turn.needed,
        "is_ok": turn.is_ok,
        "sentence": turn.sentence,
    }
