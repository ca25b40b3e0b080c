"""The instant by which the house plans: the real one, unless a block is told another.

A replay of what happened sets it (``manage.py … --at``), and so does a test. What records when
something was written asks ``timezone.now()``; what decides whether a day is over asks here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

_told: ContextVar[datetime | None] = ContextVar("clock", default=None)


def now() -> datetime:
    """The instant to plan by (aware)."""
    return _told.get() or timezone.now()


@contextmanager
def clock_at(instant: datetime) -> Iterator[None]:
    """Inside the block the house plans as at ``instant`` (aware)."""
    token = _told.set(instant)
    try:
        yield
    finally:
        _told.reset(token)
