"""Gaps: nights between two stays that nobody has booked, and orphans among them."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.backends.utils import split_identifier
from psycopg import sql

from property.models import Property
from reservations.models import PropertyCalendar

ORPHAN_NIGHTS = 2  # a gap of so many nights is an orphan whatever the house minimum

_GAPS = """
SELECT c.property_id, greatest(lower(gap), %(first)s::date), upper(gap),
    upper(gap) - greatest(lower(gap), %(first)s::date) < greatest(p.min_stay_nights, %(orphan)s)
FROM {calendars} AS c
JOIN {properties} AS p ON p.id = c.property_id
CROSS JOIN LATERAL unnest('{{(,)}}'::datemultirange - c.busy) AS gap
WHERE c.property_id = ANY(%(keys)s)
    AND NOT lower_inf(gap) AND NOT upper_inf(gap)
    AND gap && daterange(%(first)s::date, %(end)s::date)
ORDER BY c.property_id, lower(gap)
"""


def gaps_of(user, keys: Sequence[UUID], first: date, end: date) -> list[tuple]:
    """(home, first night, day after the last, is orphan) of each gap that has nights in
    [first, end), of those homes whose calendars the person reads.

    A gap has a stay before it and one after it. Its nights before ``first`` do not count: those
    of yesterday cannot be sold. It is an orphan when it has fewer nights than the house minimum,
    or at most two: nobody will book it by the usual rules.
    """
    if first >= end:
        return []
    calendars = PropertyCalendar.objects.for_user(user).filter(property__in=keys)
    readable = list(calendars.order_by().values_list("property_id", flat=True))
    if not readable:
        return []
    statement = sql.SQL(_GAPS).format(
        calendars=sql.Identifier(*split_identifier(PropertyCalendar._meta.db_table)),
        properties=sql.Identifier(*split_identifier(Property._meta.db_table)),
    )
    values: dict[str, Any] = {
        "first": first,
        "end": end,
        "keys": readable,
        "orphan": ORPHAN_NIGHTS + 1,
    }
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
