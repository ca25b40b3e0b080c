"""What is planned from stays follows them: cleans, inspections, journeys.

Whoever changes stays lets them be followed in the same transaction. New stays that come in numbers
(the API) are followed by a worker just after they are committed, and so are those that came
otherwise (an import, plain SQL): the calendars' ``unfollowed_since``, which a trigger sets, says
that there are some.
"""

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Protocol
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from core.spans import merged
from property.models import Property
from property.services import planning
from reservations.models import PropertyCalendar, Reservation, StayChange
from reservations.services.journeys import follow as journeys_follow

JOB = "reservations.follow_stays"
SOON = 1.0  # seconds after which a worker looks
_called_until = 0.0  # until when a call of this process is still to be answered

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


def stays_follow(
    *, home: Property, windows: Sequence[Window] = (), actor, source: str = "job"
) -> None:
    """Let everything that is planned from stays follow those of a property in the windows, and
    those that still wait for it there.

    Inside the caller's transaction, which holds the property's calendar.
    """
    calendar = PropertyCalendar._base_manager.filter(property=home)
    since = calendar.values_list("unfollowed_since", flat=True).first()
    if since is not None:
        windows = merged([*windows, *_written_since(home.pk, since)], gap=timedelta(days=1))
    for follow in FOLLOWERS:
        follow(home=home, windows=windows, actor=actor, source=source)
    if since is not None:
        calendar.update(unfollowed_since=None)


def stays_follow_soon() -> None:
    """Have a worker let new stays be followed, about a second after they are committed.

    The calendar of each says already that it waits. A process calls once for all that it commits
    within that second; what a call misses, the look of the next minute finds.
    """
    transaction.on_commit(_call_worker, robust=True)


def _call_worker() -> None:
    global _called_until
    if time.monotonic() < _called_until:
        return
    _called_until = time.monotonic() + SOON
    at = timezone.now() + timedelta(seconds=SOON)
    lock = f"{JOB} {os.getpid()}"
    with suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task(JOB, queueing_lock=lock, schedule_at=at).defer(
            timestamp=int(at.timestamp())
        )


def _written_since(home_id: UUID, since: datetime) -> list[Window]:
    """Where stays of a home stand, or stood, that were written at ``since`` or later."""
    now = Reservation._base_manager.filter(property=home_id, updated_at__gte=since)
    spans = list(now.values_list("check_in_date", "check_out_date"))
    moved = StayChange._base_manager.filter(old_property=home_id, changed_at__gte=since)
    spans += moved.values_list("old_check_in_date", "old_check_out_date")
    return spans
