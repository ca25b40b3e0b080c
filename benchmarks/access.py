"""The 100 newest tickets that a person may read, and guardian's look-up; pages of single answers."""

from collections.abc import Iterator
from functools import partial

from guardian.shortcuts import get_objects_for_user

from benchmarks.measure import Line, best
from benchmarks.rows import (
    LARGE,
    LARGE_GRANTED,
    MANAGER,
    OWN,
    OWN_GRANTED,
    TEAM,
    TEAM_GRANTED,
)
from benchmarks.scope import COLUMNS, PAGE, RATIO, sql
from benchmarks.search import large_tables, scans
from portal.models import User
from service.models import Ticket

READ = "service.view_ticket"
# How far the person gets by roles, and who was granted as many rows one by one.
REACHES = (
    ("50 own", OWN, OWN_GRANTED),
    ("a team's 5,000", TEAM, TEAM_GRANTED),
    ("a team's 27,000", LARGE, LARGE_GRANTED),
    ("all", MANAGER, None),
)


def lines(scratch) -> Iterator[Line]:
    """The floor is the page of everything by the same code."""
    for reach, email, granted in REACHES:
        yield from _pages(scratch, reach, email, granted)
    for reach, email, _ in REACHES:
        yield _answers(reach, email)


def _pages(scratch, reach: str, email: str, granted: str | None) -> Iterator[Line]:
    everything = _newest(Ticket._base_manager)
    mine = Ticket.objects.for_user(User.objects.get(email=email))
    rows = _newest(mine)
    open_rows = _newest(mine.filter(status="OPEN"))
    open_floor = _newest(Ticket._base_manager.filter(status="OPEN"))
    floor, ours, floor_open, ours_open = best(
        *(partial(_read, page) for page in (everything, rows, open_floor, open_rows)), times=40
    )
    fault = scans([sql(rows)], large_tables(scratch.rows))
    count = f"{mine[:30_001].count():,}"
    yield Line(f"{reach} ({count})", ours, floor, goal=RATIO, fault=fault)
    yield Line(f"{reach}, those open", ours_open, floor_open)
    if granted is None:
        return
    user = User.objects.get(email=granted)
    ours, theirs = best(
        partial(_read, _newest(Ticket.objects.for_user(user))),
        lambda: _read(_newest(get_objects_for_user(user, READ, accept_global_perms=False))),
        times=3,
    )
    yield Line(f"  as many by grants, row by row ({granted.partition('@')[0]})", ours, floor)
    yield Line("  the same by guardian's look-up", theirs, floor)


def _answers(reach: str, email: str) -> Line:
    """``has_perm`` of each row of a page: no query for a row, and none where columns tell."""
    user = User.objects.get(email=email)
    user.has_perm(READ)
    page = list(Ticket.objects.for_user(user).order_by("-created_at", "-pk")[:PAGE])
    (asked,) = best(lambda: [user.has_perm(READ, row) for row in page])
    return Line(f"has_perm of 100 tickets, {reach}", asked)


def _newest(rows):
    return rows.order_by("-created_at", "-pk").values_list(*COLUMNS[Ticket])[:PAGE]


def _read(page) -> list:
    return list(page.all())
