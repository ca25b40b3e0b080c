"""What becomes of a calendar: stays made, moved, cancelled, held back, clashing; closures held."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from core.testing.factories import factory_of
from property_listings.choices.feeds import FeedHealth, PullOutcome
from property_listings.models import CalendarEvent, CalendarPull, ChannelError
from property_listings.selectors.uids import uid_of
from property_listings.services.feeds.feeds import event_settle, feeds_call
from property_listings.services.feeds.forgetting import closures_forget, pulls_forget
from property_listings.services.feeds.pulling import (
    Fetched,
    body_of,
    pull_apply,
    pull_reject,
    pull_release,
)
from property_listings.services.feeds.replaying import pull_replay, pull_try
from reservations.models import Reservation
from reservations.services.stays import stay_book, stay_cancel
from service.models import Ticket
from tests.property_listings.feeds.replay import (
    HOUR,
    START,
    calendar,
    event,
    new_feed,
    outcomes,
    pulled,
    stays_of,
)

pytestmark = pytest.mark.django_db
A = event("a@x", "20260310", "20260314")
B = event("b@x", "20260320", "20260324")
C = event("c@x", "20260401", "20260405")
D = event("d@x", "20260410", "20260412")
BLOCK = event("block@x", "20260420", "20260425", "Airbnb (Not available)")
ALL = (A, B, C, D)


@pytest.fixture
def feed():
    return new_feed()


def spans(feed, kind="guest"):
    """(first, end, status) of the feed's stays that are on."""
    rows = stays_of(feed, kind).exclude(status="cancelled")
    return [(f"{r.check_in_date:%m%d}", f"{r.check_out_date:%m%d}", r.status) for r in rows]


def counts(pull):
    """What a report counts, without what is none."""
    return {name: count for name, count in pull.report["counts"].items() if count}


def test_stays_are_made_once_with_a_guest_without_a_name(feed):
    pull = pulled(feed, calendar(A, B), START)
    assert counts(pull) == {"made": 2}
    assert spans(feed) == [("0310", "0314", "confirmed"), ("0320", "0324", "confirmed")]
    first, second = stays_of(feed)
    assert first.guest_id == second.guest_id
    assert "name not sent" in first.guest.contact.full_name
    assert first.booked_at == START
    assert pulled(feed, calendar(A, B), START + HOUR).outcome == PullOutcome.UNCHANGED


def test_a_name_and_a_code_are_kept_where_they_are_sent(feed):
    url = "DESCRIPTION:Reservation URL: https://www.airbnb.com/hosting/reservations/de\r\n tails/HMX5MPEKA2"
    pulled(feed, calendar(event("a@x", "20260310", "20260314", "Reserved - Kai Lee", url)), START)
    stay = stays_of(feed).get()
    assert stay.channel_reservation_id == "HMX5MPEKA2"
    assert [(g.first_name, g.last_name, g.is_primary) for g in stay.guests.all()] == [
        ("Kai", "Lee", True)
    ]


def test_the_same_uid_with_other_nights_is_a_move(feed):
    pulled(feed, calendar(A, B), START)
    pull = pulled(feed, calendar(event("a@x", "20260312", "20260317"), B), START + HOUR)
    assert counts(pull) == {"moved": 1}
    assert spans(feed)[0] == ("0312", "0317", "confirmed")
    change = stays_of(feed).first().changes.get()
    assert (change.old_check_in_date, change.new_check_in_date) == (
        date(2026, 3, 10),
        date(2026, 3, 12),
    )


def test_stays_that_change_places_in_one_pull_all_move(feed):
    pulled(feed, calendar(A, B), START)
    moved = calendar(event("a@x", "20260320", "20260322"), event("b@x", "20260322", "20260324"))
    assert counts(pulled(feed, moved, START + HOUR)) == {"moved": 2}


def test_gone_twice_is_cancelled_once_and_gone_once_is_not(feed):
    pulled(feed, calendar(*ALL), START)
    assert counts(pulled(feed, calendar(A, B, C), START + HOUR)) == {"missing": 1}
    assert len(spans(feed)) == 4
    pull = pulled(feed, calendar(A, B, C), START + 2 * HOUR)
    assert counts(pull) == {"cancelled": 1}
    assert stays_of(feed).last().cancelled_by == "platform"
    assert pulled(feed, calendar(A, B, C), START + 3 * HOUR).outcome == PullOutcome.UNCHANGED


def test_looking_twice_in_a_minute_confirms_nothing(feed):
    pulled(feed, calendar(*ALL), START)
    for minute in (60, 61, 62):
        pulled(feed, calendar(A, B, C), START + timedelta(minutes=minute))
    assert len(spans(feed)) == 4


def test_what_is_over_drops_off_and_what_runs_is_left_alone(feed):
    pulled(feed, calendar(A, B), START)
    over = datetime(2026, 3, 16, 20, tzinfo=UTC)
    assert counts(pulled(feed, calendar(B), over)) == {"completed": 1}
    during = datetime(2026, 3, 21, 20, tzinfo=UTC)
    for hour in (0, 1, 2):
        pulled(feed, calendar(C), during + hour * HOUR)
    assert {e.uid: e.status for e in CalendarEvent.objects.filter(feed=feed)} == {
        "a@x": "completed", "b@x": "vanished_during_stay", "c@x": "listed",
    }  # fmt: skip
    assert len(spans(feed)) == 3


def test_what_comes_back_is_the_same_stay_with_its_history(feed):
    pulled(feed, calendar(*ALL), START)
    for hour in (1, 2):
        pulled(feed, calendar(A, B, C), START + hour * HOUR)
    back = event("d@x", "20260411", "20260414")
    pull = pulled(feed, calendar(A, B, C, back), START + 30 * HOUR)
    assert counts(pull) == {"restored": 1}
    stay = stays_of(feed).last()
    assert (stay.status, stay.cancelled_at) == ("confirmed", None)
    assert (stay.check_in_date, stay.check_out_date) == (date(2026, 4, 11), date(2026, 4, 14))
    assert stays_of(feed).count() == 4
    assert stay.changes.filter(new_status="cancelled").exists()


def test_nights_that_the_channel_gave_to_another_stay_are_his_at_once(feed):
    pulled(feed, calendar(A, B), START)
    pull = pulled(feed, calendar(A, event("new@x", "20260320", "20260324")), START + HOUR)
    assert counts(pull) == {"cancelled": 1, "made": 1}
    assert [status for _, _, status in spans(feed)] == ["confirmed", "confirmed"]


@pytest.mark.parametrize(
    "bad",
    [
        Fetched(body=b""),
        Fetched(body=b'{"code":500}'),
        Fetched(body=b"<html>"),
        Fetched(body=calendar(*ALL)[:-30]),
        Fetched(failure="No answer within 10 s."),
        Fetched(body=calendar(A), failure="The server answered 503."),
    ],
)
def test_a_failed_pull_changes_nothing(feed, bad):
    pulled(feed, calendar(*ALL), START)
    for hour in (1, 2, 3):
        assert pulled(feed, bad, START + hour * HOUR).outcome == PullOutcome.FAILED
    assert len(spans(feed)) == 4
    feed.refresh_from_db()
    assert (feed.health, feed.progress.failure_count) == (FeedHealth.FAILING, 3)
    assert ChannelError.objects.get().occurrence_count == 1
    pulled(feed, calendar(*ALL), START + 4 * HOUR)
    feed.refresh_from_db()
    assert feed.health == FeedHealth.OK
    assert ChannelError.objects.get().status == "resolved"


def test_an_empty_calendar_frees_nothing_however_often_it_comes(feed):
    pulled(feed, calendar(*ALL), START)
    for hour in (1, 2, 3):
        assert pulled(feed, calendar(), START + hour * HOUR).outcome == PullOutcome.HELD
    feed.refresh_from_db()
    assert feed.health == FeedHealth.HELD
    assert len(spans(feed)) == 4
    assert counts(pulled(feed, calendar(*ALL), START + 4 * HOUR)) == {}
    feed.refresh_from_db()
    assert feed.health == FeedHealth.OK


def test_a_calendar_that_was_always_empty_is_well(feed):
    assert pulled(feed, calendar(), START).outcome == PullOutcome.UNCHANGED


def test_many_that_vanish_at_once_wait_for_a_second_pull(feed):
    pulled(feed, calendar(*ALL), START)
    held = pulled(feed, calendar(A), START + HOUR)
    assert held.outcome == PullOutcome.HELD
    assert len(held.report["held_back"]) == 3
    assert len(spans(feed)) == 4
    assert counts(pulled(feed, calendar(A), START + 2 * HOUR)) == {"cancelled": 3}


def test_many_that_vanish_and_return_were_never_gone(feed):
    pulled(feed, calendar(*ALL), START)
    pulled(feed, calendar(A), START + HOUR)
    assert "cancelled" not in counts(pulled(feed, calendar(*ALL), START + 2 * HOUR))
    assert len(spans(feed)) == 4


def test_somebody_releases_or_rejects_what_is_held_back(feed, superuser):
    pulled(feed, calendar(*ALL), START)
    pulled(feed, calendar(), START + HOUR)
    with pytest.raises(ValidationError, match="Say why"):
        pull_release(feed=feed, actor=superuser, reason=" ", at=START + 2 * HOUR)
    pull_reject(feed=feed, actor=superuser, reason="Airbnb is down", at=START + 2 * HOUR)
    assert len(spans(feed)) == 4
    with pytest.raises(ValidationError, match="Nothing of this feed"):
        pull_release(feed=feed, actor=superuser, reason="really", at=START + 2 * HOUR)
    pulled(feed, calendar(), START + 3 * HOUR)
    done = pull_release(feed=feed, actor=superuser, reason="Delisted", at=START + 4 * HOUR)
    assert counts(done) == {"cancelled": 4}
    assert spans(feed) == []


def test_a_clash_overwrites_nothing_tells_once_and_is_tried_again(feed):
    home = feed.channel_listing.listing.property
    guest = factory_of("directory.Guest").create()
    ours = stay_book(
        home=home, check_in_date=date(2026, 3, 12), check_out_date=date(2026, 3, 16), guest=guest,
        actor=None, source="job",
    )  # fmt: skip
    for hour in (0, 1, 2):
        pull = pulled(feed, calendar(A, B), START + hour * HOUR)
        assert ours.number in pull.report["refused"][0]["why"]
    assert spans(feed) == [("0320", "0324", "confirmed")]
    assert spans(feed, "hold") == [("0310", "0312", "confirmed")]
    error = ChannelError.objects.get()
    assert (error.occurrence_count, error.ticket.reservation) == (3, ours)
    assert Ticket.objects.count() == 1
    stay_cancel(stay=ours, reason="The other one came first.", actor=None, source="job")
    assert counts(pulled(feed, calendar(A, B), START + 3 * HOUR)) == {"made": 1}
    assert spans(feed)[0] == ("0310", "0314", "confirmed")
    assert spans(feed, "hold") == []
    error.refresh_from_db()
    assert (error.status, outcomes(feed)["a@x"].attention) == ("resolved", None)


def test_closures_are_one_replaceable_set_of_holds(feed):
    """A block that rolls a day at a time, for a month, beside one that stands."""
    pulled(feed, calendar(A, BLOCK), START)
    for number in range(1, 31):
        day = date(2026, 4, 30) + timedelta(days=number)
        rolling = event(
            f"rolls-{number}@x", f"{day:%Y%m%d}", f"{day + timedelta(days=60):%Y%m%d}",
            "Airbnb (Not available)",
        )  # fmt: skip
        pull = pulled(feed, calendar(A, BLOCK, rolling), START + number * timedelta(hours=8))
        assert not {"made", "cancelled", "moved"} & set(counts(pull))
    assert spans(feed, "hold") == [("0420", "0425", "confirmed"), ("0529", "0729", "confirmed")]
    assert stays_of(feed, "hold").count() <= 3
    assert len(spans(feed)) == 1
    assert closures_forget(now=START + timedelta(days=200)) > 20


def test_a_closure_gives_way_to_the_stay_that_is_sold_on_it(feed):
    pulled(feed, calendar(BLOCK), START)
    sold = event("sold@x", "20260421", "20260423")
    rest = event("rest@x", "20260423", "20260425", "Airbnb (Not available)")
    pulled(feed, calendar(sold, rest), START + HOUR)
    assert spans(feed) == [("0421", "0423", "confirmed")]
    assert spans(feed, "hold") == [("0420", "0421", "confirmed"), ("0423", "0425", "confirmed")]
    pulled(feed, calendar(sold, rest), START + 2 * HOUR)
    assert spans(feed, "hold") == [("0423", "0425", "confirmed")]


def test_a_closure_that_has_begun_ends_with_the_second_pull_without_it(feed):
    pulled(feed, calendar(A, BLOCK), START)
    during = datetime(2026, 4, 22, 20, tzinfo=UTC)
    pulled(feed, calendar(event("z@x", "20260601", "20260603")), during)
    assert spans(feed, "hold") == [("0420", "0425", "confirmed")]
    pulled(feed, calendar(event("z@x", "20260601", "20260603")), during + HOUR)
    assert spans(feed, "hold") == []
    assert outcomes(feed)["block@x"].status == "completed"


def test_a_closure_takes_only_nights_that_nobody_has(feed):
    home = feed.channel_listing.listing.property
    stay_book(
        home=home, check_in_date=date(2026, 4, 22), check_out_date=date(2026, 4, 23),
        kind="maintenance", actor=None, source="job",
    )  # fmt: skip
    assert pulled(feed, calendar(BLOCK), START).report["counts"]["refused"] == 0
    assert spans(feed, "hold") == [("0420", "0422", "confirmed"), ("0423", "0425", "confirmed")]


def test_uids_are_one_feeds_own():
    """Airbnb gives the UID of a block to several listings at once."""
    one, other = new_feed(), new_feed()
    pulled(one, calendar(BLOCK), START)
    pulled(other, calendar(event("block@x", "20260501", "20260503", "Blocked")), START)
    assert spans(one, "hold") == [("0420", "0425", "confirmed")]
    assert spans(other, "hold") == [("0501", "0503", "confirmed")]


def test_our_own_events_come_back_are_ignored(feed):
    pulled(feed, calendar(A), START)
    own = event(uid_of(stays_of(feed).get().pk), "20260501", "20260503")
    pull = pulled(feed, calendar(A, own), START + HOUR)
    assert counts(pull) == {"ignored": 1}
    assert len(spans(feed)) == 1


def test_what_is_unclear_is_held_until_somebody_says_what_it_is(superuser):
    feed = new_feed("BOOKING")
    closed = calendar(event("x@booking.com", "20260310", "20260312", "CLOSED - Not available"))
    pulled(feed, closed, START)
    assert (spans(feed), spans(feed, "hold")) == ([], [("0310", "0312", "confirmed")])
    event_settle(event=outcomes(feed)["x@booking.com"], kind="stay", actor=superuser)
    pulled(feed, closed, START + HOUR)
    assert (spans(feed), spans(feed, "hold")) == ([("0310", "0312", "confirmed")], [])


def test_a_tentative_stay_is_held_and_then_made():
    feed = new_feed("VRBO")
    pulled(feed, calendar(event("v", "20260310", "20260312", "Tentative - Noa"), B), START)
    assert len(spans(feed)) == 1
    pulled(feed, calendar(event("v", "20260310", "20260312", "Reserved - Noa"), B), START + HOUR)
    assert len(spans(feed)) == 2
    assert spans(feed, "hold") == []


def test_bad_events_are_told_and_their_nights_are_held(feed):
    repeats = event("r@x", "20260501", "20260503", "Reserved", "RRULE:FREQ=SECONDLY")
    backwards = event("back@x", "20260510", "20260501")
    pull = pulled(feed, calendar(A, repeats, backwards), START)
    assert [one["uid"] for one in pull.report["refused"]] == ["r@x", "back@x"]
    assert spans(feed, "hold") == [("0501", "0503", "confirmed")]


def test_what_somebody_typed_in_before_is_taken_as_the_same_stay(feed):
    home = feed.channel_listing.listing.property
    typed = stay_book(
        home=home, check_in_date=date(2026, 3, 10), check_out_date=date(2026, 3, 14),
        booking_source="AIRBNB", guest=factory_of("directory.Guest").create(), actor=None,
        source="job",
    )  # fmt: skip
    pulled(feed, calendar(A), START)
    assert outcomes(feed)["a@x"].reservation == typed
    assert Reservation.objects.count() == 1


def test_what_somebody_cancelled_here_stays_cancelled(feed):
    pulled(feed, calendar(A, B), START)
    stay_cancel(stay=stays_of(feed).first(), reason="Guest wrote.", actor=None, source="job")
    pulled(feed, calendar(A, B), START + HOUR)
    assert spans(feed) == [("0320", "0324", "confirmed")]


def test_an_older_body_is_refused_and_a_stored_one_can_be_read_again(feed, superuser):
    first = pulled(feed, calendar(A, B), START)
    pulled(feed, calendar(A, B, C), START + HOUR)
    with pytest.raises(ValidationError, match="A later pull"):
        pull_apply(feed=feed, fetched=Fetched(body=calendar(A)), at=START + HOUR / 2)
    assert body_of(first) == calendar(A, B)
    before = CalendarPull.objects.count()
    assert "missing" in pull_try(pull=first, actor=superuser, at=START + 2 * HOUR)
    assert CalendarPull.objects.count() == before
    assert counts(pull_replay(pull=first, actor=superuser, at=START + 2 * HOUR)) == {"missing": 1}


def test_not_modified_is_the_last_body_once_more(feed):
    pulled(feed, calendar(*ALL), START)
    pulled(feed, calendar(A, B, C), START + HOUR)
    same = pulled(feed, Fetched(is_same=True), START + 2 * HOUR)
    assert counts(same) == {"cancelled": 1}


def test_old_bodies_go_but_the_newest_stays(feed, settings):
    pulled(feed, calendar(A), START)
    pulled(feed, calendar(A, B), START + HOUR)
    later = START + timedelta(days=settings.FEED_BODY_DAYS + 1)
    assert pulls_forget(now=later) == (1, 0)
    assert pulls_forget(now=START + timedelta(days=settings.FEED_PULL_DAYS + 1)) == (0, 1)
    assert body_of(feed.pulls.get()) == calendar(A, B)


def test_each_feed_that_is_due_gets_a_job_of_its_own(feed):
    from procrastinate.contrib.django.models import ProcrastinateJob

    others = [new_feed(), new_feed()]
    for one in (feed, *others):
        pulled(one, calendar(A), START)
    assert feeds_call(now=START) == 0
    assert feeds_call(now=START + 2 * HOUR) == 3
    assert feeds_call(now=START + 2 * HOUR) == 3
    jobs = ProcrastinateJob.objects.filter(queue_name="feeds")
    assert jobs.count() == len({job.lock for job in jobs}) == 3
