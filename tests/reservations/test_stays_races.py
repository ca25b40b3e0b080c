"""Writers who want the same nights at the same moment: one gets them, the others are told who."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Event

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from core.clock import clock_at
from core.testing.factories import DAY, NOON, factory_of
from property.models import Clean
from reservations.models import GuestJourney, Reservation
from reservations.services.stays import stay_book, stay_change
from reservations.services.upkeep import calendars_catch_up

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


@pytest.mark.django_db(transaction=True)
def test_a_stay_that_began_to_be_booked_before_the_others_waits_for_its_plans_too():
    """What waits is known by the start of its transaction, and those end in any order."""
    home = factory_of("property.Property").create(min_stay_nights=1)
    guest = factory_of("directory.Guest").create()
    begun, go_on = Event(), Event()

    def book(first):
        return stay_book(
            home=home,
            check_in_date=DAY + timedelta(days=first),
            check_out_date=DAY + timedelta(days=first + 3),
            guest=guest,
            follows=False,
            actor=None,
        )

    def slowly():
        with transaction.atomic():
            Reservation.objects.exists()
            begun.set()
            assert go_on.wait(timeout=30)
            return book(0)

    def meanwhile():
        assert begun.wait(timeout=30)
        stay = book(10)
        go_on.set()
        return stay

    stays = all_at_once([slowly, meanwhile])
    assert Clean.objects.count() == 0
    with clock_at(NOON - timedelta(days=2)):
        assert calendars_catch_up() == 1
    planned = Clean.objects.values_list("reservation", "scheduled_date")
    assert sorted(planned) == sorted((stay.pk, stay.check_out_date) for stay in stays)
    assert GuestJourney.objects.count() == 2
