"""One worker a batch, and word of how far it is, told beside its transaction."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from core.imports.recipe import Cancelled, Report

SECONDS_BETWEEN = 0.5


class Busy(Exception):
    """Another worker has the batch."""


@contextmanager
def held(batch_id) -> Iterator[None]:
    """The batch is this connection's while the block runs; ``Busy`` when it is another one's.

    PostgreSQL lets go of it when the connection ends, however it ends.
    """
    key = [f"import {batch_id}"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", key)
        if not cursor.fetchone()[0]:
            raise Busy
    try:
        yield
    finally:
        if connection.connection is not None and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", key)


class told(Report):
    """Keeps phase and progress with the batch, through a connection of its own.

    Raises ``Cancelled`` once somebody has asked for it.
    """

    def __init__(self, batch, watch=None) -> None:
        super().__init__(watch)
        self.batch_id, self.last, self.phase = batch.pk, 0.0, ""
        self.beside: BaseDatabaseWrapper | None = None

    def __call__(self, phase: str, done: int, total: int | None = None) -> None:
        now = time.monotonic()
        if phase == self.phase and now - self.last < SECONDS_BETWEEN:
            return
        self.phase, self.last = phase, now
        super().__call__(phase, done, total)
        if self.beside is None:
            self.beside = connection.copy()
        with self.beside.cursor() as cursor:
            cursor.execute(
                "UPDATE staging.import_batches SET phase = %s, done = %s, total = %s"
                " WHERE id = %s RETURNING is_cancel_requested",
                [phase, done, total, self.batch_id],
            )
            found = cursor.fetchone()
        if found and found[0]:
            self.close()
            raise Cancelled

    def close(self) -> None:
        """End the second connection."""
        if self.beside is not None:
            self.beside.close()
            self.beside = None
