"""Free homes and the tape chart, against the same by hand; one property has 100 stays."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from statistics import median
from uuid import UUID

import orjson
from django.db import connection

from benchmarks.measure import Line, best
from benchmarks.rows import MANAGER
from benchmarks.scope import sql
from portal.models import User
from property.models import Property
from reservations.selectors.availability import Wanted, available
from reservations.selectors.chart import ON_CHART, Asked, chart

FIRST = date(2026, 10, 5)
WEEKS = 8  # for which it is asked, one after the other
HOMES, DAYS = 60, 60
ASKED_BEDROOMS = 77  # that only the measured homes have
RATIO = 2
FILTERED_MS, PORTFOLIO_MS = 1, 20

# What the rows of all parts lack: calendars, which triggers keep otherwise; areas; the work of a
# quarter. Doing it twice changes nothing.
PREPARE = (
    """INSERT INTO reservations.calendars (property_id, busy)
    SELECT property_id, coalesce(range_agg(stay) FILTER (WHERE reservations.blocks(status)), '{}')
    FROM reservations.reservations GROUP BY property_id
    ON CONFLICT (property_id) DO NOTHING""",
    """UPDATE property.properties AS p SET area_id = a.id
    FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM geo.areas LIMIT 40) AS a,
        (SELECT count(*) AS homes FROM property.properties) AS all_of_them
    WHERE a.place = (substr(p.property_code, 2)::bigint - 1) * 40 / homes
        AND p.area_id IS DISTINCT FROM a.id""",
    """INSERT INTO property.cleans
        (clean_id, property_id, reservation_id, clean_type, scheduled_date, status, pinned_fields)
    SELECT 'CLN-B' || row_number() OVER (), property_id, id, 'TURNOVER', check_out_date,
        'assigned', '{}'
    FROM reservations.reservations
    WHERE check_out_date BETWEEN '2026-09-20' AND '2026-12-20' AND status <> 'cancelled'
        AND NOT EXISTS (SELECT FROM property.cleans WHERE clean_id LIKE 'CLN-B%')""",
    """INSERT INTO property.inspections
        (inspection_id, property_id, inspector_id, inspection_type, scheduled_date, status,
         pinned_fields)
    SELECT 'INS-B' || row_number() OVER (), property_id,
        (SELECT id FROM team.team_directory LIMIT 1), 'post_clean', scheduled_date, 'scheduled',
        '{}'
    FROM property.cleans WHERE clean_id LIKE 'CLN-B%'
        AND NOT EXISTS (SELECT FROM property.inspections WHERE inspection_id LIKE 'INS-B%')""",
    "VACUUM ANALYZE reservations.calendars, property.properties, property.cleans,"
    " property.inspections, reservations.reservations",
)

FREE = """
SELECT p.id FROM property.properties AS p
LEFT JOIN reservations.calendars AS c ON c.property_id = p.id
WHERE p.status = 'active' AND p.management_status = 'managed' {more}
    AND (c.busy IS NULL OR NOT c.busy && daterange(%s, %s))
"""
RAW = (
    """SELECT p.id, p.property_code, p.property_name, r.resort_name, a.area_name, p.bedrooms,
        p.sleeps, p.min_stay_nights, p.check_in_time, p.check_out_time, p.status
    FROM property.properties AS p LEFT JOIN property.resorts AS r ON r.id = p.resort_id
    LEFT JOIN geo.areas AS a ON a.id = p.area_id
    WHERE p.bedrooms = %(bedrooms)s AND p.status = ANY(%(on)s)
    ORDER BY r.resort_name, p.property_code LIMIT 2001""",
    """SELECT s.id, s.property_id, s.reservation_id, s.reservation_type, s.status,
        s.check_in_date, s.check_out_date, c.full_name, s.adults, s.children, s.infants, s.pets,
        s.booking_source, s.payment_status, s.gross_total::text, s.amount_paid::text,
        s.amount_due::text, s.expected_arrival_time::text, s.expected_departure_time::text,
        s.booking_channel_listing_id, s.hold_expires_at
    FROM reservations.reservations AS s LEFT JOIN directory.guests AS g ON g.id = s.guest_id
    LEFT JOIN directory.contacts AS c ON c.id = g.contact_id
    WHERE s.property_id = ANY(%(keys)s) AND s.check_out_date >= %(first)s
        AND s.check_in_date < %(end)s AND s.status NOT IN ('cancelled', 'no_show')""",
    """SELECT w.id, w.property_id, w.scheduled_date, w.scheduled_time::text, w.clean_type, w.status,
        t.display_name, w.reservation_id, w.plan_changes IS NOT NULL
    FROM property.cleans AS w LEFT JOIN team.team_directory AS t ON t.id = w.assigned_to_id
    WHERE w.property_id = ANY(%(keys)s) AND w.scheduled_date >= %(first)s
        AND w.scheduled_date < %(end)s AND w.status NOT IN ('cancelled', 'rescheduled')""",
    """SELECT id, property_id, scheduled_date, scheduled_time::text, inspection_type, status,
        pass_fail
    FROM property.inspections WHERE property_id = ANY(%(keys)s)
        AND scheduled_date >= %(first)s AND scheduled_date < %(end)s AND status <> 'cancelled'""",
    """SELECT property_id, (busy * datemultirange(daterange(%(first)s, %(end)s)))::text
    FROM reservations.calendars
    WHERE property_id = ANY(%(keys)s) AND busy && daterange(%(first)s, %(end)s)""",
)


def lines(scratch) -> Iterator[Line]:
    """Times of availability are the server's own, at the median; those of the chart are whole."""
    with scratch.connect() as raw:
        raw.execute("SET session_replication_role = replica")
        for statement in PREPARE:
            raw.execute(statement)
        raw.execute("SET session_replication_role = origin")
        user = User.objects.get(email=MANAGER)
        homes = Property._base_manager.exclude(area=None).order_by("property_code")
        area = homes.values_list("area_id", flat=True)[0]
        wishes = {"area": area, "bedrooms": 3}
        more = "AND p.area_id = %s AND p.bedrooms >= %s"
        yield _free(raw, user, "free, of one area with 3 bedrooms", wishes, more, FILTERED_MS)
        yield _free(raw, user, "free, of the whole portfolio", {}, "", PORTFOLIO_MS)
        yield _within(user)
        yield _chart(raw, user)


def _spans() -> list[tuple[date, date]]:
    starts = [FIRST + timedelta(weeks=number) for number in range(WEEKS)]
    return [(start, start + timedelta(days=7)) for start in starts]


def _server_ms(statement: str) -> float:
    """What the server itself takes: the quickest of five."""
    found = []
    with connection.cursor() as cursor:
        for _ in range(5):
            cursor.execute(
                f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {statement.replace('%', '%%')}", []
            )
            (plan,) = cursor.fetchone()
            plan = json.loads(plan) if isinstance(plan, str) else plan
            found.append(plan[0]["Execution Time"])
    return min(found)


def _free(raw, user, what: str, wishes: dict, more: str, goal_ms: float) -> Line:
    ours, floor, counts = [], [], []
    by_hand = FREE.format(more=more)
    for first, end in _spans():
        rows = available(user, Wanted(first, end, **wishes)).order_by().values_list("pk", flat=True)
        told = (*wishes.values(), first, end)
        with connection.cursor() as cursor:
            hand = cursor.mogrify(by_hand, told)
        found = {key for (key,) in raw.execute(by_hand, told).fetchall()}
        counts.append(len(found))
        if found != set(rows):
            return Line(what, 0, fault="finds other homes than by hand")
        ours.append(_server_ms(sql(rows)))
        floor.append(_server_ms(hand))
    name = f"{what} ({median(counts):,.0f})"
    return Line(name, median(ours), median(floor), goal_ms=goal_ms)


def _within(user) -> Line:
    spans = [(first, first + timedelta(days=21)) for first, _ in _spans()]
    rows = [available(user, Wanted(first, end, nights=5)).order_by() for first, end in spans]
    took = median(_server_ms(sql(one.values_list("pk", flat=True))) for one in rows)
    return Line("5 free nights within three weeks, whole portfolio", took)


def _chart(raw, user) -> Line:
    # Homes of which stays take place: of every twentieth all are cancelled.
    codes = [f"P{number}" for number in range(2, 4 * HOMES) if number % 20 != 1][:HOMES]
    narrow = Property._base_manager.filter(property_code__in=codes)
    kept = dict(narrow.values_list("pk", "bedrooms"))
    narrow.update(bedrooms=ASKED_BEDROOMS)
    asked = Asked(FIRST, DAYS, bedrooms=ASKED_BEDROOMS)
    told = {"bedrooms": ASKED_BEDROOMS, "on": list(ON_CHART), "first": FIRST, "end": asked.end}

    def by_hand() -> int:
        found: list[UUID] = []
        count = 0
        for statement in RAW:
            rows = raw.execute(statement, {**told, "keys": found}).fetchall()
            found = found or [row[0] for row in rows]
            count += len(rows)
        return count

    def ours() -> bytes:
        return orjson.dumps(chart(user, asked, FIRST), default=str)

    try:
        rows = by_hand()
        found = chart(user, asked, FIRST)
        fault = (
            ""
            if sum(len(part) for part in found.values() if isinstance(part, list)) == rows
            else "other rows"
        )
        hand, whole = best(by_hand, ours, times=15)
    finally:
        for beds in set(kept.values()):
            same = [key for key, had in kept.items() if had == beds]
            Property._base_manager.filter(pk__in=same).update(bedrooms=beds)
    size = len(orjson.dumps(found, default=str)) / 1024
    what = f"chart of {len(kept)} homes and {DAYS} days, as JSON ({rows:,} rows, {size:,.0f} KB)"
    return Line(what, whole, hand, goal=RATIO, fault=fault)
