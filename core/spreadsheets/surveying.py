"""The first pass over a file: what ``Survey`` says of it; and the second, its rows."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from core.spreadsheets.errors import Unreadable
from core.spreadsheets.facts import Layout, SheetSurvey, Survey
from core.spreadsheets.header import HEAD_ROWS, headings, is_blank, layout_of
from core.spreadsheets.limits import Limits
from core.spreadsheets.profile import Column, Profile
from core.spreadsheets.sheets import NumberedRow, Sheet
from core.spreadsheets.structure import Judge, Judged, Sections, lone
from core.spreadsheets.values import Value, as_text

SECTION_HEADING = "(section)"
MOST_SKIPPED = 1_000
SAMPLE_ROWS = 20
LONGEST_SAMPLE = 500
TOP_ROWS, TOP_COLUMNS, LONGEST_TOP = 15, 12, 60
# The second sheet of our templates; it is never the rows, even where the first one is empty.
ABOUT = "About the columns"
# Sheets of these names explain the data rather than being it.
ASIDE = (
    "instruction",
    "read me",
    "readme",
    "notes",
    "legend",
    "lookup",
    "lists",
    "help",
    "example",
)


class SheetSurveyor:
    """Surveys one sheet; ``sketch`` leaves the facts of columns out."""

    def __init__(self, sheet: Sheet, limits: Limits, *, sketch: bool = False):
        self.sheet = sheet
        self.limits = limits
        self.survey = SheetSurvey(name=sheet.name, is_hidden=sheet.is_hidden)
        self.profile = None if sketch else Profile(limits.longest_cell)
        self.sections = Sections()
        self.section_column = Column()
        self.width = 0

    def run(self, header_row: int | None = None) -> SheetSurvey:
        """The survey; ``header_row`` is given (0: none) or looked for."""
        self.sheet.load()
        rows: Iterator[NumberedRow] = self.sheet.rows()
        head = list(islice(rows, HEAD_ROWS + (header_row or 0)))
        layout = layout_of(head, header_row, self.sheet.grouped)
        self.survey.layout = layout
        self.survey.header_row = layout.header_row
        self.survey.top = top_of(head)
        self.width = len(layout.header)
        judge = Judge(layout, self.sheet)
        for row in judge.rows(chain(head, rows)):
            self.take(row)
        self.settle(layout)
        if self.profile:
            self.profile.flush()
        layout.width = self.width
        if self.profile:
            self.describe(layout)
        return self.survey

    def take(self, row: Judged) -> None:
        """One judged row."""
        if row.reason:
            self.skip(row.number, row.reason)
        elif row.evidence and self.sections.add(row):
            pass  # whether it is data, the end of the sheet decides
        else:
            self.sections.follow()
            self.add_data(row.number, row.cells)

    def add_data(self, number: int, cells: Sequence[Value]) -> None:
        """One data row."""
        survey = self.survey
        survey.row_count += 1
        if survey.row_count > self.limits.most_rows:
            raise Unreadable(
                f"This sheet has more than {self.limits.most_rows:,} rows.",
                "Cut it into several files.",
                number,
            )
        if len(cells) > self.width:
            self.widen(number, cells)
        if survey.row_count <= SAMPLE_ROWS:
            survey.samples.append([as_text(cell)[:LONGEST_SAMPLE] for cell in cells])
        if self.profile:
            self.profile.add(number, cells)

    def widen(self, number: int, cells: Sequence[Value]) -> None:
        """Takes the width of a row, the blanks at its end apart."""
        width = len(cells)
        while width > self.width and is_blank(cells[width - 1]):
            width -= 1
        self.width = max(self.width, width)
        if self.width > self.limits.most_columns:
            raise Unreadable(
                f"Row {number} has {self.width:,} cells; at most"
                f" {self.limits.most_columns:,} columns are read.",
                "Often it is a stray cell far to the right, or the wrong delimiter: look at that"
                " row.",
                number,
            )

    def skip(self, number: int, reason: str) -> None:
        """One row that is no data."""
        self.survey.skipped_count += 1
        self.survey.skipped.append({"row": number, "reason": reason})
        if len(self.survey.skipped) > 2 * MOST_SKIPPED:
            self.sort_skipped()

    def sort_skipped(self) -> None:
        """Keeps the first skipped rows, in order."""
        self.survey.skipped.sort(key=lambda skipped: skipped["row"])
        del self.survey.skipped[MOST_SKIPPED:]

    def settle(self, layout: Layout) -> None:
        """Decides which candidates are sections; the others are data after all."""
        layout.sections = self.sections.accepted()
        section = ""
        late = []
        following = zip(self.sections.candidates, self.sections.followers, strict=True)
        for row, followers in following:
            if row.evidence in layout.sections:
                section = lone(row.cells)
                layout.has_sections = True
                self.skip(row.number, f"section: {section}")
            else:
                late.append(row)
                followers += 1
            if section and followers:
                self.count_section(section, followers)
        for row in late:
            self.add_data(row.number, row.cells)
        self.sort_skipped()

    def count_section(self, section: str, rows: int) -> None:
        """Counts the rows of a section without a list of so many."""
        column = self.section_column
        column.add([section])
        column.filled += rows - 1
        column.kinds[column.memory[section][0]] += rows - 1
        if column.distinct is not None:
            column.distinct[section] += rows - 1

    def describe(self, layout: Layout) -> None:
        """The columns and the padded samples."""
        survey = self.survey
        named = headings(layout.header, self.width)
        columns = self.profile.columns if self.profile else []
        columns.extend(Column() for _ in range(self.width - len(columns)))
        survey.columns = [
            column.survey(place, heading, named=own)
            for place, (column, (heading, own)) in enumerate(zip(columns, named, strict=False))
        ]
        if layout.has_sections:
            survey.columns.append(
                self.section_column.survey(self.width, SECTION_HEADING, named=True)
            )
        survey.samples = [
            (sample + [""] * (self.width - len(sample)))[: self.width] for sample in survey.samples
        ]


def top_of(head: Sequence[NumberedRow]) -> list[dict]:
    """The first filled rows of a sheet, cut to what fits on a page."""
    filled = ((number, row) for number, row in head if any(not is_blank(cell) for cell in row))
    return [
        {"row": number, "cells": [as_text(cell)[:LONGEST_TOP] for cell in row[:TOP_COLUMNS]]}
        for number, row in islice(filled, TOP_ROWS)
    ]


def best_of(sheets: Sequence[SheetSurvey]) -> int:
    """The sheet with the most data that is neither hidden nor named as an explanation."""

    def weight(sheet: SheetSurvey) -> tuple:
        aside = any(word in sheet.name.casefold() for word in ASIDE)
        cells = sum(column.filled for column in sheet.columns)
        is_ours = sheet.name == ABOUT
        return not sheet.is_hidden, not is_ours, cells > 0, not aside, sheet.header_row > 0, cells

    return max(range(len(sheets)), key=lambda place: (*weight(sheets[place]), -place))


def check_filled(survey: Survey) -> None:
    """Refuses a file without any row to read."""
    if not any(sheet.columns for sheet in survey.sheets if not sheet.is_hidden):
        hidden = any(sheet.columns for sheet in survey.sheets)
        raise Unreadable(
            "Every sheet with data in this file is hidden." if hidden else "This file has no rows.",
            "Show the sheet you mean and save the file again." if hidden else "Export it again.",
        )


def data_rows(sheet: Sheet, layout: Layout) -> Iterator[tuple[int, list[Value | None], str | None]]:
    """The second pass: rows as (number, cells, reason), blanks as None, all of one width."""
    sheet.load()  # the judge looks at its merged cells and hidden rows
    width = layout.width
    section: list[Value | None] = [None] if layout.has_sections else []
    for number, row, reason, _, _ in Judge(layout, sheet).rows(sheet.rows()):
        cells: list[Value | None] = [None if cell == "" else cell for cell in row]
        if len(cells) < width:
            cells += [None] * (width - len(cells))
        elif len(cells) > width:
            del cells[width:]
        if section:
            if reason and reason.startswith("section: "):
                section = [reason.removeprefix("section: ")]
            cells += section
        yield number, cells, reason
