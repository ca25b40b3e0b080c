"""What a survey of a file finds: its sheets, their rows and the facts of each column."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class ColumnSurvey:
    """One column, judged by all of its data rows.

    ``index`` is its place in every row's cells (0-based) and in the sheet. ``kinds`` counts the
    filled cells that are, or read as, a number, a date, a flag (yes/no, true/false), else text.
    ``date_order`` is what the column as a whole settles about dates written in digits: "both"
    where some can only be day first and others only month first, None where nothing settles it.
    ``decimal_mark`` is likewise None where no number settles it, or where numbers disagree.
    ``distinct`` lists every text with its count, most frequent first; None past 200 of them or
    where texts are long. ``maybe_swapped``: true dates stand among dates left as text, and all
    of them in the first twelve days of a month. So it looks where a spreadsheet program took
    days for months on opening a CSV file, and kept as text what it could not take so.
    """

    index: int
    heading: str
    filled: int = 0
    longest: int = 0
    samples: list[str] = field(default_factory=list)
    distinct: list[list] | None = None
    kinds: dict[str, int] = field(default_factory=dict)
    date_order: str | None = None
    decimal_mark: str | None = None
    named: bool = True
    maybe_swapped: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether the column has neither a heading of its own nor any value."""
        return not self.named and not self.filled


@dataclass
class Layout:
    """How the rows of a sheet are told apart: found once, then followed by every reading.

    ``header`` holds the header row's cells, ``texts`` the columns that nearly every row fills
    with text, ``shapes`` how the cells of the first columns are written, ``sections`` the kinds of evidence on which a lone cell counts as a section row,
    ``typical`` how many cells most rows fill.
    """

    header_row: int = 0
    header: list[str] = field(default_factory=list)
    width: int = 0
    typical: int = 0
    texts: list[int] = field(default_factory=list)
    shapes: list[list[str] | None] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    has_sections: bool = False


@dataclass
class SheetSurvey:
    """One sheet: its data rows and columns, and the rows that hold no data, with the reason.

    ``header_row`` is the row of the headings (1-based; 0: the sheet has none). ``skipped`` lists
    the first 1,000 skipped rows as ``{"row": n, "reason": text}``, ``skipped_count`` counts all.
    ``samples`` are the first 20 data rows as texts. ``top`` are the first rows of the sheet as they
    stand, for people to point at the headings: ``{"row": n, "cells": [text, ...]}``.
    """

    name: str
    is_hidden: bool = False
    row_count: int = 0
    header_row: int = 0
    columns: list[ColumnSurvey] = field(default_factory=list)
    skipped: list[dict] = field(default_factory=list)
    skipped_count: int = 0
    samples: list[list[str]] = field(default_factory=list)
    top: list[dict] = field(default_factory=list)
    layout: Layout = field(default_factory=Layout)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "SheetSurvey":
        """The survey of a sheet from what ``Survey.as_json`` made of it."""
        columns = [ColumnSurvey(**column) for column in data["columns"]]
        return cls(**{**data, "columns": columns, "layout": Layout(**data["layout"])})

    def as_layout(self) -> dict[str, Any]:
        """The layout as a request for rows carries it."""
        return asdict(self.layout)


@dataclass
class Survey:
    """A whole file: ``sheets[best]`` is the one to take where nobody chose.

    ``format`` is one of csv (any delimiter), xlsx, xlsm, xls, ods; ``encoding`` and ``delimiter`` are those
    of a text file, else None.
    """

    format: str
    encoding: str | None = None
    delimiter: str | None = None
    sheets: list[SheetSurvey] = field(default_factory=list)
    best: int = 0

    def as_json(self) -> dict[str, Any]:
        """The survey as plain lists and dictionaries, fit for a json column."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Survey":
        """The survey from what ``as_json`` made of it."""
        return cls(**{**data, "sheets": [SheetSurvey.from_json(sheet) for sheet in data["sheets"]]})

    def taken(self, name: str | None) -> SheetSurvey:
        """The sheet of that name; the best one where there is none of it."""
        return next((s for s in self.sheets if s.name == name), self.sheets[self.best])

    def sheet(self, name: str | None = None) -> SheetSurvey:
        """The sheet of that name, the best one for None; ``KeyError`` where there is none."""
        if name is None:
            return self.sheets[self.best]
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise KeyError(name)
