"""Texts: free text, exact ids, business numbers and lists."""

import ast
import csv
import datetime
import json
import re
import warnings
from decimal import Decimal
from typing import Any

from core.imports.cells.base import (
    EDGES,
    ERRORS,
    FIRST_ROUNDED,
    Cell,
    Facts,
    Refused,
    storable,
    texts_of,
)
from core.spreadsheets.cells import unguarded

EXPONENT = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?[eE][+][0-9]{1,3}")
FLOATED = re.compile(r"([0-9]{4,15})\.0")
LONG = re.compile(r"[0-9]{17,}")
SCOPE = re.compile(r"\\\{[^{}]*\\\}")
SEPARATORS = ("\n", ";", "|", ",")


def rounded(what: str = "number") -> Refused:
    """The refusal of a number whose last digits a spreadsheet has replaced."""
    return Refused(
        f"The {what} has more than 15 digits and was rounded by the spreadsheet;"
        " its last digits are lost.",
        "Take it from the source again, into a column formatted as text.",
        of_kind=True,
    )


def text_of_number(value: int | float) -> str:
    """A number as a spreadsheet shows it: 101.0 is 101; raises ``Refused`` for a rounded one."""
    if abs(value) >= FIRST_ROUNDED:
        raise rounded()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{Decimal(f'{value:.15g}'):f}"
    return str(value)


class TextCell(Cell):
    """Text, kept to the letter: formula-like text, HTML, emoji and white space included.

    ``longest`` is the most characters; ``trimmed`` takes off white space around the text (for
    names and codes). Only a cell of nothing but white space is blank.
    """

    hint = "Any text; it is kept exactly as written."
    example = "Ocean view, sleeps four"
    blanks = frozenset()

    def __init__(self, longest: int | None = None, *, trimmed: bool = False):
        super().__init__()
        if longest is not None:
            self.hint = f"Any text of up to {longest:,} characters, kept exactly as written."
        self.longest = longest
        self.trimmed = trimmed
        self.guarded = True

    def settled(self, column: Facts, *, guarded: bool = True) -> "TextCell":
        """A copy that knows its column; ``guarded``: the file is CSV, which the export guards.

        In a workbook texts are texts, so an apostrophe before ``=`` is the text's own there.
        """
        cell = super().settled(column)
        cell.guarded = guarded
        return cell

    def clean_text(self, text: str) -> str | None:
        bare = text.strip(EDGES)
        if not bare:
            return None
        if bare.startswith("#") and bare.upper() in ERRORS:
            raise self.spreadsheet_error()
        if self.trimmed:
            text = bare
        return self.from_text(unguarded(text) if self.guarded else text)

    def from_text(self, text: str) -> str:
        if self.longest is not None and len(text) > self.longest:
            raise Refused(
                f"The text has {len(text):,} characters; {self.longest:,} are allowed.",
                "Shorten it.",
            )
        return storable(text)

    def from_number(self, value: int | float) -> str:
        return self.from_text(text_of_number(value))

    def from_flag(self, value: bool) -> str:
        return self.from_text("true" if value else "false")

    def from_moment(self, value: datetime.datetime) -> str:
        if value.time() == datetime.time():
            return self.from_date(value.date())
        return self.from_text(value.isoformat(sep=" "))

    def from_date(self, value: datetime.date) -> str:
        return self.from_text(value.isoformat())

    def from_time(self, value: datetime.time) -> str:
        return self.from_text(value.isoformat())


class IdCell(Cell):
    """An id of another system, to the letter. What a spreadsheet has rounded is refused."""

    wanted = "an id"
    hint = "The id exactly as the other system writes it. Format the column as text."
    example = "43656551"
    is_floated = False
    is_rounded = False

    def settle(self, column: Facts) -> None:
        super().settle(column)
        texts = list(texts_of(column))
        # A program that wrote whole numbers with ".0" did so for the whole column.
        self.is_floated = bool(texts) and all(FLOATED.fullmatch(text) for text in texts)
        # One long id may end in 00; all of a column do only when digits were cut.
        long = [text for text in texts if LONG.fullmatch(text)]
        self.is_rounded = len(long) > 2 and all(not text[15:].strip("0") for text in long)

    def from_text(self, text: str) -> str:
        if EXPONENT.fullmatch(text):
            raise rounded("id")
        if self.is_rounded and LONG.fullmatch(text) and not text[15:].strip("0"):
            raise rounded("id")
        if self.is_floated and (floated := FLOATED.fullmatch(text)):
            return floated[1]
        return text

    def from_number(self, value: int | float) -> str:
        if abs(value) >= FIRST_ROUNDED:
            raise rounded("id")
        if isinstance(value, float) and not value.is_integer():
            raise self.unfit("This is a number with decimals")
        return str(int(value))

    def from_date(self, value: datetime.date) -> str:
        raise Refused(
            "The spreadsheet has made a date of this id.",
            "Format the column as text and write the id again.",
        )


class NumberedCell(Cell):
    """A business number of ours, such as PRP-000123: ``NumberedCell("PRP-", width=6)``.

    ``width`` is the fewest digits; a sender's own numbers often have our prefix and fewer. A scope
    in the prefix, ``"RES-{year}-"``, stands for any letters and digits.
    """

    def __init__(self, prefix: str, width: int = 1):
        super().__init__()
        self.prefix = prefix
        self.width = width
        scope = SCOPE.sub("[A-Z0-9_-]+?", re.escape(prefix))
        # A scoped number may end with the scope itself.
        fewest = 0 if "{" in prefix else width
        self._pattern = re.compile(f"{scope}[0-9]{{{fewest},18}}")
        self.example = re.sub(r"\{year\}", "2026", prefix)
        self.example = re.sub(r"\{[^{}]*\}", "ABC", self.example) + "123".rjust(max(width, 6), "0")
        self.wanted = f"a number like {self.example}"
        self.hint = f"The number that Halekeeper gave, like {self.example}; empty for a new row."

    def from_text(self, text: str) -> str:
        number = text.upper()
        if not self._pattern.fullmatch(number):
            raise self.unfit("This is something else")
        return number


class ListCell(Cell):
    """A list of texts: a JSON array, or texts separated by line, semicolon, bar or comma."""

    wanted = "a list"
    hint = "Several texts separated by semicolons (or commas, bars, lines), or a JSON array."
    example = "Wifi; Kitchen; Pool"
    longest = None
    blanks = frozenset(["-", "–", "—", "n/a"])

    def from_text(self, text: str) -> list:
        if text.startswith("[") and text.endswith("]"):
            return self._items(self._array(text))
        if text.startswith("{") and text.endswith("}"):
            return self._braces(text[1:-1])
        for separator in SEPARATORS:
            if separator in text:
                parts = (part.strip(EDGES) for part in text.split(separator))
                return [part for part in parts if part]
        return [text]

    def from_number(self, value: int | float) -> list:
        return [text_of_number(value)]

    def _array(self, text: str) -> Any:
        """The array that JSON, or Python, writes so."""
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            pass
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return ast.literal_eval(text)
        except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
            raise Refused(
                "The text in brackets is no list that can be read.",
                'Write ["Wifi", "Pool"] or Wifi; Pool.',
            ) from None

    def _items(self, items: Any) -> list:
        if not isinstance(items, list) or not all(
            isinstance(item, (str, int, float)) for item in items
        ):
            raise Refused(
                "The list holds something other than texts and numbers.",
                'Write ["Wifi", "Pool"] or Wifi; Pool.',
            )
        for item in items:
            if isinstance(item, float) and item - item != 0:
                raise Refused("A number in the list is not finite.", "Write the number itself.")
            storable(str(item))
        return items

    def _braces(self, text: str) -> list:
        """The items of ``{TV,"Hot tub"}``, as PostgreSQL writes an array."""
        try:
            rows = list(csv.reader([text], strict=True, doublequote=False, escapechar="\\"))
        except csv.Error:
            rows = []
        if len(rows) > 1 or (text and not rows) or "{" in text:
            raise Refused(
                "The text in braces is no list that can be read.", "Write it like Wifi; Pool."
            )
        return [item for item in rows[0] if item] if rows else []
