"""Rows of workbooks (.xlsx, .xlsm, .xls, .ods), parsed by calamine."""

import posixpath
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.parsers import expat

import python_calamine as calamine

from core.spreadsheets.compound import check_compound
from core.spreadsheets.errors import Unreadable
from core.spreadsheets.limits import Limits
from core.spreadsheets.marks import Marks, ods_marks, xlsx_marks
from core.spreadsheets.package import DAMAGED, SEND_AGAIN, Package, locked
from core.spreadsheets.sheets import Area
from core.spreadsheets.values import Value, cleaned, column_letter, whole

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships"
MOST_MERGES = 200_000


class WorkbookSheet:
    """One sheet of a workbook; its cells are loaded when its rows are first asked for."""

    is_text = False

    def __init__(self, workbook: "Workbook", place: int, name: str, *, is_hidden: bool):
        self.workbook = workbook
        self.place = place
        self.name = name
        self.is_hidden = is_hidden
        self.marks = Marks()
        self.merged: Sequence[Area] = ()
        self.grouped: Container[int] = frozenset()
        self.cells: calamine.CalamineSheet | None = None

    def load(self) -> None:
        """Parses the sheet; raises ``Unreadable`` where it is damaged or too wide."""
        if self.cells is not None:
            return
        self.marks = self.workbook.marks_of(self.place)
        try:
            self.cells = self.workbook.book.get_sheet_by_index(self.place)
            merged = self.cells.merged_cell_ranges or []
        except calamine.CalamineError as error:
            raise Unreadable(
                f"The sheet “{self.name}” is damaged.",
                "Open the file in a spreadsheet program, save it again, and upload that.",
            ) from error
        self.merged = sorted(merged[:MOST_MERGES])
        end = self.cells.end
        self.grouped = {
            first[0] + 1
            for first, last in self.merged
            if first[0] == last[0] and 0 < last[1] - first[1] < (end[1] if end else 0)
        }

    def hides(self, number: int) -> bool:
        """Whether the row of a number is hidden."""
        return self.marks.hides(number - 1)

    def free(self) -> None:
        """Gives the memory of the cells back."""
        self.cells = None

    def rows(self) -> Iterator[tuple[int, list[Value]]]:
        """Rows with their numbers, blanks as "", error cells as texts such as ``#N/A``.

        A text cell merged over several rows counts for each of them: that is how it reads. A
        number is left in the first, lest an amount be counted twice.
        """
        self.load()
        cells = self.cells
        start = cells.start if cells else None
        left: list[Value] = [""] * (start[1] if start else 0)
        overlaid = self.marks.cells
        spans = Spans(self.merged)
        number = 0
        most = self.workbook.limits.most_columns
        for number, values in enumerate(cells.iter_rows() if cells and start else (), 1):
            row = self.converted(values, number)
            if left:
                row = left + row
            if number - 1 in overlaid:
                lay_over(row, overlaid[number - 1])
            if spans.waiting or spans.open:
                spans.fill(number - 1, row)
            if len(row) > most:
                row = self.trimmed(row, number)
            yield number, row
        for index in sorted(index for index in overlaid if index >= number):
            row = []
            lay_over(row, overlaid[index])
            yield index + 1, row

    def converted(self, values: Sequence[Any], number: int) -> list[Value]:
        """A row as calamine gives it, in our types; refused where a text holds a NUL."""
        row: list[Value] = [
            value
            if value.__class__ is str
            else whole(value)
            if value.__class__ is float
            else cleaned(value)
            for value in values
        ]
        if "\0" in "".join([cell for cell in row if cell.__class__ is str]):
            raise Unreadable(
                f"Row {number} of the sheet “{self.name}” holds a NUL character, which no text has.",
                "Type its cells again, or clear them.",
                number,
            )
        return row

    def trimmed(self, row: list[Value], number: int) -> list[Value]:
        """A row without the blanks at its end; refused where it is too wide even so."""
        while row and row[-1] == "":
            row.pop()
        if len(row) > self.workbook.limits.most_columns:
            raise Unreadable(
                f"Row {number} of the sheet “{self.name}” reaches column"
                f" {column_letter(len(row) - 1)}; at most"
                f" {self.workbook.limits.most_columns:,} columns are read.",
                "Often it is a stray cell far to the right: delete it, or copy the table to a new"
                " sheet.",
                number,
            )
        return row


def lay_over(row: list[Value], cells: dict[int, str]) -> None:
    """Puts texts into the cells of a row that are blank."""
    reach = max(cells) + 1
    if len(row) < reach:
        row.extend([""] * (reach - len(row)))
    for column, text in cells.items():
        if row[column] == "":
            row[column] = text


class Spans:
    """Cells merged over several rows, as the rows go by."""

    def __init__(self, merged: Sequence[Area]):
        self.waiting = [(first, last) for first, last in reversed(merged) if last[0] > first[0]]
        self.open: list[tuple[int, int, str]] = []  # last row, column, text

    def fill(self, index: int, row: list[Value]) -> None:
        """Fills the blanks that merged texts cover, and takes up those that begin here."""
        if self.open:
            self.open = [span for span in self.open if span[0] >= index]
            for _, column, covering in self.open:
                if column < len(row) and row[column] == "":
                    row[column] = covering
        while self.waiting and self.waiting[-1][0][0] <= index:
            (first, column), (last, _) = self.waiting.pop()
            if first == index and column < len(row):
                text = row[column]
                if isinstance(text, str):
                    self.open.append((last, column, text))


class Workbook:
    """A workbook, opened after its package has passed the checks."""

    def __init__(self, path: Path, form: str, limits: Limits):
        self.limits = limits
        self.form = form
        self.marks: list[Marks] | None = None  # of all sheets, where one look finds them
        self.parts: list[str | None] = []
        if form == "xls":
            self.marks = check_compound(path)
        else:
            self.package = Package(path, limits)
            self.package.check_parts(sheets_too=form == "ods")
        if form == "ods":
            self.check_manifest()
            self.marks = ods_marks(self.package)
        try:
            self.book = calamine.load_workbook(path)
        except calamine.PasswordError as error:
            raise locked() from error
        except calamine.CalamineError as error:
            raise Unreadable(DAMAGED.format(reason_of(error)), SEND_AGAIN) from error
        if self.marks is None:
            self.parts = worksheet_parts(self.package)
        self.sheets = self.listed()

    def check_manifest(self) -> None:
        """Refuses an .ods file under a password."""
        if "META-INF/manifest.xml" in self.package.names:
            manifest = b"".join(self.package.chunks("META-INF/manifest.xml"))
            if b"encryption-data" in manifest:
                raise locked()

    def listed(self) -> list[WorkbookSheet]:
        """The worksheets, in the order of the book; charts and macros are none."""
        metadata = self.book.sheets_metadata
        if len(metadata) > self.limits.most_sheets:
            raise Unreadable(
                f"This workbook has {len(metadata):,} sheets; at most"
                f" {self.limits.most_sheets:,} are read.",
                "Copy the sheets that matter into a new workbook and upload that.",
            )
        return [
            WorkbookSheet(
                self,
                place,
                sheet.name,
                is_hidden=sheet.visible != calamine.SheetVisibleEnum.Visible,
            )
            for place, sheet in enumerate(metadata)
            if sheet.typ == calamine.SheetTypeEnum.WorkSheet
        ]

    def marks_of(self, place: int) -> Marks:
        """The marks of the sheet at a place of the book."""
        if self.marks is not None:
            return self.marks[place] if place < len(self.marks) else Marks()
        if place < len(self.parts) and (part := self.parts[place]):
            return xlsx_marks(self.package, part)
        return Marks()


def reason_of(error: Exception) -> str:
    """What calamine says, in one line of bounded length."""
    return " ".join(str(error).split())[:200].rstrip(".") or "its parts do not fit together"


def worksheet_parts(package: Package) -> list[str | None]:
    """The part of each sheet of an .xlsx file, in the order of the book."""
    book = package.folded["xl/workbook.xml"]
    sheets: list[str | None] = []
    targets: dict[str, str] = {}

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(" ")[2] == "sheet":
            key = attributes.get(f"{RELATION} id") or attributes.get(f"{STRICT_RELATION} id")
            sheets.append(key)

    def relation(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(" ")[2] == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = sheet
    package.parsed(book, parser)
    relations = package.folded.get("xl/_rels/workbook.xml.rels")
    if relations:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = relation
        package.parsed(relations, parser)
    parts: list[str | None] = []
    for key in sheets:
        target = targets.get(key or "", "")
        part = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/") if target else None
        if part is not None and part.casefold() not in package.folded:
            raise Unreadable(DAMAGED.format(f"its part {part} is missing"), SEND_AGAIN)
        parts.append(package.folded[part.casefold()] if part else None)
    return parts
