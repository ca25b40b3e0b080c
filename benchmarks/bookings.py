"""Booking under 50 writers: 5 hot properties, then 200; the floor is a bare lock and INSERT."""

import json
import multiprocessing
import os
import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.measure import Line

WRITERS, PROCESSES = 50, int(os.environ.get("BENCH_PROCESSES", "4"))
FIRST, DAYS, LONGEST = date(2031, 1, 1), 365, 7
RATE, P99 = 1900, 150
SETS = (("5 hot properties", 5), ("200 properties", 200))
MARK = "BENCH-BOOKING"

LOCK = "SELECT id FROM reservations.calendars WHERE property_id = %s FOR NO KEY UPDATE"
INSERT = """INSERT INTO reservations.reservations
    (property_id, guest_id, booking_source, check_in_date, check_out_date, status, booked_at,
     confirmed_at)
VALUES (%s, %s, 'DIRECT', %s, %s, 'confirmed', now(), now()) RETURNING id"""
OVERLAPS = """SELECT count(*) FROM reservations.reservations AS a
JOIN reservations.reservations AS b ON b.property_id = a.property_id AND b.id > a.id
    AND b.stay && a.stay AND reservations.blocks(b.status)
WHERE a.property_id = ANY(%s) AND reservations.blocks(a.status)"""
ASTRAY = """SELECT count(*) FROM reservations.calendars AS c
WHERE property_id = ANY(%s) AND busy IS DISTINCT FROM (
    SELECT coalesce(range_agg(stay), '{}') FROM reservations.reservations AS r
    WHERE r.property_id = c.property_id AND reservations.blocks(r.status))"""


def lines(scratch) -> Iterator[Line]:
    """Attempts a second (ours and floor, by 50 writers in several processes), and what they met."""
    attempts = scratch.attempts
    raw = scratch.connect()
    _away(raw)
    # The seeded stays took their numbers past the sequence of the year.
    raw.execute("SELECT core.scoped_business_id('RES-' || extract(year FROM now()) || '-', 6)")
    raw.execute("SELECT setval('core.number_res_' || extract(year FROM now()), 50000000)")
    try:
        for title, count in SETS:
            floor = _run(raw, count, attempts, "floor")
            ours = _run(raw, count, attempts, "ours")
            yield from _told(title, attempts, ours, floor)
    finally:
        _away(raw)
        raw.close()


def _told(title: str, attempts: int, ours: dict, floor: dict) -> Iterator[Line]:
    faults = [f"{ours[name]} {name}" for name in ("overlaps", "astray", "untold", "broken")
              if ours[name]]  # fmt: skip
    if ours["rate"] < RATE:
        faults.append(f"below {RATE}/s")
    yield Line(
        f"one attempt of {attempts:,}, {title}",
        1000 / ours["rate"],
        1000 / floor["rate"],
        fault="; ".join(faults),
        note=f"{ours['rate']:,.0f}/s of which {ours['won']:,} won; floor {floor['rate']:,.0f}/s, "
        f"{floor['won']:,} won",
    )
    yield Line(f"the slowest of 100, {title}", ours["p99"], floor["p99"], goal_ms=P99)
    yield Line(
        f"the slowest of 100 that won, {title}", ours["p99_won"], floor["p99_won"],
        note=f"median {ours['p50_won']:.1f} ms, of those that lost {ours['p50_lost']:.2f} ms",
    )  # fmt: skip


def _run(raw, count: int, attempts: int, how: str) -> dict:
    homes = _homes(raw, count, how)
    guest = raw.execute("SELECT id FROM directory.guests LIMIT 1").fetchone()[0]
    spawn = multiprocessing.get_context("spawn")
    answers, ready = spawn.Queue(), spawn.Barrier(PROCESSES + 1)
    share = attempts // PROCESSES
    workers = [
        spawn.Process(target=_worker, args=(how, homes, guest, share, seat, ready, answers))
        for seat in range(PROCESSES)
    ]
    for worker in workers:
        worker.start()
    ready.wait(timeout=600)
    start = time.perf_counter()
    said = [json.loads(answers.get(timeout=3600)) for _ in workers]
    seconds = time.perf_counter() - start
    for worker in workers:
        worker.join()
    won = sorted(ms for one in said for ms in one["won"])
    lost = sorted(ms for one in said for ms in one["lost"])
    every = sorted(won + lost)
    counts: Counter = sum((Counter(one["counts"]) for one in said), Counter())
    return {
        "rate": len(every) / seconds,
        "won": len(won),
        "p99": _part(every, 0.99),
        "p99_won": _part(won, 0.99),
        "p50_won": _part(won, 0.5),
        "p50_lost": _part(lost, 0.5),
        "overlaps": raw.execute(OVERLAPS, [homes]).fetchone()[0],
        "astray": raw.execute(ASTRAY, [homes]).fetchone()[0],
        "untold": counts["untold"],
        "broken": counts["broken"],
    }


def _part(values: list[float], part: float) -> float:
    return values[min(len(values) - 1, int(len(values) * part))] if values else 0.0


def _homes(raw, count: int, how: str) -> list:
    rows = raw.execute(
        "INSERT INTO property.properties (property_id, property_name, property_code, timezone,"
        " min_stay_nights) SELECT %s || '-' || %s || '-' || n, 'Measured', %s || '-' || %s || '-'"
        " || n, 'Pacific/Honolulu', 1 FROM generate_series(1, %s) AS n RETURNING id",
        [MARK, f"{how}{count}", MARK, f"{how}{count}", count],
    ).fetchall()
    homes = [key for (key,) in rows]
    raw.execute(
        "INSERT INTO reservations.calendars (property_id) SELECT unnest(%s::uuid[])", [homes]
    )
    return homes


def _away(raw) -> None:
    """Take the rows of this part away, and what follows them."""
    mine = "(SELECT id FROM property.properties WHERE property_code LIKE 'BENCH-BOOKING%')"
    stays = f"(SELECT id FROM reservations.reservations WHERE property_id IN {mine})"
    raw.execute("SET session_replication_role = replica")
    for table, column, keys in raw.execute(
        """SELECT conrelid::regclass::text, attname, confrelid::regclass::text
        FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
        WHERE contype = 'f' AND confrelid IN
            ('reservations.reservations'::regclass, 'reservations.guest_journeys'::regclass)
            AND conrelid <> 'reservations.reservations'::regclass
        ORDER BY confrelid = 'reservations.reservations'::regclass"""
    ).fetchall():
        rows = stays
        if keys == "reservations.guest_journeys":
            rows = f"(SELECT id FROM reservations.guest_journeys WHERE reservation_id IN {stays})"
        raw.execute(f"DELETE FROM {table} WHERE {column} IN {rows}")
    raw.execute(f"DELETE FROM reservations.reservations WHERE property_id IN {mine}")
    raw.execute(f"DELETE FROM reservations.calendars WHERE property_id IN {mine}")
    raw.execute("DELETE FROM property.properties WHERE property_code LIKE 'BENCH-BOOKING%'")
    raw.execute("SET session_replication_role = origin")


def _worker(how, homes, guest, share, seat, ready, answers) -> None:
    """A process of several writers; every one has a connection of its own."""
    import django

    django.setup()
    attempt_by = {"ours": _ours, "floor": _floor}[how]
    threads_of = [WRITERS // PROCESSES + (seat < WRITERS % PROCESSES)][0]
    told = {"won": [], "lost": [], "counts": Counter()}
    started = threading.Barrier(threads_of + 1)

    def writer(number: int) -> None:
        chance = random.Random(seat * 1000 + number)
        attempt, close = attempt_by(homes, guest)
        started.wait()
        begun.wait()
        for _ in range(share // threads_of):
            home = chance.randrange(len(homes))
            first = FIRST + timedelta(days=chance.randrange(DAYS))
            end = first + timedelta(days=chance.randint(2, LONGEST))
            start = time.perf_counter()
            outcome = attempt(home, first, end)
            spent = (time.perf_counter() - start) * 1000
            told["won" if outcome == "won" else "lost"].append(spent)
            if outcome not in ("won", "lost"):
                told["counts"][outcome] += 1
        close()

    begun = threading.Event()
    threads = [threading.Thread(target=writer, args=(n,)) for n in range(threads_of)]
    for thread in threads:
        thread.start()
    started.wait()
    ready.wait()
    begun.set()
    for thread in threads:
        thread.join()
    answers.put(json.dumps(told))


def _ours(homes, guest):
    from django.core.exceptions import ValidationError
    from django.db import connection

    from benchmarks.rows import MANAGER
    from directory.models import Guest
    from portal.models import User
    from property.models import Property
    from reservations.services.stays import stay_book

    actor = User.objects.get(email=MANAGER)
    rows = Property._base_manager.in_bulk(homes)
    known = [rows[key] for key in homes]
    booker = Guest._base_manager.get(pk=guest)

    def attempt(home, first, end) -> str:
        try:
            stay_book(
                home=known[home], check_in_date=first, check_out_date=end, guest=booker,
                adults=2, actor=actor, source="api", despite=("turn",), follows=False,
            )  # fmt: skip
        except ValidationError as refused:
            is_told = refused.messages and "RES-" in refused.messages[0]
            return "lost" if is_told and getattr(refused, "code", "") == "conflict" else "untold"
        except Exception:
            return "broken"
        return "won"

    return attempt, connection.close


def _floor(homes, guest):
    import psycopg

    connection = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)

    def attempt(home, first, end) -> str:
        try:
            with connection.transaction():
                connection.execute(LOCK, [homes[home]])
                connection.execute(INSERT, [homes[home], guest, first, end])
        except psycopg.errors.ExclusionViolation:
            return "lost"
        return "won"

    return attempt, connection.close
