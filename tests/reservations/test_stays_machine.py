"""Stays booked, moved, shortened, cancelled and brought back at random, against a plain model.

``HALEKEEPER_STAYS=long`` plays for about a minute instead of a few seconds.
"""

import os
from contextlib import ExitStack
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from core.clock import clock_at
from core.testing.factories import DAY, NOON, factory_of
from property.models import Clean
from reservations.models import GuestJourney, PropertyCalendar, Reservation, StayChange
from reservations.services.stays import (
    stay_book,
    stay_cancel,
    stay_change,
    stay_no_show,
    stay_restore,
    stay_split,
)

IS_LONG = os.environ.get("HALEKEEPER_STAYS") == "long"
HOMES = 3
SPAN = 60  # days on which they stand
OVERLAPS = """SELECT count(*) FROM reservations.reservations AS a
JOIN reservations.reservations AS b ON b.property_id = a.property_id AND b.id > a.id
    AND b.stay && a.stay
WHERE reservations.blocks(a.status) AND reservations.blocks(b.status)"""
NIGHTS = """SELECT to_char(night, 'YYYY-MM'), count(*)
FROM reservations.reservations AS r
CROSS JOIN LATERAL generate_series(r.check_in_date, r.check_out_date - 1, '1 day') AS night
WHERE reservations.blocks(r.status) GROUP BY 1"""

homes = st.integers(0, HOMES - 1)
days = st.integers(0, SPAN)
lengths = st.integers(1, 9)


class Modelled:
    """What the machine believes of a stay."""

    def __init__(self, home: int, first: int, end: int, status: str, kind: str = "guest"):
        self.home, self.first, self.end, self.status = home, first, end, status
        self.kind = kind
        self.changes = 0

    @property
    def blocks(self) -> bool:
        return self.status in ("pending", "confirmed")

    def nights(self) -> set[tuple[int, int]]:
        """Home and day of each night that is taken."""
        return {(self.home, day) for day in range(self.first, self.end)} if self.blocks else set()


class Stays(RuleBasedStateMachine):
    """One run: a transaction that is rolled back at its end."""

    stays = Bundle("stays")

    def __init__(self):
        super().__init__()
        self.around = ExitStack()
        self.around.enter_context(clock_at(NOON - timedelta(days=2)))
        self.around.enter_context(transaction.atomic())
        make = factory_of("property.Property").create
        self.homes = [make(min_stay_nights=1) for _ in range(HOMES)]
        self.guest = factory_of("directory.Guest").create()
        self.known: dict = {}

    def teardown(self):
        """Leave nothing behind."""
        transaction.set_rollback(True)
        self.around.close()

    def is_free(self, nights: set, but=None) -> bool:
        return not any(nights & stay.nights() for key, stay in self.known.items() if key != but)

    def tried(self, deed, is_allowed: bool, **how):
        """What the service gives; None where it refuses, which it does as the model foresees."""
        made, refused = None, None
        try:
            with transaction.atomic():
                made = deed(actor=None, source="job", **how)
        except ValidationError as error:
            refused = error
        assert (refused is None) == is_allowed, refused
        if getattr(refused, "code", "") == "conflict":
            assert "RES-" in refused.message
        return made

    def row(self, key) -> Reservation:
        return Reservation.objects.select_related("property").get(pk=key)

    @rule(target=stays, home=homes, first=days, nights=lengths,
          status=st.sampled_from(["pending", "confirmed", "inquiry"]),
          kind=st.sampled_from(["guest", "owner", "maintenance", "hold"]))  # fmt: skip
    def book(self, home, first, nights, status, kind):
        thought = Modelled(home, first, first + nights, status, kind)
        made = self.tried(
            stay_book,
            self.is_free(thought.nights()),
            home=self.homes[home],
            check_in_date=on(first),
            check_out_date=on(first + nights),
            kind=kind,
            status=status,
            guest=self.guest if kind == "guest" else None,
        )
        if made is None:
            return multiple()
        self.known[made.pk] = thought
        return made.pk

    @rule(key=stays, home=homes, first=days, nights=lengths)
    def move(self, key, home, first, nights):
        stay = self.known[key]
        wanted = Modelled(home, first, first + nights, stay.status)
        is_allowed = stay.status not in ("cancelled", "no_show") and self.is_free(
            wanted.nights(), key
        )
        made = self.tried(
            stay_change,
            is_allowed,
            stay=self.row(key),
            home=self.homes[home],
            check_in_date=on(first),
            check_out_date=on(first + nights),
        )
        if made is not None:
            is_new = (stay.home, stay.first, stay.end) != (home, first, first + nights)
            stay.changes += is_new
            stay.home, stay.first, stay.end = home, first, first + nights

    @rule(key=stays, nights=lengths)
    def shorten(self, key, nights):
        stay = self.known[key]
        end = stay.first + nights
        if stay.status in ("cancelled", "no_show") or end >= stay.end:
            return
        assert self.tried(stay_change, True, stay=self.row(key), check_out_date=on(end))
        stay.end = end
        stay.changes += 1

    @rule(target=stays, key=stays, home=homes, after=lengths)
    def split(self, key, home, after):
        stay = self.known[key]
        at = stay.first + after
        if at >= stay.end:
            return multiple()
        rest = Modelled(home, at, stay.end, stay.status, stay.kind)
        is_allowed = stay.blocks and self.is_free(rest.nights(), key)
        made = self.tried(
            stay_split, is_allowed, stay=self.row(key), at=on(at), home=self.homes[home]
        )
        if made is None:
            return multiple()
        stay.end = at
        stay.changes += 1
        self.known[made[1].pk] = rest
        return made[1].pk

    @rule(key=stays, deed=st.sampled_from([stay_cancel, stay_no_show]))
    def call_off(self, key, deed):
        stay = self.known[key]
        starts = ("inquiry", "pending", "confirmed", "no_show")
        is_allowed = stay.status in (starts if deed is stay_cancel else ("confirmed",))
        made = self.tried(deed, is_allowed, stay=self.row(key), reason="By chance.")
        if made is not None:
            stay.status = made.status
            stay.changes += 1

    @rule(key=stays)
    def bring_back(self, key):
        stay = self.known[key]
        back = Modelled(stay.home, stay.first, stay.end, "confirmed")
        is_allowed = stay.status in ("cancelled", "no_show") and self.is_free(back.nights(), key)
        made = self.tried(stay_restore, is_allowed, stay=self.row(key), reason="By chance.")
        if made is not None:
            stay.status = "confirmed"
            stay.changes += 1

    @invariant()
    def no_two_overlap(self):
        with connection.cursor() as cursor:
            cursor.execute(OVERLAPS)
            assert cursor.fetchone() == (0,)

    @invariant()
    def calendars_are_the_stays(self):
        busy = set()
        for calendar in PropertyCalendar.objects.select_related("property"):
            assert calendar.unfollowed_since is None
            home = self.homes.index(calendar.property)
            for span in calendar.busy:
                first, end = (span.lower - DAY).days, (span.upper - DAY).days
                busy |= {(home, day) for day in range(first, end)}
        assert busy == set().union(*(stay.nights() for stay in self.known.values()))

    @invariant()
    def every_change_is_kept(self):
        for key, stay in self.known.items():
            assert StayChange.objects.filter(reservation=key).count() == stay.changes

    @invariant()
    def nights_of_each_month_are_those_of_the_model(self):
        with connection.cursor() as cursor:
            cursor.execute(NIGHTS)
            found = dict(cursor.fetchall())
        thought: dict[str, int] = {}
        for stay in self.known.values():
            for _, day in stay.nights():
                month = on(day).strftime("%Y-%m")
                thought[month] = thought.get(month, 0) + 1
        assert found == thought

    @invariant()
    def cleans_match_the_stays(self):
        found = Clean.objects.exclude(status="cancelled").exclude(reservation=None)
        planned = sorted(found.values_list("reservation", "property", "scheduled_date"))
        assert planned == sorted(
            (key, self.homes[stay.home].pk, on(stay.end))
            for key, stay in self.known.items()
            if stay.blocks and stay.kind in ("guest", "owner")
        )

    @invariant()
    def every_guest_stay_has_its_journey(self):
        found = GuestJourney.objects.exclude(journey_status="cancelled")
        assert set(found.values_list("reservation", flat=True)) == {
            key for key, stay in self.known.items() if stay.blocks and stay.kind == "guest"
        }


def on(day: int) -> date:
    """The day of that number."""
    return DAY + timedelta(days=day)


@pytest.mark.django_db
def test_stays_are_what_a_plain_model_says():
    run_state_machine_as_test(
        Stays,
        settings=settings(
            max_examples=60 if IS_LONG else 6,
            stateful_step_count=30 if IS_LONG else 15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
