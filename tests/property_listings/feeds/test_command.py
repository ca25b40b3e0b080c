"""`manage.py pull_feed`: what support replays incidents with."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from core.testing.factories import factory_of
from reservations.models import Reservation
from tests.property_listings.feeds.replay import calendar, event

pytestmark = pytest.mark.django_db
AT = ("20260301T1800Z", "2026-03-01T19:00Z", "2026-03-01T20:00:00+00:00")


@pytest.fixture
def listing():
    return factory_of("property_listings.ChannelListing").create(external_listing_id="778899")


@pytest.fixture
def body(tmp_path):
    """A function: the path of a file with these events."""

    def written(*events):
        path = tmp_path / f"{len(events)}.ics"
        path.write_bytes(calendar(*events))
        return str(path)

    return written


def ran(*arguments):
    out = StringIO()
    call_command("pull_feed", *map(str, arguments), "--json", stdout=out)
    return json.loads(out.getvalue())


def test_it_does_what_the_job_does_and_says_it(listing, body):
    one, two = event("a@x", "20260310", "20260314"), event("b@x", "20260320", "20260324")
    told = ran(listing.number, "--body", body(one, two), "--at", AT[0])
    assert (told["outcome"], len(told["made"]), told["health"]) == ("applied", 2, "ok")
    again = ran(listing.pk, "--body", body(one, two), "--at", AT[0])
    assert (again["is_repeat"], again["made"]) == (True, [])
    gone = ran("778899", "--body", body(one), "--at", AT[1])
    assert [row["uid"] for row in gone["missing"]] == ["b@x"]
    failed = ran("778899", "--failed", "--at", AT[2])
    assert (failed["outcome"], failed["health"]) == ("failed", "failing")
    assert Reservation.objects.filter(status="confirmed").count() == 2


def test_it_speaks_to_people_too(listing, body):
    out = StringIO()
    call_command("pull_feed", listing.number, "--body", body(event("a@x", "20260310", "20260314")),
                 "--at", AT[0], stdout=out)  # fmt: skip
    assert "1 made" in out.getvalue()
    assert "RES-" in out.getvalue()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nobody", "--failed"], "no channel listing"),
        (["778899"], "Give --body"),
        (["778899", "--body", "nowhere.ics"], "cannot be read"),
        (["778899", "--failed", "--at", "yesterday"], "--at"),
    ],
)
def test_what_it_cannot_do_it_says(listing, arguments, said):
    with pytest.raises(CommandError, match=said):
        call_command("pull_feed", *arguments)
