"""What numbering, history and indexes cost the writer, against the same rows in a bare table."""

import io
from collections.abc import Iterator

from benchmarks.measure import Line, best, timed
from core.services.records import record_save, records_update
from directory.models import Contact
from portal.models import User

ROWS, SINGLES, UPDATES = 100_000, 200, 10_000
TABLE, BARE, INDEXED = "directory.contacts", "directory.bench_bare", "directory.bench_indexed"
COLUMNS = ("contact_type", "first_name", "last_name", "full_name", "email", "phone")
# Rows of this part alone, so that they can be taken away again.
MARK = "measured.example"


def lines(scratch) -> Iterator[Line]:
    """COPY, rows one by one, and an update of many; the bare table has no index and no trigger."""
    raw = scratch.connect()
    raw.execute(f"DROP TABLE IF EXISTS {BARE}, {INDEXED}")
    raw.execute(f"CREATE TABLE {BARE} (LIKE {TABLE} INCLUDING GENERATED)")
    raw.execute(f"CREATE TABLE {INDEXED} (LIKE {TABLE} INCLUDING ALL)")
    for (column,) in raw.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND attnotnull",
        [BARE],
    ).fetchall():
        raw.execute(f"ALTER TABLE {BARE} ALTER {column} DROP NOT NULL")
    actor = User.objects.create_superuser(f"writer@{MARK}")
    try:
        yield from _copies(raw)
        yield _singles(raw, actor)
        yield _updates(raw, actor)
    finally:
        raw.execute("SET session_replication_role = replica")
        for table in (TABLE, "portal.users"):
            raw.execute(f"DELETE FROM {table} WHERE email LIKE '%{MARK}'")
        raw.execute("TRUNCATE core.row_changes")
        raw.execute(f"DROP TABLE {BARE}, {INDEXED}")
        raw.execute(f"VACUUM ANALYZE {TABLE}")
        raw.close()


def _copies(raw) -> Iterator[Line]:
    data = io.StringIO()
    for n in range(ROWS):
        name = f"First{n % 997}\tLast{n % 7919}\tFirst{n % 997} Last{n % 7919}"
        data.write(f"person\t{name}\t{n}@{MARK}\t+1808{n:07}\n")
    text = data.getvalue().encode()

    def copy(table) -> float:
        def work():
            with (
                raw.transaction(),  # whose end checks the foreign keys
                raw.cursor().copy(f"COPY {table} ({', '.join(COLUMNS)}) FROM STDIN") as target,
            ):
                target.write(text)

        return timed(work)

    floor = copy(BARE)
    yield Line("COPY 100,000 contacts, with number, indexes and checks", copy(INDEXED), floor)
    yield Line("COPY 100,000 contacts, and with history and foreign keys", copy(TABLE), floor)


def _singles(raw, actor) -> Line:
    values = ("person", "Malia", "Kealoha", "Malia Kealoha", f"one@{MARK}", "+18085550100")
    insert = (
        f"INSERT INTO {INDEXED} ({', '.join(COLUMNS)}) VALUES (%s, %s, %s, %s, %s, %s) RETURNING id"
    )

    def floor():
        for _ in range(SINGLES):
            raw.execute(insert, values)

    def ours():
        for _ in range(SINGLES):
            contact = Contact(**dict(zip(COLUMNS, values, strict=True)))
            record_save(instance=contact, actor=actor)

    floor_ms, ours_ms = best(floor, ours, times=3)
    each = f"{SINGLES / ours_ms * 1000:,.0f}/s, floor {SINGLES / floor_ms * 1000:,.0f}/s"
    return Line(
        "one contact, checked and saved (floor: INSERT, indexes)",
        ours_ms / SINGLES,
        floor_ms / SINGLES,
        note=each,
    )


def _updates(raw, actor) -> Line:
    mine = list(Contact.objects.filter(email__endswith=MARK).values_list("pk", flat=True)[:UPDATES])
    keys = raw.execute(f"SELECT id FROM {INDEXED} LIMIT {UPDATES}").fetchall()
    flip = {"value": 0}

    def floor():
        flip["value"] += 1
        raw.execute(
            f"UPDATE {INDEXED} SET city = %s WHERE id = ANY(%s)",
            [f"Town {flip['value']}", [key for (key,) in keys]],
        )

    def ours():
        flip["value"] += 1
        records_update(
            queryset=Contact.objects.filter(pk__in=mine),
            values={"city": f"Town {flip['value']}"},
            actor=actor,
        )

    floor_ms, ours_ms = best(floor, ours, times=3)
    return Line(f"change one field of {UPDATES:,} contacts, with history", ours_ms, floor_ms)
