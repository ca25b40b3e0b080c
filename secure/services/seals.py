"""Sealing the security trail: ranges of entries, soon after they were written.

Entries are not chained as they are written, for that makes writers wait for one another. A job
seals what can no longer change: a Merkle root over the entries in order of their numbers, which
takes in the root before it. The root also goes to a file outside of the database and to the log.
"""

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import structlog
from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.functions import Length
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from secure.models import AuditSeal
from secure.models.secrets import REVIEW_COLUMNS
from secure.services.merkle import Tree, chained

MOST = 5_000  # entries of one seal: of so many is said that one of them was altered
CHUNK = 2_000
LOCK = "halekeeper audit seals"
TABLE = "secure.audit_logs"
FILE = "audit-seals.jsonl"
JOB = "secure.seal"
PAUSE = 1.0  # seconds in which a process calls for a worker no second time
_called = 0.0
log = structlog.get_logger(__name__)

# Entries as they were written: without what a review adds, and what follows from other columns.
# Columns without data are left out, so that a column added later alters nothing.
DOCUMENTS = ("old_values", "new_values", "metadata")  # hashed apart: in them null is not nothing
APART = ", ".join(f"'{n}'" for n in [*REVIEW_COLUMNS, *DOCUMENTS, "updated_at", "search_text"])
TEXTS = ", ".join(f"coalesce(entry.{name}::text, '')" for name in DOCUMENTS)
DIGEST = f"""sha256(convert_to(concat_ws(E'\\n',
    jsonb_strip_nulls(to_jsonb(entry) - ARRAY[{APART}]), {TEXTS}), 'UTF8'))"""
ENTRIES = f"""
SELECT audit_id, {DIGEST}, occurred_at FROM {TABLE} AS entry
WHERE (length(audit_id), audit_id) > (length(%(after)s), %(after)s)
  AND (%(upto)s = '' OR (length(audit_id), audit_id) <= (length(%(upto)s), %(upto)s))
ORDER BY length(audit_id), audit_id
"""  # noqa: S608  constants of this module
NEWEST = f"SELECT audit_id FROM {TABLE} ORDER BY length(audit_id) DESC, audit_id DESC LIMIT 1"  # noqa: S608
# Whoever wrote an entry holds this lock until the transaction ends, and took it before the number.
WRITERS = """
SELECT DISTINCT virtualtransaction FROM pg_locks
WHERE locktype = 'relation' AND relation = %s::regclass AND granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
  AND mode IN ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
  AND pid IS DISTINCT FROM pg_backend_pid()
"""


@dataclass(frozen=True)
class Entry:
    """One entry of the trail: its number, its SHA-256 and when it happened (UTC)."""

    number: str
    digest: bytes
    at: datetime


def audit_seal(*, patience: float = 5.0) -> list[AuditSeal]:
    """Seal what is not sealed yet; the new seals, oldest first.

    Nothing is sealed while a transaction that may still bring an entry among those in question is
    under way: after ``patience`` seconds it is left to the next run. Then nothing can come late:
    an entry that appears in a sealed range was put there. One run at a time; another gives up.
    """
    made: list[AuditSeal] = []
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext(%s))", [LOCK])
        if not cursor.fetchone()[0]:
            return made
        last = newest_seal()
        upto = _settled(cursor, patience)
        if upto:
            made = list(_sealed(last, upto))
    outside_write()
    return made


def seal_soon() -> None:
    """Once this transaction is committed, let a worker know that there is something to seal."""
    transaction.on_commit(_call, robust=True)


def _call() -> None:
    global _called
    if time.monotonic() - _called < PAUSE:
        return  # the minute's run comes anyway
    _called = time.monotonic()
    with suppress(AlreadyEnqueued):
        app.configure_task(JOB, queueing_lock=JOB, lock=JOB).defer()


def newest_seal() -> AuditSeal | None:
    """The last seal; None before the first."""
    return seals_in_order().last()


def seals_in_order() -> QuerySet[AuditSeal]:
    """All seals, oldest first."""
    return AuditSeal.objects.order_by(Length("last_number"), "last_number")


def entries(*, after: str = "", upto: str = "") -> Iterator[Entry]:
    """Entries in order of their numbers, from behind ``after`` up to ``upto`` ("": all there are).

    Call it in a transaction: rows come through a cursor of the server.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('TimeZone', 'UTC', true)")  # as hashed text has it
    with connection.chunked_cursor() as cursor:
        cursor.execute(ENTRIES, {"after": after, "upto": upto})
        while rows := cursor.fetchmany(CHUNK):
            for number, digest, at in rows:
                yield Entry(number, bytes(digest), at)


def seals_file() -> Path:
    """Where the roots are written outside of the database."""
    return Path(settings.SEALS_ROOT) / FILE


def outside_read() -> list[dict]:
    """The seals of the file, oldest first; a line that was torn by a crash is left out."""
    path = seals_file()
    if not path.exists():
        return []
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            lines.append(json.loads(line))
        except ValueError:
            continue
    return lines


def outside_write() -> None:
    """Append to the file what it lacks at its end: seals of this run, and of one that was killed
    between its commit and the file."""
    path = seals_file()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    lines = []
    with os.fdopen(os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600), "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        known = outside_read()
        newest = known[-1]["last"] if known else ""
        lines = [as_line(s) for s in seals_in_order() if in_order(s.last_number) > in_order(newest)]
        if lines:
            end = file.seek(0, os.SEEK_END)
            file.seek(max(0, end - 1))
            torn = b"\n" if file.read(1) not in (b"", b"\n") else b""
            file.write(torn + "".join(json.dumps(line) + "\n" for line in lines).encode())
            file.flush()
            os.fsync(file.fileno())
    for line in lines:
        log.info("audit_sealed", **line)


def in_order(number: str) -> tuple[int, str]:
    """What numbers of entries are sorted by: AUD-99999999 comes before AUD-100000000."""
    return len(number), number


def as_line(seal: AuditSeal) -> dict:
    """A seal as the file and the log keep it."""
    return {
        "id": str(seal.pk),
        "first": seal.first_number,
        "last": seal.last_number,
        "entries": seal.entry_count,
        "root": seal.root_hash,
        "previous": seal.previous_root,
        "sealed_at": seal.sealed_at.isoformat(),
    }


def _settled(cursor, patience: float) -> str:
    """The number up to which nothing can come any more; "" when writers take too long.

    Every number up to the newest entry's was given to a transaction that has ended or is among
    the writers now. When those have ended, what they brought is there to be seen.
    """
    cursor.execute(NEWEST)
    newest = cursor.fetchone()
    if newest is None:
        return ""
    cursor.execute(WRITERS, [TABLE])
    awaited = {row[0] for row in cursor.fetchall()}
    deadline = time.monotonic() + patience
    while awaited:
        cursor.execute(WRITERS, [TABLE])
        awaited &= {row[0] for row in cursor.fetchall()}
        if awaited and time.monotonic() > deadline:
            return ""
        if awaited:
            time.sleep(0.02)
    return newest[0]


def _sealed(last: AuditSeal | None, upto: str) -> Iterator[AuditSeal]:
    after = last.last_number if last else ""
    previous = last.root_hash if last else None
    tree, first, number = Tree(), "", ""
    for entry in entries(after=after, upto=upto):
        tree.add(entry.digest)
        first, number = first or entry.number, entry.number
        if tree.count == MOST:
            seal = _make(previous, tree, first, number)
            previous, tree, first = seal.root_hash, Tree(), ""
            yield seal
    if tree.count:
        yield _make(previous, tree, first, number)


def _make(previous, tree, first, last) -> AuditSeal:
    return AuditSeal.objects.create(
        first_number=first,
        last_number=last,
        entry_count=tree.count,
        root_hash=chained(previous, tree, first, last),
        previous_root=previous,
    )
