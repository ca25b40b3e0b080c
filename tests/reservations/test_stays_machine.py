"""Stays booked, moved, cut, called off, imported and brought back at random, against a plain model.

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
from reservations.services.upkeep import calendars_catch_up
from tests.property_listings.feeds.replay import calendar, event, new_feed, pulled

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
        self.waiting: set = set()  # homes with stays that a worker is still to follow
        self.feed = new_feed(home=self.homes[0])
        self.pulls = 0

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

    def followed(self) -> dict:
        """The stays of homes at which none is still to be followed."""
        waiting = PropertyCalendar.objects.filter(unfollowed_since__isnull=False)
        left = set(waiting.values_list("property", flat=True))
        return {k: stay for k, stay in self.known.items() if self.homes[stay.home].pk not in left}

    def row(self, key) -> Reservation:
        return Reservation.objects.select_related("property").get(pk=key)

    @rule(target=stays, home=homes, first=days, nights=lengths,
          status=st.sampled_from(["pending", "confirmed", "inquiry"]),
          kind=st.sampled_from(["guest", "owner", "maintenance", "hold"]),
          follows=st.booleans())  # fmt: skip
    def book(self, home, first, nights, status, kind, follows):
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
            follows=follows,
        )
        if made is None:
            return multiple()
        if not follows:
            self.waiting.add(self.homes[home].pk)
        self.known[made.pk] = thought
        return made.pk

    @rule()
    def a_worker_looks(self):
        assert calendars_catch_up() <= len(self.waiting)
        self.waiting.clear()

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

    @rule(target=stays, listed=st.lists(
        st.tuples(st.integers(0, 5), days, lengths, st.booleans()),
        max_size=4, unique_by=lambda one: one[0]))  # fmt: skip
    def import_and_import_again(self, listed):
        """A channel's calendar, read twice: what it changes is its own, and only the first time."""
        lines = [
            event(
                f"{uid}@channel",
                f"{on(first):%Y%m%d}",
                f"{on(first + nights):%Y%m%d}",
                "Airbnb (Not available)" if is_block else "Reserved",
            )
            for uid, first, nights, is_block in listed
        ]
        self.pulls += 1
        pulled(self.feed, calendar(*lines), NOON + timedelta(hours=self.pulls))
        new = []
        for row in Reservation.objects.all():
            told = (
                self.homes.index(row.property),
                (row.check_in_date - DAY).days,
                (row.check_out_date - DAY).days,
                row.status,
                row.reservation_type,
            )
            is_own = row.booking_channel_listing_id == self.feed.channel_listing_id
            if row.pk not in self.known:
                assert is_own
                new.append(row.pk)
            elif not is_own:
                stay = self.known[row.pk]
                assert told == (stay.home, stay.first, stay.end, stay.status, stay.kind)
                continue
            self.known[row.pk] = Modelled(*told)
            self.known[row.pk].changes = row.changes.count()
        return multiple(*new)

    @invariant()
    def no_two_overlap(self):
        with connection.cursor() as cursor:
            cursor.execute(OVERLAPS)
            assert cursor.fetchone() == (0,)

    @invariant()
    def calendars_are_the_stays(self):
        busy = set()
        for kept in PropertyCalendar.objects.select_related("property"):
            assert kept.unfollowed_since is None or kept.property_id in self.waiting
            home = self.homes.index(kept.property)
            for span in kept.busy:
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
        planned = found.values_list("reservation", "property", "scheduled_date")
        known = self.followed()
        assert sorted(row for row in planned if row[0] in known) == sorted(
            (key, self.homes[stay.home].pk, on(stay.end))
            for key, stay in known.items()
            if stay.blocks and stay.kind in ("guest", "owner")
        )

    @invariant()
    def every_guest_stay_has_its_journey(self):
        found = GuestJourney.objects.exclude(journey_status="cancelled")
        known = self.followed()
        assert set(found.values_list("reservation", flat=True)) & set(known) == {
            key for key, stay in known.items() if stay.blocks and stay.kind == "guest"
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
