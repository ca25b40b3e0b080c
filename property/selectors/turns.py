"""Turns: the time between one party's leaving and the next one's coming, and what it takes."""

from dataclasses import dataclass
from datetime import date, datetime, time
from math import ceil

from property.models import Property
from property.selectors.clock import moment_at
from reservations.models import Reservation


@dataclass(frozen=True)
class Turn:
    """A turn of a property.

    ``leaves_at`` and ``arrives_at`` are aware, by the property's clock. ``needed_minutes`` is what
    cleaning and inspecting take, ``gap_minutes`` what there is.
    """

    leaves_at: datetime
    arrives_at: datetime
    needed_minutes: int

    @property
    def gap_minutes(self) -> int:
        """Minutes between leaving and coming; negative when they overlap."""
        return int((self.arrives_at - self.leaves_at).total_seconds() // 60)

    @property
    def spare_minutes(self) -> int:
        """Minutes left over; negative when the turn cannot be made."""
        return self.gap_minutes - self.needed_minutes

    @property
    def is_feasible(self) -> bool:
        """Whether the clean and the inspection fit in."""
        return self.spare_minutes >= 0

    @property
    def is_same_day(self) -> bool:
        """Whether one party leaves and the next comes on one day: back-to-back."""
        return self.leaves_at.date() == self.arrives_at.date()


def minutes_needed(home: Property, *, clean_minutes: int | None = None, crew: int = 1) -> int:
    """Minutes that a turn of ``home`` takes: cleaning shared by ``crew`` people, then inspecting.

    ``clean_minutes`` replaces the property's own ``turnover_minutes`` (a deep clean takes longer).
    """
    cleaning = home.turnover_minutes if clean_minutes is None else clean_minutes
    return ceil(cleaning / max(1, crew)) + home.inspection_minutes


def turn_of(
    home: Property,
    leaves_on: date,
    arrives_on: date,
    *,
    leaving: Reservation | None = None,
    arriving: Reservation | None = None,
    clean_minutes: int | None = None,
    crew: int = 1,
) -> Turn:
    """The turn of ``home`` between two days.

    The stays, where given, may leave late or come early; their days are not looked at, so that one
    can ask before they are moved.
    """
    return Turn(
        leaves_at=moment_at(home, leaves_on, leaving_time(home, leaving)),
        arrives_at=moment_at(home, arrives_on, arriving_time(home, arriving)),
        needed_minutes=minutes_needed(home, clean_minutes=clean_minutes, crew=crew),
    )


def turn_between(home: Property, leaving: Reservation, arriving: Reservation, **how) -> Turn:
    """The turn of ``home`` between two stays as they stand; ``how`` as for ``turn_of``."""
    return turn_of(
        home,
        leaving.check_out_date,
        arriving.check_in_date,
        leaving=leaving,
        arriving=arriving,
        **how,
    )


def leaving_time(home: Property, stay: Reservation | None) -> time:
    """The hour at which a stay gives the property back: the agreed late one, else the usual."""
    if stay is not None and stay.late_check_out and stay.late_checkout_time:
        return stay.late_checkout_time
    return home.check_out_time


def arriving_time(home: Property, stay: Reservation | None) -> time:
    """The hour from which a stay has the property: earlier than usual where that is agreed."""
    if stay is not None and stay.early_check_in and stay.expected_arrival_time:
        return min(stay.expected_arrival_time, home.check_in_time)
    return home.check_in_time
