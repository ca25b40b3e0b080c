"""The facts of columns, gathered over all data rows a bundle at a time."""

import datetime
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest
from typing import cast

from core.spreadsheets.errors import Unreadable
from core.spreadsheets.facts import ColumnSurvey
from core.spreadsheets.header import value_kind
from core.spreadsheets.kinds import kind_of, kind_of_all
from core.spreadsheets.values import Value, as_text

MOST_DISTINCT = 200
LONGEST_DISTINCT = 100
SAMPLES = 10
LONGEST_SAMPLE = 200
KINDS = ("text", "number", "date", "flag")
# Texts whose facts a column remembers; past that it judges each anew.
MEMORY = 2_000
# New texts from which on judging all of them at once pays.
BULK = 20
BLANK: tuple[str, str | None] = ("blank", None)


class Column:
    """Counts over one column."""

    def __init__(self) -> None:
        self.filled = 0
        self.longest = 0
        self.samples: dict[str, None] = {}
        self.distinct: dict[str, int] | None = {}
        self.kinds = dict.fromkeys(KINDS, 0)
        self.orders: set[str | None] = set()
        self.marks: set[str | None] = set()
        self.days: set[int] = set()  # of the month, of true dates
        self.memory: dict[str, tuple[str, str | None]] = {}

    def add(self, cells: Sequence[Value]) -> None:
        """Takes some cells of the column, blanks among them."""
        if set(map(type, cells)) == {str}:
            self.add_texts(Counter(cast("Sequence[str]", cells)))
        else:
            self.add_texts(Counter(self.add_values(cells)))

    def add_texts(self, counts: Counter[str]) -> None:
        """Takes texts of the column, counted."""
        counts.pop("", None)
        if not counts:
            return
        self.longest = max(self.longest, max(map(len, counts)))
        memory = self.memory
        new = [text for text in counts if text not in memory]
        if len(new) < len(counts):
            for text, count in counts.items():
                if text in memory:
                    self.count(memory[text][0], count)
        if len(new) >= BULK and (alike := kind_of_all(new)):
            kind, settles = alike
            for text in new[:SAMPLES]:
                self.note(text, (kind, settles))
            self.count(kind, sum(map(counts.__getitem__, new)))
        else:
            for text in new:
                self.count(self.judge(text)[0], counts[text])
        for text, count in counts.items() if self.distinct is not None else ():
            if memory.get(text) != BLANK:
                self.list_distinct(text, count)

    def count(self, kind: str, count: int) -> None:
        """Counts cells of one kind."""
        if kind != "blank":
            self.kinds[kind] += count
            self.filled += count

    def judge(self, text: str) -> tuple[str, str | None]:
        """The kind of a text not met before, or long ago."""
        if not text.strip():
            known = BLANK
        else:
            known = kind_of(text)
            self.note(text, known)
        if len(self.memory) < MEMORY:
            self.memory[text] = known
        return known

    def note(self, text: str, known: tuple[str, str | None]) -> None:
        """Keeps what a new text settles, and the text itself among the samples."""
        kind, settles = known
        if kind == "date":
            self.orders.add(settles)
        elif kind == "number":
            self.marks.add(settles)
        if len(self.samples) < SAMPLES:
            self.samples.setdefault(text[:LONGEST_SAMPLE])

    def add_values(self, cells: Sequence[Value]) -> list[str]:
        """Takes the cells that are no texts; gives the texts back."""
        texts = [cell for cell in cells if cell.__class__ is str]
        values = Counter((cell.__class__, cell) for cell in cells if cell.__class__ is not str)
        for (_, value), count in values.items():
            kind, text = value_kind(value), as_text(value)
            if isinstance(value, datetime.date):
                self.days.add(value.day)
            self.kinds[kind] += count
            self.filled += count
            self.longest = max(self.longest, len(text))
            if len(self.samples) < SAMPLES:
                self.samples.setdefault(text)
            self.list_distinct(text, count)
        return texts

    def list_distinct(self, text: str, count: int) -> None:
        """Counts a text among the distinct ones, and gives them up where they grow too many."""
        if self.distinct is not None:
            self.distinct[text] = self.distinct.get(text, 0) + count
            if len(self.distinct) > MOST_DISTINCT or len(text) > LONGEST_DISTINCT:
                self.distinct = None

    def survey(self, index: int, heading: str, *, named: bool) -> ColumnSurvey:
        """The facts so far."""
        distinct = None
        if self.distinct is not None:
            ranked = sorted(self.distinct.items(), key=lambda item: -item[1])
            distinct = [[text, count] for text, count in ranked]
        return ColumnSurvey(
            index=index,
            heading=heading,
            filled=self.filled,
            longest=self.longest,
            samples=list(self.samples),
            distinct=distinct,
            kinds=dict(self.kinds),
            date_order=settled_order(self.orders),
            decimal_mark=settled_mark(self.marks),
            named=named,
            maybe_swapped=bool(self.days)
            and max(self.days) <= 12
            and settled_order(self.orders) in ("day first", "month first"),
        )


def settled_order(orders: set[str | None]) -> str | None:
    """The order of dates that a column as a whole settles."""
    if "day" in orders and "month" in orders:
        return "both"
    if "day" in orders:
        return "day first"
    if "month" in orders:
        return "month first"
    return "year first" if "year" in orders and "open" not in orders else None


def settled_mark(marks: set[str | None]) -> str | None:
    """The decimal mark of a column; None where nothing settles it or numbers disagree."""
    found = marks - {None}
    return found.pop() if len(found) == 1 else None


class Profile:
    """The columns of a sheet, fed rows in bundles."""

    BUNDLE = 2_000

    def __init__(self, longest_cell: int) -> None:
        self.longest_cell = longest_cell
        self.columns: list[Column] = []
        self.waiting: list[Sequence[Value]] = []
        self.numbers: list[int] = []

    def add(self, number: int, row: Sequence[Value]) -> None:
        """Takes a data row."""
        self.waiting.append(row)
        self.numbers.append(number)
        if len(self.waiting) >= self.BUNDLE:
            self.flush()

    def flush(self) -> None:
        """Counts the rows taken so far; raises ``Unreadable`` for a cell past the limit."""
        for place, cells in enumerate(zip_longest(*self.waiting, fillvalue="")):
            if place == len(self.columns):
                self.columns.append(Column())
            column = self.columns[place]
            column.add(cells)
            if column.longest > self.longest_cell:
                self.refuse_longest(cells)
        self.waiting.clear()
        self.numbers.clear()

    def refuse_longest(self, cells: Sequence[Value]) -> None:
        """Names the row of a cell past the limit."""
        for number, cell in zip(self.numbers, cells, strict=True):
            if isinstance(cell, str) and len(cell) > self.longest_cell:
                raise Unreadable(
                    f"A cell of row {number} is longer than {self.longest_cell:,} characters.",
                    "Shorten it or leave its column out.",
                    number,
                )
