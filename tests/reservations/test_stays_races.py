"""Writers who want the same nights at the same moment: one gets them, the others are told who."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from core.testing.factories import DAY, factory_of
from reservations.models import Reservation
from reservations.services.stays import stay_book, stay_change

WRITERS = 6


def all_at_once(deeds):
    """Outcomes of deeds that start together, each on a connection of its own."""
    start = Barrier(len(deeds))

    def one(deed):
        try:
            start.wait(timeout=30)
            return deed()
        except ValidationError as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(one, deeds))


@pytest.mark.django_db(transaction=True)
def test_one_of_many_gets_the_nights_and_two_swap_homes_without_a_deadlock():
    home, other = factory_of("property.Property").create_batch(2, min_stay_nights=1)
    guest = factory_of("directory.Guest").create()

    def book():
        return stay_book(
            home=home,
            check_in_date=DAY,
            check_out_date=DAY + timedelta(days=3),
            guest=guest,
            actor=None,
        )

    outcomes = all_at_once([book] * WRITERS)
    (won,) = [one for one in outcomes if isinstance(one, Reservation)]
    lost = [one for one in outcomes if one is not won]
    assert [(one.code, won.number in one.message) for one in lost] == [("conflict", True)] * len(
        lost
    )

    later = stay_book(
        home=other,
        check_in_date=DAY + timedelta(days=5),
        check_out_date=DAY + timedelta(days=8),
        guest=guest,
        actor=None,
    )
    swaps = [
        lambda: stay_change(stay=won, home=other, actor=None),
        lambda: stay_change(stay=later, home=home, actor=None),
    ]
    moved = all_at_once(swaps)
    assert [stay.property for stay in moved] == [other, home]
