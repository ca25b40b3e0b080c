"""How often something may be tried: counters that hold for all processes and hosts.

A counter begins with the first try and is forgotten ``seconds`` later. It lies in the unlogged
table ``core.rate_counters``: cheap to write, empty after a crash of the server, which is no loss.
"""

from datetime import datetime, timedelta
from math import ceil

from django.db import connection
from django.utils import timezone

SPEND = """
INSERT INTO core.rate_counters AS counter (key, spent, expires_at)
VALUES (%(key)s, 1, %(expires_at)s)
ON CONFLICT (key) DO UPDATE SET
    spent = CASE WHEN counter.expires_at <= %(now)s THEN 1 ELSE counter.spent + 1 END,
    expires_at = CASE WHEN counter.expires_at <= %(now)s THEN excluded.expires_at
                 ELSE counter.expires_at END
RETURNING spent, expires_at
"""
SWEEP = "DELETE FROM core.rate_counters WHERE expires_at <= %s"


class Refused(Exception):
    """Tried too often; ``retry_after`` are the seconds until it may be tried again."""

    def __init__(self, retry_after: int):
        self.retry_after = retry_after
        minutes = ceil(retry_after / 60)
        after = f"{minutes} minutes" if minutes > 1 else "a minute"
        super().__init__(f"That was tried too often. Try again in {after}.")


def wait(key: str, *, limit: int, seconds: int) -> int:
    """Count one try under ``key``: 0 when it is among the first ``limit``, else how many seconds
    it takes until the counter begins anew.

    The count stands at once and whatever becomes of the caller's transaction.
    """
    now = timezone.now()
    spent, expires_at = _spend(key, now, now + timedelta(seconds=seconds))
    return 0 if spent <= limit else max(1, ceil((expires_at - now).total_seconds()))


def allowed(key: str, *, limit: int, seconds: int) -> bool:
    """Whether one more try under ``key`` is among the first ``limit`` in ``seconds``; counts it."""
    return wait(key, limit=limit, seconds=seconds) == 0


def require(key: str, *, limit: int, seconds: int) -> None:
    """Count one try under ``key``; raises ``Refused`` when it is one too many."""
    if retry_after := wait(key, limit=limit, seconds=seconds):
        raise Refused(retry_after)


def sweep() -> int:
    """Remove the counters whose time is over; how many there were."""
    with connection.cursor() as cursor:
        cursor.execute(SWEEP, [timezone.now()])
        return cursor.rowcount


def _spend(key: str, now: datetime, expires_at: datetime) -> tuple[int, datetime]:
    values: dict[str, str | datetime] = {"key": key, "now": now, "expires_at": expires_at}
    if not _would_wait_for_commit():
        with connection.cursor() as cursor:
            cursor.execute(SPEND, values)
            return cursor.fetchone()
    aside = connection.copy()
    try:
        with aside.cursor() as cursor:
            cursor.execute(SPEND, values)
            return cursor.fetchone()
    finally:
        aside.close()


def _would_wait_for_commit() -> bool:
    """Whether a transaction is open, other than the one around a whole test."""
    blocks = connection.atomic_blocks
    # What Django itself asks where it refuses a durable block inside another one.
    is_test = bool(blocks) and blocks[0]._from_testcase  # type: ignore[attr-defined]
    return connection.in_atomic_block and not is_test
