"""Numbers that people say: eight writers at once never get the same one, and none waits long."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from core.testing.factories import prepared
from directory.models import Contact
from reservations.models import Reservation

WRITERS = 8
EACH = 5


@pytest.mark.parametrize("model", [Contact, Reservation], ids=["plain", "scoped"])
@pytest.mark.django_db(transaction=True)
def test_eight_writers_at_once_get_numbers_of_their_own(model):
    ready = Barrier(WRITERS)
    work = [[prepared(model) for _ in range(EACH)] for _ in range(WRITERS)]

    def write(rows):
        try:
            ready.wait(timeout=30)
            for row in rows:
                row.save(force_insert=True)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as writers:
        list(writers.map(write, work))
    numbers = list(model._base_manager.values_list("number", flat=True))
    assert len(numbers) == len(set(numbers)) == WRITERS * EACH
    last = sorted(int(number.rpartition("-")[2]) for number in numbers)
    assert last == list(range(last[0], last[0] + WRITERS * EACH)), "one sequence numbers them all"
