"""What all cells share: which raw values there are, what counts as blank, how one is refused."""

import copy
import datetime
import math
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Protocol, Self

from import_export.widgets import Widget

from core.spreadsheets.cells import csv_cell, unguarded

# What a spreadsheet shows in place of a value that it could not work out.
ERRORS = frozenset(
    [
        "#REF!",
        "#DIV/0!",
        "#VALUE!",
        "#NAME?",
        "#N/A",
        "#NULL!",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#BLOCKED!",
        "#CONNECT!",
        "#UNKNOWN!",
        "#BUSY!",
        "#PYTHON!",
        "#GETTING_DATA",
        "#EXTERNAL!",
    ]
)
# What people and programs write into a cell that has no value.
BLANKS = frozenset(["-", "--", "---", "–", "—", "n/a", "n.a.", "na", "null", "nan"])
NO_VALUE = "Empty, - or n/a: no value."
# Space, and the marks without width that copying from web pages and phones leaves behind.
EDGES = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060\u2066\u2067"
    "\u2068\u2069\u3000\ufeff"
)
# From here on a spreadsheet keeps only the first 15 digits of a whole number.
FIRST_ROUNDED = 10**15


class Refused(ValueError):
    """A cell that holds no value we may take.

    ``reason`` and ``remedy`` are plain sentences that do not repeat the value. ``of_kind`` says
    that the value is of the column's kind, only damaged or not certain: such values do not speak
    against the column when columns are mapped.
    """

    def __init__(self, reason: str, remedy: str = "", *, of_kind: bool = False):
        super().__init__(f"{reason} {remedy}".strip())
        self.reason = reason
        self.remedy = remedy
        self.of_kind = of_kind


class Facts(Protocol):
    """What a cell wants to know of its column (``core.spreadsheets.ColumnSurvey`` has it)."""

    date_order: str | None
    decimal_mark: str | None
    samples: list[str]
    distinct: list | None


def texts_of(column: Facts) -> Iterable[str]:
    """The different texts of a column as far as the survey kept them."""
    known = getattr(column, "distinct", None)
    if known:
        return [str(pair[0]) for pair in known]
    return [str(text) for text in getattr(column, "samples", None) or ()]


def folded(text: str) -> str:
    """Text as choices are compared: case, spaces, hyphens and underscores do not count."""
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").split())


def storable(text: str) -> str:
    """The text, if the database can keep it; raises ``Refused`` for NUL and broken characters."""
    if "\x00" in text:
        raise Refused(
            "The text holds a NUL character, which no text may hold.",
            "Type the text again, or remove the invisible character.",
        )
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Refused(
            "The text holds a broken character.", "Type the text again, or save the file as UTF-8."
        ) from None
    return text


class Cell(Widget):
    """A kind of cell: turns what the spreadsheet holds into a value, or refuses it.

    ``clean`` takes None, str, int, float, bool, date, datetime or time and gives the value, None
    for a blank cell, or raises ``Refused`` and nothing else. A subclass answers the ``from_...``
    methods of the raw types that it takes; each of the others refuses. ``hint`` is a sentence for
    the template sheet: what is accepted; ``example`` a cell as people write it.
    """

    wanted = "text"  # as in "... where <wanted> is expected"
    hint = "Text."
    example = "Text"
    longest: int | None = 500  # characters; nothing but free text and lists is longer
    blanks = BLANKS  # lower-case texts that count as blank
    mark: str | None = None
    order: str | None = None

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        """The value of a raw cell, None for a blank one; raises ``Refused``."""
        if value is None:
            return None
        if isinstance(value, str):
            return self.clean_text(value)
        if isinstance(value, bool):
            return self.from_flag(value)
        if isinstance(value, (int, float)):
            if not math.isfinite(value) if isinstance(value, float) else False:
                raise Refused("The number is not finite.", "Write the number itself.")
            return self.from_number(value)
        if isinstance(value, datetime.datetime):
            return self.from_moment(value)
        if isinstance(value, datetime.date):
            return self.from_date(value)
        if isinstance(value, datetime.time):
            return self.from_time(value)
        raise Refused(
            f"The cell is of a kind that cannot be read where {self.wanted} is expected.",
            self.remedy,
        )

    def clean_text(self, text: str) -> Any:
        """A text without white space around it and without the guard against formulas."""
        text = unguarded(text.strip(EDGES)).strip(EDGES)
        if not text or text.lower() in self.blanks:
            return None
        if self.longest is not None and len(text) > self.longest:
            raise self.unfit("This is a long text")
        if text.upper() in ERRORS:
            raise self.spreadsheet_error()
        return self.from_text(storable(text))

    @staticmethod
    def spreadsheet_error() -> Refused:
        """The refusal of a cell in which the spreadsheet shows an error."""
        return Refused(
            "The spreadsheet shows an error here, not a value.",
            "Mend the formula, or type the value in its place.",
        )

    @property
    def remedy(self) -> str:
        """What to write instead."""
        return f"Write it like {self.example}, or leave the cell empty."

    def unfit(self, found: str) -> Refused:
        """The refusal of a value of another kind."""
        return Refused(f"{found} where {self.wanted} is expected.", self.remedy)

    def from_text(self, text: str) -> Any:
        """The value of a text that is neither blank nor an error."""
        raise self.unfit("This is text")

    def from_number(self, value: int | float) -> Any:
        """The value of a finite number."""
        raise self.unfit("This is a number")

    def from_flag(self, value: bool) -> Any:
        """The value of a cell that holds TRUE or FALSE."""
        raise self.unfit("This is TRUE or FALSE")

    def from_moment(self, value: datetime.datetime) -> Any:
        """The value of a cell that holds date and time."""
        return self.from_date(value.date())

    def from_date(self, value: datetime.date) -> Any:
        """The value of a cell that holds a date."""
        raise self.unfit("The spreadsheet holds a date")

    def from_time(self, value: datetime.time) -> Any:
        """The value of a cell that holds a time of day."""
        raise self.unfit("The spreadsheet holds a time of day")

    def settled(self, column: Facts) -> Self:
        """A copy that knows what the column as a whole settles: date order, decimal mark."""
        cell = copy.copy(self)
        cell.settle(column)
        return cell

    def settle(self, column: Facts) -> None:
        """Take what the column settles."""
        self.mark = getattr(column, "decimal_mark", None) or self.mark
        self.order = getattr(column, "date_order", None) or self.order

    def staged(self, value: Any) -> Any:
        """A cleaned value as JSON keeps it: ISO dates, instants in UTC, decimals as text."""
        if value is None or isinstance(value, (str, bool, int, float)):
            return value
        if isinstance(value, Decimal):
            return f"{value:f}"
        if isinstance(value, dict):
            return {key: self.staged(part) for key, part in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.staged(part) for part in value]
        return csv_cell(value)

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        """The value as the export writes it, so that it comes in again as the very same."""
        return csv_cell(value)
