"""Calendars as they really come: what is broken is said, what is good is kept."""

import glob
import resource
import time as clock
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from config.embedded import REPO
from property_listings.choices.feeds import EventKind
from property_listings.services.feeds.kinds import meaning_of, without_doubles
from property_listings.services.feeds.reading import (
    MOST_EVENTS,
    NoCalendar,
    Read,
    calendar_read,
)
from tests.property_listings.feeds.replay import calendar, event

SHARED = REPO.parent / "shared" / "data" / "ical"
HAWAII = ZoneInfo("Pacific/Honolulu")


def read(body, zone=HAWAII):
    return calendar_read(body, zone=zone, check_out=time(10))


def lines(*text):
    """An event of these lines."""
    return "\r\n".join(["BEGIN:VEVENT", *text, "END:VEVENT"])


def nights(found):
    return {
        one.uid: (one.check_in_date.isoformat(), one.check_out_date.isoformat()) for one in found
    }


GOOD = event("good@x", "20260310", "20260314")
DAY = "DTSTART;VALUE=DATE:20260401"
BROKEN = {
    "before": lines("UID:a", DAY, "DTEND;VALUE=DATE:20260320"),
    "no night": lines("UID:a", DAY, "DTEND;VALUE=DATE:20260401"),
    "no start": lines("UID:a", "DTEND;VALUE=DATE:20260401"),
    "no UID": lines(DAY, "DTEND;VALUE=DATE:20260404"),
    "no date": lines("UID:a", "DTSTART;VALUE=DATE:20261332", "DTEND;VALUE=DATE:20260404"),
    "no end of a time": lines("UID:a", "DTSTART:20260401T100000Z"),
    "two starts": lines("UID:a", DAY, "DTSTART;VALUE=DATE:20260402"),
    "repeats": lines("UID:a", DAY, "DTEND;VALUE=DATE:20260402", "RRULE:FREQ=SECONDLY"),
    "too far": lines("UID:a", "DTSTART;VALUE=DATE:20260401", "DTEND;VALUE=DATE:99991231"),
    "too long": lines("UID:a", DAY, "DURATION:P99999999999D"),
    "rubbish": lines("UID:a", "DTSTART;VALUE=PERIOD;TZID=:::", DAY[:5]),
    "same UID": event("good@x", "20260401", "20260404"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_one_bad_event_costs_no_other(name):
    found = read(calendar(GOOD, BROKEN[name], event("other@x", "20260501", "20260503")))
    assert nights(found.events).keys() == {"good@x", "other@x"}
    assert len(found.bad) == 1
    assert found.bad[0].why.endswith(".")


def test_an_event_that_never_ends_costs_itself_alone():
    found = read(calendar(GOOD, "BEGIN:VEVENT\r\nUID:a", event("other@x", "20260501", "20260503")))
    assert nights(found.events).keys() == {"good@x", "other@x"}
    assert [bad.why for bad in found.bad] == ["The event has no end."]


def test_nights_of_an_event_that_cannot_be_followed_are_known():
    found = read(calendar(GOOD, BROKEN["repeats"], BROKEN["no UID"], BROKEN["same UID"]))
    assert [bad.nights for bad in found.bad] == [
        (date(2026, 4, 1), date(2026, 4, 2)),
        (date(2026, 4, 1), date(2026, 4, 4)),
        (date(2026, 4, 1), date(2026, 4, 4)),
    ]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b'{"code":500}', "JSON"),
        (GOOD.encode(), "part of one"),
        (b"\x00\xff\xfe binary", "something else"),
        (calendar(GOOD)[:-20], "cut off"),
        (calendar(GOOD)[:60], "cut off"),
        (calendar(*[GOOD] * (MOST_EVENTS + 1)), "more than"),
        (b"BEGIN:VCALENDAR\r\n" + b"X" * 1024 * 1024, "larger than 1 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_whole_calendar_is_refused_whole(body, said):
    with pytest.raises(NoCalendar, match=said):
        read(body)


def test_oddities_of_real_calendars_are_understood():
    body = (
        "\ufeffBEGIN:VCALENDAR\nPRODID;X-RICAL-TZSOURCE=TZINFO:-//Airbnb Inc//Hosting//EN\n\n"
        "BEGIN:VEVENT\ndtend;TZID=Pacific/Honolulu:20261015T100000\n"
        'dtstart;TZID="Pacific/Honolulu":20261012T150000\nuid:quoted@x\n'
        "DESCRIPTION:CHECKIN: 03-08-2016\nPHONE: \n+39 000\nSUMMARY:Reser\n\tved\n"
        "BEGIN:VALARM\nSUMMARY:of the alarm\nDTSTART:19700101T000000Z\nEND:VALARM\nEND:VEVENT\n\n"
        "BEGIN:VEVENT\nUID:days@x\nDTSTART;VALUE=DATE:20261101\nDURATION:P4D\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:one@x\nDTSTART;VALUE=DATE:20261110\nSTATUS:CANCELLED\nEND:VEVENT\n"
        "END:VCALENDAR\n"
    ).encode()
    folded = body.replace(b"quoted@x", "m\u00fc".encode()[:2] + b"\n " + "\u00fc@x".encode()[1:])
    found = read(folded)
    assert found.bad == []
    assert nights(found.events) == {
        "m\u00fc@x": ("2026-10-12", "2026-10-15"),
        "days@x": ("2026-11-01", "2026-11-05"),
        "one@x": ("2026-11-10", "2026-11-11"),
    }
    assert found.events[0].summary == "Reserved"
    assert found.events[2].is_cancelled
    assert found.maker == "-//Airbnb Inc//Hosting//EN"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("20261020T090000Z", "20261022T200000Z", ("2026-10-19", "2026-10-22")),
        ("20261020T090000Z", "20261022T200100Z", ("2026-10-19", "2026-10-23")),
        ("20261020T150000", "20261022T100000", ("2026-10-20", "2026-10-22")),
    ],
)
def test_times_become_nights_on_the_propertys_clock(start, end, expected):
    found = read(calendar(lines("UID:a", f"DTSTART:{start}", f"DTEND:{end}")))
    assert nights(found.events) == {"a": expected}


@given(st.binary(max_size=300), st.integers(0, 400))
def test_no_bytes_are_too_odd(junk, place):
    body = calendar(GOOD, event("b@x", "20260401", "20260405", "Blocked", "DURATION:P1D"))
    try:
        found = read(body[:place] + junk + body[place:])
    except NoCalendar:
        return
    assert all(one.check_out_date > one.check_in_date for one in found.events)


def kind(summary, platform="", maker="", uid="a@x", description="", **more):
    made = Read(uid, date(2026, 4, 1), date(2026, 4, 3), summary, description, **more)
    return meaning_of(made, platform=platform, maker=maker)


@pytest.mark.parametrize(
    ("summary", "expected", "name"),
    [
        ("Reserved", EventKind.STAY, ""),
        ("Airbnb (Not available)", EventKind.BLOCK, ""),
        ("Reserved - Kai", EventKind.STAY, "Kai"),
        ("Reserved - Vrbo", EventKind.STAY, ""),
        ("Reserved - Block", EventKind.STAY, "Block"),
        ("Réservée - Zoé & Max", EventKind.STAY, "Zoé & Max"),
        ("Indisponible", EventKind.BLOCK, ""),
        ("Provisoire - Inès", EventKind.TENTATIVE, "Inès"),
        ("Tentative - Noa", EventKind.TENTATIVE, "Noa"),
        ("Reserviert - Jörg", EventKind.STAY, "Jörg"),
        ("CLOSED - Not available", EventKind.UNCLEAR, ""),
        ("CLOSED - Malia Kealoha", EventKind.UNCLEAR, ""),
        ("Dinner with Ana", EventKind.UNCLEAR, ""),
        ("", EventKind.UNCLEAR, ""),
    ],
)
def test_kinds_follow_the_channels_words(summary, expected, name):
    meaning = kind(summary)
    assert (meaning.kind, meaning.name) == (expected, name)


def test_codes_and_names_are_taken_where_they_are_sent():
    url = "Reservation URL: https://www.airbnb.com/hosting/reservations/details/HMX5MPEKA2\nPhone"
    assert kind("Reserved", description=url).code == "HMX5MPEKA2"
    old = kind("Nome Cognome (E2E5ME)", uid="x@airbnb.com")
    assert (old.kind, old.name, old.code) == (EventKind.STAY, "Nome Cognome", "E2E5ME")
    assert kind("Reserved", platform="BOOKING").kind == EventKind.UNCLEAR
    assert kind("Reserved", is_tentative=True).kind == EventKind.TENTATIVE


def test_a_stay_listed_three_times_is_one():
    found = read(
        calendar(
            event("77-in", "20261010", "20261011", "Check-in Keola"),
            event("77-out", "20261014", "20261015", "Check-out Keola"),
            event("77", "20261010", "20261014", "Keola (4 nights)"),
            maker="-//Smoobu//EN",
        )
    )
    whole, doubles = without_doubles(found.events)
    assert [one.uid for one in whole] == ["77"]
    assert len(doubles) == 2
    meaning = meaning_of(whole[0], platform="", maker=found.maker)
    assert (meaning.kind, meaning.name) == (EventKind.STAY, "Keola")


def test_every_calendar_that_was_seen_or_thought_of():
    """Good events in, bad ones one by one, within 5 s and 300 MB."""
    if not SHARED.exists():
        pytest.skip("The collected calendars are not beside the repository.")
    paths = [*glob.glob(f"{SHARED}/feeds/*"), *glob.glob(f"{SHARED}/nasty/*/*")]
    assert len(paths) > 200
    for path in paths:
        with open(path, "rb") as file:
            body = file.read()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = clock.process_time()
        try:
            found = read(body)
        except NoCalendar:
            ends = {line.strip().upper() for line in body.splitlines()}
            assert not {b"BEGIN:VCALENDAR", b"END:VCALENDAR"} <= ends, path
        else:
            assert len(found.events) + len(found.bad) >= body.count(b"BEGIN:VEVENT") - 1, path
        assert clock.process_time() - began < 5, path
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300 * 1024, path
