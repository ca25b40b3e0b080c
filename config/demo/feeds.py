"""Calendar feeds: most come as they should, one fails, one is held back, one clashes."""

import hashlib
import zlib
from datetime import datetime, timedelta

from config.demo.world import ONE, World, at
from property_listings.models import (
    CalendarEvent,
    CalendarExport,
    CalendarFeed,
    CalendarFeedProgress,
    CalendarPull,
    ChannelError,
)

FEEDS = 12  # homes of the first branch whose Airbnb calendar is pulled
FAILING, HELD, CLASHING, PAUSED = 3, 5, 8, 11
EMPTY = b"BEGIN:VCALENDAR\r\nPRODID:-//Airbnb Inc//Hosting Calendar 1.0//EN\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
HOUR = timedelta(hours=1)


def connect(world: World) -> None:
    """Feeds of the first homes, and links that channels read. The worker does not look at them:
    they have no address, but for the one that fails."""
    for home in world.homes[:FEEDS]:
        with world.about(f"feeds/{home.number}"):
            number = home.number % 100
            stays = [
                stay for stay in sorted(home.stays, key=lambda one: one.start)
                if stay.platform == "AIRBNB" and stay.guest and stay.takes_place
                and stay.start > world.today
            ]  # fmt: skip
            _feed(world, home, number, stays)
            for platform, name in (("AIRBNB", "For Airbnb"), ("VRBO", "For Vrbo")):
                world.add(
                    CalendarExport, at(home.since + 8 * ONE), property_id=home.id, name=name,
                    platform_code=platform, token_encrypted=f"demo{world.chance.digits(36)}",
                    last_fetched_at=world.now - timedelta(minutes=world.chance.randint(4, 90)),
                )  # fmt: skip


def _feed(world, home, number, stays) -> None:
    is_failing, is_held = number == FAILING, number == HELD
    good = world.now - (7 * HOUR if is_failing else 2 * HOUR if is_held else _minutes(world, 8, 55))
    health = {FAILING: "failing", HELD: "held", PAUSED: "paused"}.get(number, "ok")
    since = at(home.since + 8 * ONE)
    feed = world.add(
        CalendarFeed, since, channel_listing_id=home.channels["AIRBNB"], health=health,
        url_encrypted="https://calendars.example.com/ical/demo-token.ics" if is_failing else None,
        host="calendars.example.com" if is_failing else None, is_active=number != PAUSED,
        paused_reason="The listing is being moved to another account." if number == PAUSED else None,
    )  # fmt: skip
    told, error, last = "nothing new", None, good
    _pull(world, feed, good, _body(stays), "unchanged", _report(len(stays)))
    if is_failing:
        error, last = "The server answered 503.", world.now - _minutes(world, 5, 20)
        for hours in (3, 2, 1):
            when = last - (hours - 1) * HOUR
            _pull(world, feed, when, None, "failed", None, error)
        _problem(world, home, "calendar_failing", "network", "high", error, last, 3)
    if is_held:
        last = world.now - _minutes(world, 10, 30)
        error = f"The calendar is empty, but {len(stays)} events are ahead."
        lost = [
            {"uid": _uid(stay), "nights": [stay.start.isoformat(), stay.end.isoformat()], "kind": "stay"}
            for stay in stays
        ]  # fmt: skip
        told = f"{len(lost)} held back"
        _pull(world, feed, last, EMPTY, "held", _report(0, held_back=lost), error)
        _problem(world, home, "calendar_held", "validation", "high", error, last, 1)
    _events(world, feed, stays, good)
    clash = _clash(world, home, feed, good) if number == CLASHING else 0
    world.add(
        CalendarFeedProgress, since, feed_id=feed, last_pull_at=last, last_good_pull_at=good,
        next_pull_at=world.now + 20 * timedelta(minutes=1), failure_count=3 if is_failing else 0,
        last_error=error, last_report=told, attention_count=clash,
    )  # fmt: skip


def _events(world, feed, stays, seen) -> None:
    for stay in stays:
        world.add(
            CalendarEvent, stay.booked, feed_id=feed, reservation_id=stay.id, uid=_uid(stay),
            summary="Reserved", check_in_date=stay.start, check_out_date=stay.end,
            first_seen_at=stay.booked, last_seen_at=seen, kind="stay", status="listed",
        )  # fmt: skip


def _clash(world, home, feed, seen) -> int:
    """A stay of the channel on nights that somebody has who booked elsewhere."""
    others = [
        stay for stay in home.stays
        if stay.platform != "AIRBNB" and stay.takes_place and stay.start > world.today + 7 * ONE
    ]  # fmt: skip
    if not others:
        return 0
    other = min(others, key=lambda one: one.start)
    first, end = other.start + ONE, other.end + ONE
    why = f"These nights are taken: a stay of {other.start} to {other.end} stands on them."
    error = _problem(world, home, "calendar_conflict", "conflict", "critical", why, seen, 4)
    world.add(
        CalendarEvent, seen - 4 * HOUR, feed_id=feed, error_id=error, summary="Reserved",
        uid=f"1418fb94e984-clash{home.number}@airbnb.com", check_in_date=first, check_out_date=end,
        first_seen_at=seen - 4 * HOUR, last_seen_at=seen, attention=why, kind="stay",
        status="listed",
    )  # fmt: skip
    return 1


def _problem(world, home, code, kind, severity, why, seen, times):
    return world.add(
        ChannelError, seen - times * HOUR, channel_listing_id=home.channels["AIRBNB"],
        error_code=code, error_message=why, error_type=kind, severity=severity,
        first_seen_at=seen - times * HOUR, last_seen_at=seen, occurrence_count=times,
    )  # fmt: skip


def _pull(world, feed, when: datetime, body: bytes | None, outcome, report, error=None) -> None:
    world.add(
        CalendarPull, when, feed_id=feed, pulled_at=when, outcome=outcome, report=report, error=error,
        body=zlib.compress(body, 9) if body else None, body_size=len(body) if body else None,
        body_sha256=hashlib.sha256(body).hexdigest() if body else None,
        duration_ms=world.chance.randint(140, 900),
    )  # fmt: skip


def _report(events: int, **entries: list) -> dict:
    counts = {name: len(found) for name, found in entries.items()}
    return {"events": events, "holds": 0, "counts": counts, **entries}


def _body(stays) -> bytes:
    lines = ["BEGIN:VCALENDAR", "PRODID:-//Airbnb Inc//Hosting Calendar 1.0//EN", "VERSION:2.0"]
    for stay in stays:
        lines += [
            "BEGIN:VEVENT", f"UID:{_uid(stay)}", f"DTSTART;VALUE=DATE:{stay.start:%Y%m%d}",
            f"DTEND;VALUE=DATE:{stay.end:%Y%m%d}", "SUMMARY:Reserved", "END:VEVENT",
        ]  # fmt: skip
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def _uid(stay) -> str:
    return f"1418fb94e984-{stay.code.casefold()}@airbnb.com"


def _minutes(world, low: int, high: int) -> timedelta:
    return timedelta(minutes=world.chance.randint(low, high))
