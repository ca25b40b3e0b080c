"""What is planned from stays follows them: cleans, inspections, journeys.

Whoever writes stays lets them be followed in the same transaction. Stays that came otherwise (an
import, plain SQL) are found by the calendars' ``unfollowed_since``, which a trigger sets.
"""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from property.models import Property
from property.services import planning
from reservations.models import PropertyCalendar
from reservations.services.journeys import follow as journeys_follow

Window = tuple[date, date]


class Follower(Protocol):
    """Plans one kind of thing anew for all stays of ``home`` that touch a window.

    Windows are half-open dates: where the stays stood before a change, and where they stand now.
    Doing it twice changes nothing the second time. The stay before a window and the one after it
    may be looked at; their own plans may depend on what lies between.
    """

    def __call__(
        self, *, home: Property, windows: Sequence[Window], actor, source: str
    ) -> None: ...


FOLLOWERS: tuple[Follower, ...] = (planning.follow, journeys_follow)


def stays_follow(*, home: Property, windows: Sequence[Window], actor, source: str = "job") -> None:
    """Let everything that is planned from stays follow those of a property in the windows.

    Inside the caller's transaction, which holds the property's calendar.
    """
    for follow in FOLLOWERS:
        follow(home=home, windows=windows, actor=actor, source=source)
    PropertyCalendar._base_manager.filter(property=home).update(unfollowed_since=None)
