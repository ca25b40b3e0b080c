"""Rows of a text file (CSV and its kin), one after the other, whatever its size."""

import csv
import io
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import cast

from core.spreadsheets.dialect import DELIMITERS, declared_delimiter, delimiter_of
from core.spreadsheets.encoding import SAVE_UTF8, encoding_of
from core.spreadsheets.errors import Unreadable
from core.spreadsheets.limits import Limits
from core.spreadsheets.sheets import Area
from core.spreadsheets.values import Value

SAMPLE_LINES = 500
SAMPLE_SIZE = 1 << 18
SAVE_AGAIN = "Open it in a spreadsheet program, save it again as CSV or .xlsx, and upload that."


class TextSheet:
    """A text file as a sheet: ``rows()`` reads it from the start each time it is called."""

    name = ""
    is_hidden = False
    merged: Sequence[Area] = ()
    grouped: Container[int] = ()
    is_text = True

    def __init__(
        self,
        path: Path,
        name: str,
        limits: Limits,
        encoding: str | None = None,
        delimiter: str | None = None,
    ):
        self.path = path
        self.limits = limits
        self.encoding = encoding or encoding_of(path)
        self.declared = False
        self.loose = False
        self.delimiter = delimiter or ","
        self.look(name, delimiter)
        csv.field_size_limit(limits.longest_cell)

    def look(self, name: str, delimiter: str | None) -> None:
        """Reads the first lines for the dialect."""
        lines: list[str] = []
        size = 0
        try:
            with self.opened() as file:
                while size < SAMPLE_SIZE and len(lines) < SAMPLE_LINES:
                    line = file.readline(SAMPLE_SIZE)
                    if not line:
                        break
                    lines.append(line)
                    size += len(line)
                cut = bool(file.read(1))
        except UnicodeError:
            raise self.broken(1) from None
        if lines and (declared := declared_delimiter(lines[0])):
            self.declared = True
            self.delimiter = delimiter or declared
            del lines[0]
        among = [self.delimiter] if delimiter or self.declared else DELIMITERS
        found, self.loose = delimiter_of(lines, name, cut=cut, among=among)
        if among is DELIMITERS:
            self.delimiter = found

    def load(self) -> None:
        """Nothing: rows come straight from the file."""

    def free(self) -> None:
        """Nothing: no row is kept."""

    def hides(self, number: int) -> bool:
        """No: a text file hides nothing."""
        return False

    def opened(self) -> io.TextIOWrapper:
        """The file as text, its line ends as they are."""
        return self.path.open(encoding=self.encoding, newline="")

    def rows(self) -> Iterator[tuple[int, list[Value]]]:
        """Rows with their numbers; a blank line is an empty list.

        Raises ``Unreadable`` naming the row for a NUL, a quotation mark that never closes, text
        after a closing one, a cell past the limit and bytes that the encoding has not.
        """
        number = 0
        with self.opened() as file:
            lines = iter(file)
            if self.declared:
                next(lines, None)
            reader = csv.reader(
                self.checked(lines),
                delimiter=self.delimiter,
                strict=True,
                skipinitialspace=self.loose,
            )
            try:
                for number, row in enumerate(reader, 1):
                    yield number, cast("list[Value]", row)
            except csv.Error as error:
                raise self.fault(str(error), number + 1) from error
            except UnicodeError as error:
                raise self.broken(number + 1) from error
            except MemoryError:
                raise Unreadable(
                    f"Row {number + 1} is longer than can be read.",
                    "Perhaps the lines of the file do not end: export it again.",
                    number + 1,
                ) from None
            except NulFound as error:
                raise Unreadable(
                    f"Row {number + 1} holds a NUL character, which no text has.",
                    "The file is damaged, or is no text: export it again.",
                    number + 1,
                ) from error

    def checked(self, lines: Iterator[str]) -> Iterator[str]:
        """The lines, as long as no NUL is among them."""
        for line in lines:
            if "\0" in line:
                raise NulFound
            yield line

    def fault(self, message: str, row: int) -> Unreadable:
        """What csv found wrong, for people."""
        if "field larger" in message:
            return Unreadable(
                f"A cell of row {row} is longer than {self.limits.longest_cell:,} characters.",
                "Often a quotation mark is opened there and never closed: look at that row.",
                row,
            )
        if "unexpected end" in message:
            return Unreadable(
                f"The quotation mark opened in row {row} is never closed.",
                f"Close or remove it. {SAVE_AGAIN}",
                row,
            )
        return Unreadable(
            f"In row {row} text follows a closing quotation mark, so where its cells end is"
            " anyone's guess.",
            f"Quotation marks within a quoted cell are written twice. {SAVE_AGAIN}",
            row,
        )

    def broken(self, row: int) -> Unreadable:
        """The refusal of bytes that the encoding has not."""
        return Unreadable(
            f"Row {row} holds a character that is broken in {self.encoding}, or the file breaks"
            " off.",
            SAVE_UTF8,
            row,
        )


class NulFound(Exception):
    """A line holds a NUL."""
