"""Half a year of real calendars, poll by poll, against what is known to have become of each UID.

``WHOLE_REPLAY=1`` plays all polls of both listings; without it the first ones of one have to do.
"""

import json
import os
import tarfile
from datetime import UTC, datetime, timedelta

import pytest

from config.embedded import REPO
from property.models import Clean
from property_listings.choices.feeds import EventStatus, PullOutcome
from property_listings.services.feeds.pulling import Fetched
from tests.property_listings.feeds.replay import new_feed, outcomes, pulled, stays_of

SHARED = REPO.parent / "shared" / "data" / "ical"
IS_WHOLE = bool(os.environ.get("WHOLE_REPLAY"))
FIRST = 45  # polls that are played when it is not
SAID = {
    EventStatus.LISTED: "present_at_end",
    EventStatus.COMPLETED: "completed",
    EventStatus.CANCELLED: "cancelled",
    EventStatus.VANISHED: "vanished_during_stay",
}
pytestmark = pytest.mark.django_db


def polls(name):
    """(instant, why it failed or "", body) of each poll, in order of time."""
    with tarfile.open(SHARED / "replay" / f"{name}.tar.xz") as archive:
        for member in sorted(archive.getmembers(), key=lambda one: one.name):
            if member.isfile():
                stamp, _, rest = member.name.rpartition("/")[2].partition(".")
                at = datetime.strptime(stamp, "%Y%m%dT%H%MZ").replace(tzinfo=UTC)
                failed = rest.removeprefix("FAILED.") if rest.startswith("FAILED") else ""
                yield at, failed, archive.extractfile(member).read()


def told(truth, cut):
    """UID -> outcome as of ``cut``; "missing" where a second look had not come yet, or who knows."""
    for uid, known in truth.items():
        if known["first_seen"] > cut[1]:
            continue
        gone = known["gone_at"]
        if known["transient_gaps"]:
            yield uid, "missing"
        elif gone is None or gone > cut[1]:
            yield uid, "present_at_end"
        else:
            yield uid, known["outcome"] if gone <= cut[0] else "missing"


@pytest.mark.parametrize("name", ["L1", "L2"] if IS_WHOLE else ["L2"])
def test_every_uid_ends_as_it_truly_did(name):
    if not SHARED.exists():
        pytest.skip("The real calendars are not beside the repository.")
    truth = json.loads((SHARED / "replay" / f"{name}.truth.json").read_text())["uids"]
    feed, ends = new_feed(), []
    for at, failed, body in list(polls(name))[: None if IS_WHOLE else FIRST]:
        pull = pulled(feed, Fetched(body=body), at)
        assert not failed or pull.outcome in (PullOutcome.FAILED, PullOutcome.HELD)
        _cleans_follow(feed, at.date() + timedelta(days=1))
        ends.append(f"{at:%Y-%m-%dT%H:%M:59Z}")
    found = outcomes(feed)
    known = {} if IS_WHOLE else dict(told(truth, ends[-2:]))
    expected = {uid: one["outcome"] for uid, one in truth.items()} if IS_WHOLE else known
    ended = {uid: SAID.get(row.status, row.status) for uid, row in found.items()}
    firm = {uid for uid, outcome in expected.items() if outcome != "missing"}
    assert ended.keys() == expected.keys()
    assert {u: ended[u] for u in firm} == {u: expected[u] for u in firm}
    for uid, row in found.items():
        if IS_WHOLE:
            assert row.times_returned == truth[uid]["transient_gaps"], uid
        if truth[uid]["kind"] == "block":
            assert row.reservation is None
        elif row.reservation is None:  # over when it was seen first, or it clashes
            assert row.attention or row.check_out_date <= row.first_seen_at.date()
        else:
            _stands_where_it_should(row, truth[uid], ended[uid])
    assert stays_of(feed).count() == len([row for row in found.values() if row.reservation])
    assert stays_of(feed, "hold").count() <= max(2, 3 * len(ends) // 20)


def _cleans_follow(feed, day):
    """Stays that leave on the day or later have their clean then, and those that are off have none."""
    stays = stays_of(feed).filter(check_out_date__gte=day)
    due = stays.exclude(status="cancelled").values_list("pk", "property", "check_out_date")
    cleans = Clean.objects.filter(reservation__in=stays).exclude(status="cancelled")
    planned = cleans.values_list("reservation", "property", "scheduled_date")
    assert sorted(planned) == sorted(due)


def _stands_where_it_should(row, known, ended):
    stay = row.reservation
    assert (stay.status == "cancelled") == (ended == "cancelled"), row.uid
    spans = [(stay.check_in_date, stay.check_out_date)]
    spans += [(one.old_check_in_date, one.old_check_out_date) for one in stay.changes.all()]
    spans += [(one.new_check_in_date, one.new_check_out_date) for one in stay.changes.all()]
    had = {(f"{first:%Y%m%d}", f"{end:%Y%m%d}") for first, end in spans}
    history = {tuple(span) for _, *span in known["date_history"]}
    assert had == history if IS_WHOLE else had <= history, row.uid
