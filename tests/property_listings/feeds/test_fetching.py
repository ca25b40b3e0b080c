"""Fetching: only what may be called, only so much of it, only so long, and nothing told of where."""

import gzip
import threading

import pytest

from core import outgoing
from core.services.secrets import secret_set
from property_listings.services.feeds import fetching
from property_listings.services.feeds.feeds import feed_pull
from property_listings.services.feeds.fetching import feed_fetch
from property_listings.services.feeds.pulling import Fetched, pull_apply
from tests.property_listings.feeds.replay import START, calendar, event, new_feed
from tests.property_listings.feeds.server import plain, serving

pytestmark = pytest.mark.django_db
BODY = calendar(event("a@x", "20260310", "20260314"))
SECRET = "s3cr3t-t0k3n"


def feed_at(url):
    return secret_set(row=new_feed(), values={"url_encrypted": url}, actor=None)


def fetched(answer):
    """What came of a server that answers so; the secret of its address is nowhere in it."""
    with serving(answer) as server:
        found = feed_fetch(feed=feed_at(server.url))
    assert SECRET not in found.failure
    return found


def test_a_calendar_is_fetched_whole_packed_or_not():
    assert fetched(plain(BODY)).body == BODY
    assert fetched(plain(gzip.compress(BODY), Content_Encoding="gzip")).body == BODY


def test_a_redirect_is_followed_a_few_times():
    def answer(handler):
        step = int(handler.path.partition("?")[2] or 0)
        if step < 3:
            plain(b"", 302, Location=f"?{step + 1}")(handler)
        else:
            plain(BODY)(handler)

    assert fetched(answer).body == BODY


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (plain(b"no", 404), "answered 404"),
        (plain(b"", 302, Location="?"), "led on more than"),
        (plain(b"", 302, Location="http://localhost:1/x"), "not on the open internet"),
        (plain(b"", 302, Location="http://169.254.169.254/x"), "not give a number"),
        (plain(b"", 302, Location="ftp://localhost/etc/passwd"), "must begin with"),
        (plain(b"x" * (1024 * 1024 + 1)), "larger than"),
        (plain(gzip.compress(b"x" * 50_000_000), Content_Encoding="gzip"), "larger than"),
        (plain(gzip.compress(BODY)[:-9], Content_Encoding="gzip"), "cut off"),
        (plain(b"rubbish", Content_Encoding="gzip"), "packed wrongly"),
        (plain(BODY, Content_Encoding="br"), "not asked for"),
        (lambda handler: handler.wfile.write(b"rubbish\r\n\r\n"), "connection failed"),
    ],
)
def test_what_is_not_taken(answer, said):
    found = fetched(answer)
    assert said in found.failure
    assert found.body is None


def test_a_body_that_is_shorter_than_promised_is_no_body():
    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(BODY) + 100))
        handler.end_headers()
        handler.wfile.write(BODY)

    assert "connection failed" in fetched(answer).failure


def test_drops_do_not_stretch_the_time(monkeypatch):
    """Bytes that come one by one for ever end when the time is over."""
    monkeypatch.setattr(fetching, "SECONDS", 0.5)
    over = threading.Event()

    def answer(handler):
        handler.send_response(200)
        handler.end_headers()
        while not over.wait(0.05):
            handler.wfile.write(b"x")

    found = fetched(answer)
    over.set()
    assert found.failure == "No answer within 0.5 s."


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/s3cr3t-t0k3n.ics", "http://2130706433/s3cr3t-t0k3n", "http://0x7f.1/x",
        "http://[::1]/s3cr3t-t0k3n", "http://[::ffff:10.0.0.1]/x", "https://8.8.8.8/s3cr3t-t0k3n",
        "http://localhost/s3cr3t-t0k3n", "http://0177.0.0.1/s3cr3t-t0k3n", "http://127.1/x",
    ],
)  # fmt: skip
def test_numbers_and_places_inside_are_not_called(url, settings, monkeypatch):
    settings.FEED_TRUSTED_HOSTS = []
    monkeypatch.setattr(
        outgoing, "create_connection", lambda *args, **kwargs: pytest.fail("called")
    )
    found = feed_fetch(feed=feed_at(url))
    assert found.failure
    assert SECRET not in found.failure


def test_an_answer_that_is_known_is_not_sent_again():
    def answer(handler):
        known = handler.headers.get("If-None-Match") == '"v1"'
        plain(b"" if known else BODY, 304 if known else 200, ETag='"v1"')(handler)

    with serving(answer) as server:
        feed = feed_at(server.url)
        feed_pull(feed_id=feed.pk, at=START)
        feed.refresh_from_db()
        assert feed.progress.etag == '"v1"'
        assert feed_fetch(feed=feed).is_same
        assert [path for path, _ in server.asked] == [f"/ical/{SECRET}.ics"] * 2


def test_a_failure_is_told_without_the_address(caplog, capfd):
    with serving(plain(b"gone", 410)) as server:
        feed = feed_at(server.url)
        feed_pull(feed_id=feed.pk, at=START)
    pull = feed.pulls.get()
    assert pull.error == "The server answered 410."
    said = capfd.readouterr()
    assert SECRET not in caplog.text + said.out + said.err
    assert SECRET not in feed.url_encrypted


def test_a_paused_feed_and_one_without_address_are_not_fetched(monkeypatch):
    monkeypatch.setattr(outgoing, "getaddrinfo", lambda *args, **kwargs: pytest.fail("called"))
    feed = new_feed()
    feed.url_encrypted = None
    feed.save()
    feed_pull(feed_id=feed.pk, at=START)
    pull_apply(feed=feed, fetched=Fetched(body=BODY), at=START)
    assert feed.pulls.count() == 1
