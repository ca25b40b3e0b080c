"""What a text reads as: a number, a date, a flag or nothing but text."""

import re

MONTHS = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
CLOCK = (
    r"(?:(?:[T,]\s*|\s+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?"
    r"\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)?"
)
YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){CLOCK}")
YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){CLOCK}")
NAMED_MONTH = re.compile(
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[\s./-]*(?:{MONTHS})[a-z]*\.?,?[\s./-]*\d{{2,4}}"
    rf"|(?:{MONTHS})[a-z]*\.?\s*\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}){CLOCK}",
    re.IGNORECASE,
)
# 1,089.00  1.089,00  1 089,5  1'089.50  12.5  .5  5.5E+17
NUMBER = re.compile(
    r"[-+(]?\s*(?:[$€£¥]|US\$|USD|EUR)?\s*[-+]?"
    r"(\d+|\d{1,3}(?:([.,'’\s])\d{3})(?:\2\d{3})*)?(?:([.,])(\d+))?(?:[eE][-+]?\d{1,3})?"
    r"\s*(?:%|[$€£¥]|USD|EUR)?\s*\)?-?"
)
FLAGS = frozenset({"yes", "no", "y", "n", "t", "f", "true", "false", "on", "off"})
DIGIT = re.compile(r"\d")
# How a number or a date with a digit in it can begin; everything else is text at once.
PROMISING = re.compile(
    rf"[-+(]?\s*(?:[\d.,$€£¥]|US|EUR|{MONTHS}|mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE
)
# Whole columns of a simple kind, one text a line.
PLAIN_NUMBERS = re.compile(r"(?:-?(?:0|[1-9]\d*+)(?:\.(?:\d{4,}+|\d{1,2}))?\n)++")
ISO_DATES = re.compile(r"(?:\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\n)++")


def number_of(text: str) -> re.Match | None:
    """The match of a text that reads as a number; codes with leading zeros are text."""
    found = NUMBER.fullmatch(text)
    if found is None or not (found[1] or found[4]):
        return None
    digits = found[1] or ""
    return None if len(digits) > 1 and digits[0] == "0" else found


def decimal_mark(found: re.Match) -> str | None:
    """The decimal mark that a number settles: none for 12, 1,234 or 1.234."""
    before, group, mark, after = found[1] or "", found[2], found[3], found[4]
    if mark:
        if group and group != mark:
            return mark
        if len(after) == 3 and 1 <= len(before) <= 3 and before != "0":
            return None
        return mark
    if group in (".", ",") and before.count(group) > 1:
        return "," if group == "." else "."
    return None


def date_order(text: str) -> str | None:
    """How a text is a date: "year", "day", "month", "open" (day or month), "named", or None."""
    if found := YEAR_LAST.fullmatch(text):
        first, second = int(found[1]), int(found[3])
        if first > 12:
            return "day" if first <= 31 and 1 <= second <= 12 else None
        if second > 12:
            return "month" if second <= 31 and first else None
        return "open" if first and second else None
    if found := YEAR_FIRST.fullmatch(text):
        return "year" if 1 <= int(found[3]) <= 12 and 1 <= int(found[4]) <= 31 else None
    return "named" if NAMED_MONTH.fullmatch(text) else None


def kind_of(text: str) -> tuple[str, str | None]:
    """The kind of a filled text, with what it settles.

    ``("date", order)`` as of ``date_order``, ``("number", decimal mark or None)``,
    ``("flag", None)`` or ``("text", None)``.
    """
    text = text.strip()
    if len(text) > 40:
        return "text", None
    if DIGIT.search(text):
        if not PROMISING.match(text):
            return "text", None
        if found := number_of(text):
            return "number", decimal_mark(found)
        if order := date_order(text):
            return "date", order
        return "text", None
    return ("flag" if text.casefold() in FLAGS else "text"), None


def kind_of_all(texts: list[str]) -> tuple[str, str | None] | None:
    """What all of many filled texts are, where that is quickly said: plain numbers or ISO dates.

    It is what ``kind_of`` gives for one of them that settles something, if any does.
    """
    joined = "\n".join([*texts, ""])
    if joined.count("\n") != len(texts):
        return None
    if PLAIN_NUMBERS.fullmatch(joined):
        return "number", "." if "." in joined else None
    return ("date", "year") if ISO_DATES.fullmatch(joined) else None
