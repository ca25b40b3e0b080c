"""Which batches workers are at."""

from django.db import connection


def is_held(batch_id) -> bool:
    """Whether some worker has the batch now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1"
            " AND ((classid::bigint << 32) | objid::bigint) = hashtextextended(%s, 0)"
            " AND granted)",
            [f"import {batch_id}"],
        )
        return bool(cursor.fetchone()[0])
