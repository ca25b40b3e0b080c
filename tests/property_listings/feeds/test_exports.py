"""Calendars that others read: by their link alone, without names, and never a channel's own."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from config.logs import without_links
from core.testing.factories import factory_of
from property_listings.api import exports as pages
from property_listings.selectors.exports import export_file
from property_listings.selectors.uids import uid_of
from property_listings.services.feeds.exports import (
    export_create,
    export_rotate,
    export_switch,
)
from reservations.services.stays import stay_book, stay_cancel, stay_change
from tests.property_listings.feeds.replay import START, calendar, event, new_feed, pulled

pytestmark = pytest.mark.django_db
NIGHTS = (date(2026, 3, 10), date(2026, 3, 14))


@pytest.fixture
def home():
    return factory_of("property.Property").create(min_stay_nights=1)


@pytest.fixture
def stay(home):
    contact = factory_of("directory.Contact").create(first_name="Leilani", last_name="Kahale")
    return stay_book(
        home=home, check_in_date=NIGHTS[0], check_out_date=NIGHTS[1], actor=None, source="job",
        guest=factory_of("directory.Guest").create(contact=contact),
    )  # fmt: skip


def made(home, platform=None):
    return export_create(home=home, name=f"For {platform}", platform=platform, actor=None)


def events(export, at=START):
    body, _ = export_file(export, at=at)
    return {str(one["UID"]): one for one in Calendar.from_ical(body).walk("VEVENT")}


def test_stays_keep_their_uid_and_count_their_changes(home, stay):
    export, _ = made(home)
    body, etag = export_file(export, at=START)
    assert export_file(export, at=START) == (body, etag)
    one = events(export)[uid_of(stay.pk)]
    assert (one["DTSTART"].dt, one["DTEND"].dt) == NIGHTS
    assert (one["SUMMARY"], one["SEQUENCE"], one["STATUS"]) == ("Reserved", 0, "CONFIRMED")
    assert b"Leilani" not in body
    assert b"\r\nDTEND;VALUE=DATE:20260314\r\n" in body
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    stay_change(stay=stay, check_out_date=date(2026, 3, 15), actor=None, source="job")
    assert events(export)[uid_of(stay.pk)]["SEQUENCE"] == 1
    assert export_file(export, at=START)[1] != etag


def test_a_cancelled_stay_is_told_of_for_a_while(home, stay):
    export, _ = made(home)
    stay_cancel(stay=stay, reason="Flu.", actor=None, source="job")
    now = timezone.now()
    soon = stay_book(
        home=home, check_in_date=now.date() + timedelta(days=90), actor=None, source="job",
        check_out_date=now.date() + timedelta(days=92), kind="maintenance",
    )  # fmt: skip
    stay_cancel(stay=soon, reason="Done.", actor=None, source="job")
    found = events(export, at=now)[uid_of(soon.pk)]
    assert (found["STATUS"], found["SEQUENCE"], found["SUMMARY"]) == (
        "CANCELLED",
        1,
        "Not available",
    )
    assert events(export, at=now + timedelta(days=31)) == {}


def test_a_channel_does_not_get_its_own_nights_back(home, stay):
    feed = new_feed("AIRBNB", home=home)
    closed = event("b@x", "20260420", "20260425", "Airbnb (Not available)")
    pulled(feed, calendar(event("a@x", "20260401", "20260405"), closed), START)
    airbnb, vrbo = made(home, "AIRBNB")[0], made(home, "VRBO")[0]
    assert events(airbnb).keys() == {uid_of(stay.pk)}
    assert len(events(vrbo)) == 3
    other = new_feed("VRBO", home=home)
    again = pulled(other, export_file(vrbo, at=START)[0], START)
    assert again.report["counts"]["ignored"] == 3
    assert again.report["counts"]["made"] == 0


def test_the_link_is_the_key(home, stay, client):
    export, token = made(home)
    answer = client.get(f"/calendars/{token}.ics")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    known = client.get(f"/calendars/{token}.ics", headers={"If-None-Match": answer["ETag"]})
    assert (known.status_code, known.content) == (304, b"")
    export.refresh_from_db()
    assert export.last_fetched_at is not None
    assert token not in export.token_encrypted
    assert client.post(f"/calendars/{token}.ics").status_code == 405
    fresh = export_rotate(export=export, actor=None)
    assert client.get(f"/calendars/{token}.ics").status_code == 404
    assert client.get(f"/calendars/{fresh}.ics").status_code == 200
    export_switch(export=export, is_active=False, actor=None)
    assert client.get(f"/calendars/{fresh}.ics").status_code == 404
    assert client.get(f"/calendars/{fresh.upper()}.ics").status_code == 404


def test_reading_and_guessing_have_an_end(home, client, monkeypatch):
    monkeypatch.setattr(pages, "CALENDAR_LIMIT", 2)
    monkeypatch.setattr(pages, "GUESS_LIMIT", 2)
    _, token = made(home)
    assert [client.get(f"/calendars/{token}.ics").status_code for _ in range(3)] == [200, 200, 429]
    answers = [client.get("/calendars/none.ics") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [404, 404, 429]
    assert answers[-1]["Retry-After"]


def test_the_log_has_no_links(home, client, caplog):
    assert client.get("/calendars/n0-such-t0ken.ics").status_code == 404
    assert "n0-such-t0ken" not in caplog.text
    said = without_links(None, "info", {"request": "GET /calendars/abc.ics", "code": 200})
    assert said == {"request": "GET /calendars/…", "code": 200}
