"""Journeys while stays are booked, moved, called off and brought back, and messages dealt with."""

from contextlib import ExitStack
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
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
from reservations.choices.journeys import DONE, OPEN
from reservations.models import GuestJourney, Reservation, Touchpoint
from reservations.services.journeys import follow
from reservations.services.stays import stay_book, stay_cancel, stay_change, stay_restore
from reservations.services.touchpoints import touchpoint_edit, touchpoint_move, touchpoint_skip

NOW = NOON - timedelta(days=20)
ALWAYS = (DAY - timedelta(days=999), DAY + timedelta(days=999))
SAID = ("touchpoint_type_id", "channel_code", "subject", "body", "due_at", "sent_at", "status")
days, lengths, places = st.integers(0, 60), st.integers(1, 9), st.integers(0, 21)


class Journeys(RuleBasedStateMachine):
    """One run: a transaction that is rolled back at its end."""

    stays = Bundle("stays")

    def __init__(self):
        super().__init__()
        self.around = ExitStack()
        self.around.enter_context(clock_at(NOW))
        self.around.enter_context(transaction.atomic())
        self.home = factory_of("property.Property").create(min_stay_nights=1)
        self.guest = factory_of("directory.Guest").create()
        self.sent: dict = {}

    def teardown(self):
        """Leave nothing behind."""
        transaction.set_rollback(True)
        self.around.close()

    def tried(self, deed, **how):
        """What the service gives, None where it refuses."""
        try:
            with transaction.atomic():
                return deed(actor=None, source="job", **how)
        except ValidationError:
            return None

    @rule(
        target=stays, first=days, nights=lengths, status=st.sampled_from(["pending", "confirmed"])
    )
    def book(self, first, nights, status):
        start = DAY + timedelta(days=first)
        made = self.tried(
            stay_book,
            home=self.home,
            check_in_date=start,
            check_out_date=start + timedelta(days=nights),
            status=status,
            guest=self.guest,
        )
        return made.pk if made else multiple()

    @rule(key=stays, first=days, nights=lengths)
    def move(self, key, first, nights):
        start = DAY + timedelta(days=first)
        end = start + timedelta(days=nights)
        self.tried(stay_change, stay=stay(key), check_in_date=start, check_out_date=end)

    @rule(key=stays, deed=st.sampled_from([stay_cancel, stay_restore]))
    def call_off_or_bring_back(self, key, deed):
        self.tried(deed, stay=stay(key), reason="By chance.")

    @rule(key=stays, place=places)
    def send(self, key, place):
        row = message(key, place)
        self.tried(touchpoint_edit, touchpoint=row, body="Aloha.", subject="Hi")
        if made := self.tried(touchpoint_move, touchpoint=row, to="sent"):
            self.sent[made.pk] = said(made.pk)

    @rule(key=stays, place=places)
    def skip(self, key, place):
        self.tried(touchpoint_skip, touchpoint=message(key, place), reason="By chance.")

    @invariant()
    def every_stay_has_one_journey(self):
        found = dict(GuestJourney.objects.values_list("reservation", "journey_status"))
        assert len(found) == GuestJourney.objects.count()
        assert found == {
            row.pk: "cancelled" if row.status == "cancelled" else "active"
            for row in Reservation.objects.all()
        }

    @invariant()
    def following_again_changes_nothing(self):
        before = everything()
        follow(home=self.home, windows=[ALWAYS], actor=None, now=NOW)
        assert everything() == before

    @invariant()
    def counts_are_true(self):
        for journey in GuestJourney.objects.all():
            rows = [t for t in journey.touchpoints.all() if t.status != "skipped"]
            done = [t for t in rows if t.status in DONE]
            waiting = [t for t in rows if t.status in OPEN]
            assert journey.touchpoints_total == len(rows)
            assert journey.touchpoints_completed == len(done)
            assert journey.next_touchpoint_due_at == min((t.due_at for t in waiting), default=None)
            if journey.journey_status == "cancelled":
                assert waiting == []

    @invariant()
    def what_was_sent_stays_as_it_was_sent(self):
        assert {key: said(key) for key in self.sent} == self.sent


def stay(key) -> Reservation:
    return Reservation.objects.select_related("property").get(pk=key)


def message(key, place) -> Touchpoint:
    rows = Touchpoint.objects.filter(journey__reservation=key).order_by("rule__stage", "pk")
    return rows[place % rows.count()]


def said(key) -> tuple:
    return Touchpoint.objects.values_list(*SAID).get(pk=key)


def everything() -> tuple:
    return (
        list(Touchpoint.objects.order_by("pk").values()),
        list(GuestJourney.objects.order_by("pk").values()),
    )


@pytest.mark.django_db
def test_journeys_follow_whatever_comes():
    run_state_machine_as_test(
        Journeys,
        settings=settings(
            max_examples=3,
            stateful_step_count=10,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
