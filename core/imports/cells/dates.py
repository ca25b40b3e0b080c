"""Days, times of day and instants. What can be read in two ways is refused."""

import copy
import datetime
import re
from zoneinfo import ZoneInfo

from django.utils import timezone

from core.imports.cells.base import NO_VALUE, Cell, Facts, Refused, texts_of
from core.imports.cells.texts import EXPONENT

DAY_FIRST, MONTH_FIRST = "day first", "month first"
FIRST_YEAR, LAST_YEAR = 1900, 2200
LONGEST = 60

MONTHS = {
    name[:size]: number
    for number, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        start=1,
    )
    for size in (3, len(name))
} | {"sept": 9}
WEEKDAYS = {
    name[:size]: number
    for number, name in enumerate(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    )
    for size in (3, len(name))
} | {"tues": 1, "wednes": 2, "thur": 3, "thurs": 3}

FIGURES = re.compile(r"([0-9]{1,4}) ?([-/.]) ?([0-9]{1,2}) ?\2 ?([0-9]{1,4})\.?")
NO_YEAR = re.compile(
    r"[0-9]{1,2} ?[-/.] ?[0-9]{1,2}\.?|[0-9]{1,2} ?[-/.] ?[0-9]{4}|[0-9]{4}-[0-9]{1,2}"
)
PACKED = re.compile(r"[0-9]{8}")
SERIAL = re.compile(r"[0-9]{1,6}(?:[.,][0-9]+)?")
WORDS = re.compile(r"[A-Za-z0-9 ,.'’/\-]+")
WORD = re.compile(r"[A-Za-z]+|[0-9]+")
ORDINALS = frozenset(["st", "nd", "rd", "th", "of", "the"])

CLOCK = (
    r"[0-9]{1,2}(?::[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?)?"
    r"(?: ?[AaPp](?:\.? ?[Mm]\.?)?)?"
)
TIME = re.compile(
    r"([0-9]{1,2})(?::([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?)?"
    r"(?: ?([AaPp])(?:\.? ?[Mm]\.?)?)?"
)
MILITARY = re.compile(r"([01][0-9]|2[0-3])([0-5][0-9])")
MOMENT = re.compile(
    rf"(?P<day>.*[0-9])(?:[Tt]|,? +(?:at +)?)(?P<time>{CLOCK})"
    r" ?(?P<zone>[Zz]|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2})?"
)
OFFSET = re.compile(r"([+-])([0-9]{2}):?([0-9]{2})?")


def _no_date() -> Refused:
    return Refused("This is no date.", "Write it like 2024-12-31.")


def _short_year() -> Refused:
    return Refused(
        "The year has two digits, so its century is not certain.",
        "Write the year with four digits.",
        of_kind=True,
    )


def _incomplete() -> Refused:
    return Refused(
        "The date is not complete.", "Write day, month and a year of four digits.", of_kind=True
    )


def _day(year: int, month: int, day: int) -> datetime.date:
    """The date; raises ``Refused`` for one that no calendar has."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused(
            f"The year is not between {FIRST_YEAR} and {LAST_YEAR}.",
            "Check the year.",
            of_kind=True,
        )
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise Refused(
            "There is no such date in the calendar.", "Check day and month.", of_kind=True
        ) from None


def day_of(text: str, order: str | None) -> datetime.date:
    """The date that ``text`` writes; ``order`` is the column's; raises ``Refused``."""
    if len(text) > LONGEST:
        raise _no_date()
    if figures := FIGURES.fullmatch(text):
        return _from_figures(figures, order)
    if PACKED.fullmatch(text):
        return _day(int(text[:4]), int(text[4:6]), int(text[6:]))
    if SERIAL.fullmatch(text) or EXPONENT.fullmatch(text):
        raise serial_number()
    if NO_YEAR.fullmatch(text):
        raise _incomplete()
    if WORDS.fullmatch(text):
        return _from_words(text)
    raise _no_date()


def serial_number() -> Refused:
    """The refusal of a plain number in a column of dates."""
    return Refused(
        "This is a plain number. It may be the number by which a spreadsheet counts days.",
        "Format the cell as a date, or write it like 2024-12-31.",
    )


def _from_figures(figures: re.Match, order: str | None) -> datetime.date:
    first, point, second, last = figures.groups()
    if len(first) == 4:
        if len(last) > 2:
            raise _no_date()
        return _day(int(first), int(second), int(last))
    if len(last) != 4:
        raise _short_year() if len(first) <= 2 and len(last) <= 2 else _no_date()
    if len(first) > 2:
        raise _no_date()
    left, right, year = int(first), int(second), int(last)
    if left == right:
        return _day(year, left, left)
    if point == "." and order is None:
        order = DAY_FIRST
    if order not in (DAY_FIRST, MONTH_FIRST):
        if left <= 12 and right <= 12:
            raise Refused(
                "The date can be read as day/month or as month/day, and the column does not"
                " settle which.",
                "Write it like 2024-12-31, or settle the order for the column.",
                of_kind=True,
            )
        order = DAY_FIRST if left > 12 else MONTH_FIRST
    day, month = (left, right) if order == DAY_FIRST else (right, left)
    if month > 12 and day <= 12:
        raise Refused(
            f"The column writes the {order.replace(' ', ' ')}, and this date does not.",
            "Write it like 2024-12-31.",
            of_kind=True,
        )
    return _day(year, month, day)


def _from_words(text: str) -> datetime.date:
    """A date whose month is a word: 3 March 2024, Mar 3, 2024, Sunday, 3rd of March 2024."""
    parts = [part for part in WORD.findall(text.lower()) if part not in ORDINALS]
    weekday = WEEKDAYS.get(parts[0]) if parts else None
    if weekday is not None:
        parts = parts[1:]
    months = [place for place, part in enumerate(parts) if part in MONTHS]
    others = [part for part in parts if part not in MONTHS]
    if len(months) != 1 or not all(part.isdigit() and len(part) <= 4 for part in others):
        raise _no_date()
    if len(others) != 2:
        raise _incomplete() if len(others) < 2 else _no_date()
    month = MONTHS[parts[months[0]]]
    first, second = others
    if len(first) == 4 and len(second) <= 2 and months[0] < 2:
        year, day = first, second
    elif len(second) == 4 and len(first) <= 2 and months[0] < 2:
        day, year = first, second
    elif len(first) <= 2 and len(second) <= 2:
        raise _short_year()
    else:
        raise _no_date()
    date = _day(int(year), month, int(day))
    if weekday is not None and date.weekday() != weekday:
        raise Refused(
            "The day of the week does not go with the date.",
            "Correct the one or the other.",
            of_kind=True,
        )
    return date


def time_of(text: str) -> datetime.time | None:
    """The time of day that ``text`` writes, None for other text; raises ``Refused``."""
    found = TIME.fullmatch(text)
    if not found or not (found[2] or found[5]):
        return None
    hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    micro = int((found[4] or "0").ljust(6, "0")[:6])
    half = (found[5] or "").lower()
    if (half and not 1 <= hour <= 12) or hour > 23 or minute > 59 or second > 59:
        raise Refused("There is no such time of day.", "Write it like 15:00.", of_kind=True)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return datetime.time(hour, minute, second, micro)


class DateCell(Cell):
    """A day. ``order`` ("day first" or "month first") settles 03/04/2024; else the column does."""

    wanted = "a date"
    hint = f"A date with a year of four digits: 2024-12-31 or Dec 31, 2024. {NO_VALUE}"
    example = "2024-12-31"

    def __init__(self, order: str | None = None):
        super().__init__()
        self.order = self.chosen = order

    def settle(self, column: Facts) -> None:
        super().settle(column)
        self.order = self.chosen or self.order

    def from_text(self, text: str) -> datetime.date:
        if len(text) > LONGEST:
            raise _no_date()
        found = MOMENT.fullmatch(text) if ":" in text or "m" in text[-2:].lower() else None
        if not found:
            return day_of(text, self.order)
        time = time_of(found["time"])
        if time is None:
            return day_of(text, self.order)
        if found["zone"] and time != datetime.time():
            raise Refused(
                "This is an instant with a time zone, not a date: the day depends on the zone.",
                "Write the date alone.",
                of_kind=True,
            )
        return day_of(found["day"], self.order)

    def from_number(self, value: int | float) -> datetime.date:
        text = str(int(value)) if value == int(value) else ""
        if PACKED.fullmatch(text) and FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
            return day_of(text, self.order)
        raise serial_number()

    def from_date(self, value: datetime.date) -> datetime.date:
        return _day(value.year, value.month, value.day)


class TimeCell(Cell):
    """A time of day, to the microsecond: 15:00, 3 pm, 1500."""

    wanted = "a time of day"
    hint = f"A time of day: 15:00, 3:00 pm, or 1500 with four digits. {NO_VALUE}"
    example = "15:00"
    is_whole_day = False

    def settle(self, column: Facts) -> None:
        super().settle(column)
        self.is_whole_day = any(_is_24(text) for text in texts_of(column))

    def from_text(self, text: str) -> datetime.time:
        if text.lower() in ("noon", "midnight"):
            return datetime.time(12 if text.lower() == "noon" else 0)
        if military := MILITARY.fullmatch(text):
            return datetime.time(int(military[1]), int(military[2]))
        time = time_of(text) if len(text) <= LONGEST else None
        if time is None:
            raise self.unfit("This is something else")
        if text[1] == ":" and text[-1].isdigit() and time.hour > 0 and not self.is_whole_day:
            raise Refused(
                "The time may be before or after noon, and the column does not settle which.",
                "Write it like 15:00, 03:00 or 3:00 pm.",
                of_kind=True,
            )
        return time

    def from_number(self, value: int | float) -> datetime.time:
        if value == int(value) and 1000 <= value < 2400 and value % 100 < 60:
            return datetime.time(int(value) // 100, int(value) % 100)
        raise Refused(
            "This is a plain number. It may be the part of a day by which a spreadsheet counts time.",
            "Format the cell as a time, or write it like 15:00.",
        )

    def from_moment(self, value: datetime.datetime) -> datetime.time:
        if value.year <= FIRST_YEAR:  # where a spreadsheet's calendar begins
            return value.time()
        raise self.unfit("The spreadsheet holds a date and a time")

    def from_time(self, value: datetime.time) -> datetime.time:
        return value.replace(tzinfo=None)


def _is_24(text: str) -> bool:
    """Whether only a day of 24 hours has this time."""
    try:
        time = time_of(text.strip()) if len(text) <= LONGEST else None
    except Refused:
        return False
    return time is not None and text.strip()[-1].isdigit() and (time.hour > 12 or time.hour == 0)


class MomentCell(Cell):
    """An instant, kept in UTC. Without an offset it is of ``time_zone`` (default: TIME_ZONE).

    A date alone is the start of that day there.
    """

    wanted = "date and time"
    hint = f"Date and time: 2024-12-31 15:00. A date alone means the start of the day. {NO_VALUE}"
    example = "2024-12-31 15:00"

    def __init__(self, time_zone: str | datetime.tzinfo | None = None, order: str | None = None):
        super().__init__()
        self.time_zone = ZoneInfo(time_zone) if isinstance(time_zone, str) else time_zone
        self.order = self.chosen = order

    def settle(self, column: Facts) -> None:
        super().settle(column)
        self.order = self.chosen or self.order

    def in_zone(self, time_zone: str | datetime.tzinfo) -> "MomentCell":
        """A copy that reads times without offset in another zone."""
        cell = copy.copy(self)
        cell.time_zone = ZoneInfo(time_zone) if isinstance(time_zone, str) else time_zone
        return cell

    def from_text(self, text: str) -> datetime.datetime:
        if len(text) > LONGEST:
            raise _no_date()
        found = MOMENT.fullmatch(text)
        time = time_of(found["time"]) if found else None
        if not found or time is None:
            return self._instant(day_of(text, self.order), datetime.time())
        day = day_of(found["day"], self.order)
        if found["zone"]:
            return self._utc(datetime.datetime.combine(day, time, _offset(found["zone"])))
        return self._instant(day, time)

    def from_number(self, value: int | float) -> datetime.datetime:
        raise serial_number()

    def from_date(self, value: datetime.date) -> datetime.datetime:
        return self._instant(_day(value.year, value.month, value.day), datetime.time())

    def from_moment(self, value: datetime.datetime) -> datetime.datetime:
        day = _day(value.year, value.month, value.day)
        if value.tzinfo is None:
            return self._instant(day, value.time())
        return self._utc(value)

    def _instant(self, day: datetime.date, time: datetime.time) -> datetime.datetime:
        zone = self.time_zone or timezone.get_default_timezone()
        earlier = datetime.datetime.combine(day, time, zone)
        if earlier.utcoffset() != earlier.replace(fold=1).utcoffset():
            raise Refused(
                "The clocks are changed at this time, so it is there twice or not at all.",
                "Write the offset too: 2024-11-03 01:30-05:00.",
                of_kind=True,
            )
        return self._utc(earlier)

    @staticmethod
    def _utc(moment: datetime.datetime) -> datetime.datetime:
        return moment.astimezone(datetime.UTC)


def _offset(zone: str) -> datetime.tzinfo:
    """The time zone of an offset; raises ``Refused`` for one of a day or more."""
    found = OFFSET.fullmatch(zone)
    if not found:
        return datetime.UTC
    ahead = datetime.timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    if ahead >= datetime.timedelta(hours=24):
        raise Refused("There is no such time zone.", "Check the offset.", of_kind=True)
    return datetime.timezone(-ahead if found[1] == "-" else ahead)
