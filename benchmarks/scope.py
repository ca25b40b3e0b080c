"""A page of the 100 newest that a person may read, against the same page of everything."""

from collections.abc import Iterator

from django.db import connection

from benchmarks.measure import Line, best
from benchmarks.rows import GUEST, LARGE, MANAGER, OWN, OWNER, TEAM
from benchmarks.search import large_tables, scans
from portal.models import User
from reservations.models import Reservation
from service.models import Ticket

PAGE = 100
RATIO = 3

# How far the person gets, and in whose name.
REACHES = (
    (Ticket, "own 50", OWN),
    (Ticket, "a team of 5,000", TEAM),
    (Ticket, "a team of 27,000", LARGE),
    (Ticket, "all, by role", MANAGER),
    (Ticket, "an owner's", OWNER),
    (Ticket, "a guest's", GUEST),
    (Reservation, "an owner's", OWNER),
    (Reservation, "a guest's", GUEST),
    (Reservation, "a team's", TEAM),
)
COLUMNS = {
    Ticket: ("id", "number", "title", "status", "priority_code", "property_id", "created_at"),
    Reservation: ("id", "number", "status", "property_id", "check_in_date", "check_out_date"),
}


def lines(scratch) -> Iterator[Line]:
    """The floor is the page of everything by the same code: one index read backwards."""
    large = large_tables(scratch.rows)
    for model, reach, email in REACHES:
        user = User.objects.get(email=email)
        columns, ordering = COLUMNS[model], [*model._meta.ordering, "-pk"]
        rows = model.objects.for_user(user).order_by(*ordering)
        page = rows.values_list(*columns)[:PAGE]
        everything = model._base_manager.order_by(*ordering).values_list(*columns)[:PAGE]
        floor, ours = best(
            lambda everything=everything: list(everything.all()),
            lambda page=page: list(page.all()),
            times=25,
        )
        yield Line(
            f"{model._meta.verbose_name_plural}, {reach} ({rows[:10_001].count():,})",
            ours,
            floor,
            goal=RATIO,
            fault=scans([sql(page)], large),
        )


def sql(rows) -> str:
    """The statement of a queryset with its values in place."""
    with connection.cursor() as cursor:
        return cursor.mogrify(*rows.query.sql_with_params())
