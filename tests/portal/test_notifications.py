"""By which ways people are told of what, and when they are left alone."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from core.testing.factories import factory_of
from core.testing.fixtures import person
from portal.models import UserPreference
from portal.selectors.notifications import (
    Channels,
    notification_channels,
    notification_matrix,
    quiet_hours_kept,
)
from portal.selectors.preferences import preferences_of
from portal.services.preferences import notifications_save, preferences_save

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiet():
    """quiet("America/New_York", "22:00", "07:00"): somebody there with these quiet hours."""

    def made(zone, start, end, **fields):
        user = person(user_type="guest", timezone_code=zone, phone="+1 808 555 0100", **fields)
        hours = {"is_on": True, "start": start, "end": end}
        notifications_save(user=user, actor=user, quiet_hours=hours)
        return user

    return made


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def held_until(user, at, topic="messages"):
    """When the ways that make a sound open, as UTC text without zone; None when they are open."""
    found = notification_channels(user=user, topic=topic, at=utc(at))
    assert "in_app" in found.now, "what makes no sound is never held back"
    assert set(found.now) | set(found.later) == {"email", "push", "in_app"}
    assert bool(found.later) == (found.later_from is not None)
    return f"{found.later_from:%Y-%m-%dT%H:%M}" if found.later else None


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("2026-01-11T02:59", None),  # 21:59 in New York
        ("2026-01-11T03:00", "2026-01-11T12:00"),
        ("2026-01-11T05:30", "2026-01-11T12:00"),  # past midnight
        ("2026-01-11T11:59", "2026-01-11T12:00"),
        ("2026-01-11T12:00", None),
    ],
)
def test_quiet_hours_cross_midnight(quiet, at, until):
    assert held_until(quiet("America/New_York", "22:00", "07:00"), at) == until


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("2026-01-10T22:59", None),
        ("2026-01-10T23:00", "2026-01-11T01:00"),  # 13:00 in Honolulu
        ("2026-01-11T01:00", None),
    ],
)
def test_quiet_hours_within_a_day(quiet, at, until):
    assert held_until(quiet("Pacific/Honolulu", "13:00", "15:00"), at) == until


@pytest.mark.parametrize(
    ("zone", "start", "end", "at", "until"),
    [
        # New York, 8 March 2026: 02:00 EST is 03:00 EDT.
        ("America/New_York", "22:00", "07:00", "2026-03-08T06:30", "2026-03-08T11:00"),
        ("America/New_York", "22:00", "07:00", "2026-03-07T06:30", "2026-03-07T12:00"),
        ("America/New_York", "22:00", "02:30", "2026-03-08T06:30", "2026-03-08T07:30"),
        ("America/New_York", "22:00", "02:30", "2026-03-08T07:29", "2026-03-08T07:30"),
        ("America/New_York", "22:00", "02:30", "2026-03-08T07:30", None),
        ("America/New_York", "02:30", "07:00", "2026-03-08T07:29", None),
        ("America/New_York", "02:30", "07:00", "2026-03-08T07:30", "2026-03-08T11:00"),
        # 1 November 2026: 02:00 EDT is 01:00 EST, and 01:30 comes twice.
        ("America/New_York", "22:00", "07:00", "2026-11-01T06:30", "2026-11-01T12:00"),
        ("America/New_York", "22:00", "01:30", "2026-11-01T05:45", "2026-11-01T06:30"),
        ("America/New_York", "22:00", "01:30", "2026-11-01T06:30", None),
        ("America/New_York", "01:30", "07:00", "2026-11-01T05:29", None),
        ("America/New_York", "01:30", "07:00", "2026-11-01T05:30", "2026-11-01T12:00"),
        ("America/New_York", "01:30", "07:00", "2026-11-01T06:15", "2026-11-01T12:00"),
        # Berlin changes on other days, Sydney the other way round.
        ("Europe/Berlin", "22:00", "07:00", "2026-03-28T22:00", "2026-03-29T05:00"),
        ("Australia/Sydney", "22:00", "07:00", "2026-04-04T13:00", "2026-04-04T21:00"),
        ("Australia/Sydney", "22:00", "07:00", "2026-10-03T13:00", "2026-10-03T20:00"),
    ],
)
def test_quiet_hours_on_the_day_clocks_change(quiet, zone, start, end, at, until):
    assert held_until(quiet(zone, start, end), at) == until


@pytest.mark.parametrize("topic", ["emergencies", "security"])
def test_what_is_urgent_comes_through(quiet, topic):
    user = quiet("Pacific/Honolulu", "22:00", "07:00")
    found = notification_channels(user=user, topic=topic, at=utc("2026-01-11T10:00"))
    assert "email" in found.now
    assert (found.later, found.later_from) == ((), None)


def test_quiet_hours_that_are_off_hold_nothing_back(quiet):
    user = quiet("Pacific/Honolulu", "22:00", "07:00")
    notifications_save(user=user, actor=user, quiet_hours={"is_on": False})
    assert held_until(user, "2026-01-11T10:00") is None
    assert quiet_hours_kept(user=user) == {"is_on": False, "start": "22:00", "end": "07:00"}


def test_who_has_no_time_zone_has_the_companys(quiet):
    user = quiet(None, "22:00", "07:00")
    assert held_until(user, "2026-01-11T08:00") == "2026-01-11T17:00"  # Honolulu
    factory_of("ref.TimeZone").create(code="Mars/Olympus")
    user.timezone_code = "Mars/Olympus"
    assert held_until(user, "2026-01-11T08:00") == "2026-01-11T17:00"


def test_one_is_told_by_the_ways_one_chose(django_assert_num_queries):
    user = person(phone="+1 808 555 0100")
    choice = {"bookings": {"email": False, "sms": True}}
    notifications_save(user=user, actor=user, topics=choice)
    at = utc("2026-01-11T10:00")
    with django_assert_num_queries(1):
        found = notification_channels(user=user, topic="bookings", at=at)
    assert found == Channels(now=("sms", "in_app"))
    notifications_save(user=user, actor=user, topics={"bookings": {"in_app": False}})
    assert notification_channels(user=user, topic="bookings", at=at).now == ("sms",)
    matrix = notification_matrix(user=user)
    assert matrix["bookings"] == {"email": False, "sms": True, "push": False, "in_app": False}
    assert matrix["statements"]["email"] is True, "the rest is as it was"
    user.phone = None
    assert notification_channels(user=user, topic="bookings", at=at) == Channels()


def test_a_closed_account_is_told_nothing():
    user = person(status="suspended")
    assert notification_channels(user=user, topic="security", at=utc("2026-01-11T10:00")) == (
        Channels()
    )


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"topics": {"gossip": {"email": True}}}, "topics.gossip"),
        ({"topics": {"bookings": {"pigeon": True}}}, "topics.bookings.pigeon"),
        ({"topics": {"bookings": {"email": "yes"}}}, "topics.bookings.email"),
        ({"topics": {"security": {"email": False}}}, "topics.security.email"),
        ({"quiet_hours": {"start": "25:00"}}, "quiet_hours.start"),
        ({"quiet_hours": {"end": "22:00"}}, "quiet_hours.end"),
        ({"quiet_hours": {"is_on": 1}}, "quiet_hours.is_on"),
        ({"quiet_hours": {"days": "all"}}, "quiet_hours.days"),
    ],
)
def test_what_cannot_be_chosen_is_told_by_its_path(change, path):
    user = person()
    with pytest.raises(ValidationError) as refused:
        notifications_save(user=user, actor=user, **change)
    assert list(refused.value.message_dict) == [path]
    assert not UserPreference.objects.exists()


def test_preferences_keep_their_type():
    user, other = person(), person()
    values = {"theme": "dark", "page_size": 25, "reduced_motion": True}
    preferences_save(user=user, actor=user, values=values)
    kept = preferences_of(user=user)
    assert {name: kept[name] for name in values} == values
    assert kept["week_start"] == "sunday"
    assert preferences_of(user=other)["theme"] == "system"
    preferences_save(user=user, actor=user, values={"theme": None})
    assert preferences_of(user=user)["theme"] == "system"
    rows = UserPreference.objects.values_list("preference_key", "preference_value", "value_type")
    assert set(rows) == {("page_size", "25", "integer"), ("reduced_motion", "true", "boolean")}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "pink"),
        ("theme", 7),
        ("page_size", 5),
        ("page_size", 5000),
        ("page_size", "25"),
        ("page_size", True),
        ("reduced_motion", "true"),
        ("columns:service.ticket", "[]"),
    ],
)
def test_preferences_that_cannot_be(key, value):
    user = person()
    with pytest.raises(ValidationError) as refused:
        preferences_save(user=user, actor=user, values={"week_start": "monday", key: value})
    assert list(refused.value.message_dict) == [key]
    assert not UserPreference.objects.exists(), "all or nothing"


@pytest.mark.parametrize(
    "quiet_hours",
    [
        "7",
        '{"is_on": true}',
        '{"is_on": true, "start": "x", "end": 7}',
        '{"is_on": true, "start": 1}',
    ],
)
def test_nonsense_in_the_table_is_no_preference(quiet_hours):
    user = person()
    for key, text, kind in [
        ("page_size", "many", "integer"),
        ("reduced_motion", "perhaps", "boolean"),
        ("notifications.bookings", "{", "json"),
        ("notifications.messages", '{"a": 1}', "json"),
        ("quiet_hours", quiet_hours, "json"),
    ]:
        factory_of(UserPreference).create(
            user=user, preference_key=key, preference_value=text, value_type=kind
        )
    assert preferences_of(user=user)["page_size"] == 100
    assert preferences_of(user=user)["reduced_motion"] is False
    assert notification_matrix(user=user)["bookings"]["email"] is True
    found = notification_channels(user=user, topic="messages", at=utc("2026-01-11T10:00"))
    assert found == Channels(now=("email", "push", "in_app"))
