"""Cells as Python values, as texts and as JSON."""

import datetime
import math
from collections.abc import Callable
from typing import Any

Value = str | int | float | bool | datetime.date | datetime.datetime | datetime.time

# From here on a spreadsheet's numbers have lost digits: they stay floats, so that nothing takes
# them for exact.
EXACT = 10**15


def whole(value: float) -> Value:
    """A spreadsheet's number: an int where it is one exactly; no NaN, no infinity."""
    if value.is_integer():
        return int(value) if -EXACT < value < EXACT else value
    return value if math.isfinite(value) else str(value)


def moment(value: datetime.datetime) -> datetime.datetime:
    """A date and time freed of the noise of binary fractions (whole seconds are kept whole)."""
    if value.microsecond >= 999_000:
        return value.replace(microsecond=0) + datetime.timedelta(seconds=1)
    return value.replace(microsecond=0) if 0 < value.microsecond <= 1_000 else value


def clock(value: datetime.time) -> datetime.time:
    """A time of day freed of the noise of binary fractions."""
    if value.microsecond >= 999_000 or 0 < value.microsecond <= 1_000:
        day = datetime.datetime.combine(datetime.date(2000, 1, 1), value)
        return moment(day).time()
    return value


def duration(value: datetime.timedelta) -> str:
    """A length of time as its cell shows it: hours:minutes:seconds, hours past 24 too."""
    seconds = round(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


CLEANERS: dict[type, Callable[[Any], Value]] = {
    float: whole,
    datetime.datetime: moment,
    datetime.time: clock,
    datetime.timedelta: duration,
}


def cleaned(value: Any) -> Value:
    """A value as calamine gives it, as one of the types of ``Value``."""
    cleaner = CLEANERS.get(value.__class__)
    return cleaner(value) if cleaner else value


def as_text(value: Value | None) -> str:
    """A cell as the text that surveys, samples and value maps show: "" for a blank."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "seconds" if not value.microsecond else "auto")
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    text = str(value)
    return text.removesuffix(".0") if isinstance(value, float) else text


def to_json(value: Value) -> dict:
    """What JSON has no type for, as the object that ``from_json`` revives."""
    if isinstance(value, datetime.datetime):
        return {"m": value.isoformat()}
    if isinstance(value, datetime.date):
        return {"d": value.isoformat()}
    if isinstance(value, datetime.time):
        return {"t": value.isoformat()}
    raise TypeError(f"{type(value).__name__} is no cell")


def from_json(data: dict) -> Any:
    """The value of ``to_json``; other objects stay as they are."""
    if len(data) == 1:
        ((key, text),) = data.items()
        if key == "d":
            return datetime.date.fromisoformat(text)
        if key == "m":
            return datetime.datetime.fromisoformat(text)
        if key == "t":
            return datetime.time.fromisoformat(text)
    return data


def column_letter(index: int) -> str:
    """The letters of a column, 0-based: A … Z, AA …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
