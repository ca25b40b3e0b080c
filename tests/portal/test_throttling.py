"""Counters of tries: they hold, end, and stand whatever becomes of the caller's work."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection, transaction

from core import throttling
from core.tasks import sweep_counters

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def test_so_many_and_no_more(db):
    tries = [throttling.allowed("door", limit=3, seconds=60) for _ in range(5)]
    assert tries == [True, True, True, False, False]
    assert throttling.allowed("window", limit=3, seconds=60)


def test_it_begins_anew_when_its_time_is_over(db):
    with time_machine.travel(NOON, tick=False) as clock:
        assert throttling.wait("door", limit=1, seconds=60) == 0
        clock.shift(timedelta(seconds=20))
        assert throttling.wait("door", limit=1, seconds=60) == 40
        clock.shift(timedelta(seconds=39))
        with pytest.raises(throttling.Refused) as refused:
            throttling.require("door", limit=1, seconds=60)
        assert refused.value.retry_after == 1
        clock.shift(timedelta(seconds=1))
        assert throttling.wait("door", limit=1, seconds=60) == 0


def test_a_job_forgets_what_is_over(db):
    def there():
        with connection.cursor() as cursor:
            # Counts of other tests stand too: they outlive the work around them.
            cursor.execute("SELECT key FROM core.rate_counters WHERE key IN ('brief', 'long')")
            return [key for (key,) in cursor.fetchall()]

    with time_machine.travel(NOON, tick=False) as clock:
        throttling.allowed("brief", limit=1, seconds=60)
        throttling.allowed("long", limit=1, seconds=600)
        clock.shift(timedelta(seconds=61))
        sweep_counters(timestamp=0)
    assert there() == ["long"]


@pytest.mark.django_db(transaction=True)
def test_a_count_stands_when_the_work_around_it_is_undone():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        assert throttling.allowed("door", limit=1, seconds=60)
        raise ZeroDivisionError
    assert not throttling.allowed("door", limit=1, seconds=60)


def test_the_table_is_not_logged(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relpersistence FROM pg_class WHERE oid = 'core.rate_counters'::regclass"
        )
        assert cursor.fetchone() == ("u",)
