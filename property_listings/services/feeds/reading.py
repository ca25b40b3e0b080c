"""A calendar as bytes, read into events: what is broken is reported, what is good is kept.

``icalendar`` reads the properties; which bytes it gets is decided here. Real calendars hold blank
lines, texts that were never folded, folds inside a character, and single events that are
impossible; one of those must not cost the others. Nothing that repeats is ever expanded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Component, Event
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

MOST_BYTES = 1024 * 1024
MOST_EVENTS = 4000
LONGEST_LINE = 16 * 1024  # characters; longer ones are no date, no UID and no summary
LONGEST_UID = 500
LONGEST_TEXT = 300
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)
# What is read of an event; anything else in it (alarms, attendees, attachments) is left unread.
WANTED = {
    "UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "STATUS", "RRULE", "RDATE",
    "RECURRENCE-ID",
}  # fmt: skip
REPEATS = ("RRULE", "RDATE", "RECURRENCE-ID")
FOLD = re.compile(rb"\r?\n[ \t]")
NAME = re.compile(r"([A-Za-z0-9-]+)(?=[;:])")
TZID = re.compile(r';TZID="?([^":;,]+)"?', re.IGNORECASE)


class NoCalendar(ValueError):
    """A body that is no whole calendar; the text says to people what it is instead."""


@dataclass(frozen=True)
class Read:
    """One event as it stood in the calendar; nights are [check_in_date, check_out_date)."""

    uid: str
    check_in_date: date
    check_out_date: date
    summary: str = ""
    description: str = ""
    is_cancelled: bool = False
    is_tentative: bool = False


@dataclass(frozen=True)
class Bad:
    """An event that cannot be followed, and why. Nights that could be read are kept with it."""

    place: int  # of the event in the calendar, from 1
    why: str
    uid: str = ""
    nights: tuple[date, date] | None = None

    def as_json(self) -> dict:
        """The same for a report."""
        shown = {"event": self.place, "uid": self.uid, "why": self.why}
        if self.nights:
            shown["nights"] = [day.isoformat() for day in self.nights]
        return shown


@dataclass
class Calendar:
    """What a body holds."""

    maker: str = ""  # PRODID
    events: list[Read] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)


def calendar_read(body: bytes, *, zone: ZoneInfo, check_out: time) -> Calendar:
    """The events of a calendar, times turned into nights of the property.

    ``zone`` is the property's time zone, ``check_out`` its check-out time: an event that ends
    later in the day takes that night too. Raises ``NoCalendar`` for a body that is empty, too
    large, something else, or cut off: of such a one nothing can be believed.
    """
    lines = _lines(body)
    found = Calendar()
    seen: dict[str, Read] = {}
    for name, value in _head(lines):
        if name == "PRODID":
            found.maker = value[:LONGEST_TEXT]
    for place, block in enumerate(_events(lines), start=1):
        if place > MOST_EVENTS:
            raise NoCalendar(f"The calendar has more than {MOST_EVENTS:,} events.")
        read = _event(place, block, zone, check_out)
        if isinstance(read, Bad):
            found.bad.append(read)
            continue
        first = seen.setdefault(read.uid, read)
        if first is read:
            found.events.append(read)
        elif (first.check_in_date, first.check_out_date) != (
            read.check_in_date,
            read.check_out_date,
        ):
            nights = (read.check_in_date, read.check_out_date)
            found.bad.append(Bad(place, "An earlier event has the same UID.", read.uid, nights))
    return found


def _lines(body: bytes) -> list[str]:
    """The unfolded lines of a whole calendar; blank ones left out."""
    if not body.strip():
        raise NoCalendar("The answer is empty.")
    if len(body) > MOST_BYTES:
        raise NoCalendar("The calendar is larger than 1 MB.")
    text = FOLD.sub(b"", body).decode("utf-8-sig", errors="replace").replace("\x00", "")
    lines = [line.rstrip("\r") for line in re.split(r"\r\n|\n|\r", text) if line.strip()]
    start = lines[0].strip().upper() if lines else ""
    if start != "BEGIN:VCALENDAR":
        raise NoCalendar(f"The answer is no calendar but {_what(body)}.")
    if not any(line.strip().upper() == "END:VCALENDAR" for line in lines[-20:]):
        raise NoCalendar("The calendar is cut off: its end is missing.")
    return lines


def _what(body: bytes) -> str:
    start = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<")):
        return "a web page"
    if start.startswith((b"{", b"[")):
        return "a message of the server (JSON)"
    if start.startswith(b"begin:v"):
        return "a part of one"
    return "something else"


def _head(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Names and values of what stands before the first component within the calendar."""
    for line in lines[1:]:
        if line.strip().upper().startswith(("BEGIN:", "END:")):
            return
        match = NAME.match(line)
        if match and len(line) < LONGEST_LINE:
            yield (
                match[1].upper(),
                line.rpartition(":")[2] if ";" in line else line[match.end() + 1 :],
            )


def _events(lines: list[str]) -> Iterator[list[str]]:
    """The lines of each event, without those of components within it."""
    block: list[str] | None = None
    inner = 0
    for line in lines:
        mark = line.strip().upper()
        if mark == "BEGIN:VEVENT":
            if block is not None:  # the one before never ended
                yield [*block, "X-UNENDED:1"]
            block, inner = [], 0
        elif mark == "END:VEVENT" and block is not None:
            yield block
            block, inner = None, 0
        elif block is None:
            continue
        elif mark.startswith("BEGIN:"):
            inner += 1
        elif mark.startswith("END:"):
            if mark == "END:VCALENDAR":
                yield [*block, "X-UNENDED:1"]
                block = None
            inner = max(0, inner - 1)
        elif inner == 0:
            block.append(line)
    if block is not None:
        yield [*block, "X-UNENDED:1"]


def _event(place: int, block: list[str], zone: ZoneInfo, check_out: time) -> Read | Bad:
    kept, names, uid = [], set(), ""
    for line in block:
        match = NAME.match(line)
        if match is None:
            continue
        name = match[1].upper()
        if name == "X-UNENDED":
            return Bad(place, "The event has no end.", uid)
        if name not in WANTED or len(line) > LONGEST_LINE:
            continue
        if name in names:
            if name in ("DTSTART", "DTEND", "UID", "DURATION"):
                return Bad(place, f"The event has more than one {name}.", uid)
            continue
        names.add(name)
        if name == "UID":
            uid = _plain(
                line[match.end() + 1 :] if line[match.end()] == ":" else line.rpartition(":")[2]
            )[:LONGEST_UID]
        elif name not in REPEATS:
            kept.append(_zoned(line))
    try:
        event = Event.from_ical("\r\n".join(["BEGIN:VEVENT", *kept, "END:VEVENT", ""]))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError):
        return Bad(place, "The event cannot be read.", uid)
    try:
        nights = _nights(event, zone, check_out)
    except ValueError as error:
        return Bad(place, str(error), uid)
    if not uid:
        return Bad(place, "The event has no UID, so that it could not be followed.", "", nights)
    if repeats := [name for name in REPEATS if name in names]:
        why = f"The event repeats ({repeats[0]}); only its first nights can be held."
        return Bad(place, why, uid, nights)
    status = str(event.get("STATUS", "")).strip().upper()
    return Read(
        uid=uid,
        check_in_date=nights[0],
        check_out_date=nights[1],
        summary=_plain(_text(event, "SUMMARY"))[:LONGEST_TEXT],
        description=_text(event, "DESCRIPTION")[:LONGEST_LINE],
        is_cancelled=status == "CANCELLED",
        is_tentative=status == "TENTATIVE",
    )


def _nights(event: Component, zone: ZoneInfo, check_out: time) -> tuple[date, date]:
    """[first night, day of departure); raises ``ValueError`` saying what is wrong with them."""
    start = _moment(event, "DTSTART", zone)
    if start is None:
        raise ValueError("The event has no start (DTSTART).")
    end = _moment(event, "DTEND", zone)
    if end is None and (lasting := _property(event, "DURATION")) is not None:
        span = getattr(lasting, "dt", lasting)
        if not isinstance(span, timedelta):
            raise ValueError("DURATION cannot be read.")
        try:
            end = start + span
        except OverflowError:
            raise ValueError("DURATION leads out of any calendar.") from None
    if end is None:
        if isinstance(start, datetime):
            raise ValueError("The event has a time of start, but neither an end nor a duration.")
        end = start + timedelta(days=1)  # RFC 5545, 3.6.1: a date alone is one day
    first = start.date() if isinstance(start, datetime) else start
    last = end.date() if isinstance(end, datetime) else end
    if isinstance(end, datetime) and end.time() > check_out:
        last += timedelta(days=1)
    if not (EARLIEST <= first < LATEST and EARLIEST <= last < LATEST):
        raise ValueError(f"The event lies outside of {EARLIEST.year} to {LATEST.year}.")
    if last < first:
        raise ValueError(f"The event ends ({last}) before it starts ({first}).")
    if last == first:
        raise ValueError(f"The event takes no night: it starts and ends on {first}.")
    return first, last


def _moment(event: Component, name: str, zone: ZoneInfo) -> date | datetime | None:
    """A date, or a time on the property's clock."""
    found = _property(event, name)
    if found is None:
        return None
    value = getattr(found, "dt", None)
    if not isinstance(value, date):
        raise ValueError(f"{name} is no date.")
    if not isinstance(value, datetime):
        return value
    try:
        return (value.astimezone(zone) if value.tzinfo else value).replace(tzinfo=None)
    except (OverflowError, ValueError):
        raise ValueError(f"{name} lies outside of any calendar.") from None


def _property(event: Component, name: str):
    """A property that was read; ``ValueError`` where it is there but cannot be."""
    for broken, said in event.errors:
        if str(broken).upper() == name:
            raise ValueError(f"{name} cannot be read: {str(said)[:120]}.")
    found = event.get(name)
    return found[0] if isinstance(found, list) else found


def _text(event: Component, name: str) -> str:
    found = event.get(name)
    return str(found[0] if isinstance(found, list) else found or "")


def _zoned(line: str) -> str:
    """The line with a time zone that is known by its name here.

    Time zones that the calendar describes itself are not worked out (their rules may repeat for
    ever): one nobody knows by name is taken as the property's own.
    """
    match = TZID.search(line.partition(":")[0] + ":" if '"' not in line else line)
    if match is None:
        return line
    name = match[1].strip().strip("/")
    name = WINDOWS_TO_OLSON.get(name, name)
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return line.replace(match[0], "", 1)
    return line.replace(match[0], f";TZID={name}", 1)


def _plain(text: str) -> str:
    """One line without marks that no eye sees."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable()).strip()
