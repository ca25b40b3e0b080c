"""What the parser of workbooks leaves out: hidden rows, error cells, cells of unknown types."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from xml.parsers import expat

from core.spreadsheets.package import Package

REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
# Whether a sheet has any of what the slow look would find.
TELLING = re.compile(
    rb"""\bhidden\s*=\s*["'](?:1|true)|\bt\s*=\s*["']e["']"""
    rb"""|(?:</(?:\w+:)?f|<(?:\w+:)?f\s[^<>]*/)>\s*"""
    rb"""(?:</(?:\w+:)?c>|<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</)"""
)
# Some of these bytes are in all that matches; looking for them is far quicker.
HINTS = (b"hidden", b'"e"', b"'e'", b"f>", b"<f ", b":f ")
# What stands for the value of a formula that the writing program did not work out.
UNKNOWN = "#CALC!"
KNOWN_TYPES = frozenset(
    ["float", "percentage", "currency", "date", "time", "boolean", "string", "", None]
)


@dataclass
class Marks:
    """Hidden rows and overlaid cells of one sheet; rows and columns are 0-based."""

    hidden: list[tuple[int, int]] = field(default_factory=list)  # first, last; ascending
    cells: dict[int, dict[int, str]] = field(default_factory=dict)

    def hide(self, first: int, last: int) -> None:
        """Marks rows as hidden."""
        if self.hidden and self.hidden[-1][1] >= first - 1:
            self.hidden[-1] = (self.hidden[-1][0], max(last, self.hidden[-1][1]))
        else:
            self.hidden.append((first, last))

    def overlay(self, row: int, column: int, text: str) -> None:
        """Sets a cell that the parser gives as blank."""
        self.cells.setdefault(row, {})[column] = text

    def hides(self, row: int) -> bool:
        """Whether a row is hidden."""
        place = bisect_right(self.hidden, (row, 1 << 40)) - 1
        return place >= 0 and row <= self.hidden[place][1]

    @property
    def height(self) -> int:
        """Rows that the overlaid cells reach."""
        return max(self.cells, default=-1) + 1


def column_index(letters: str) -> int:
    """The 0-based column of its letters."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def xlsx_marks(package: Package, part: str) -> Marks:
    """The marks of one worksheet part of an .xlsx file."""
    tail, telling = b"", False
    for chunk in package.xml(part):
        if not telling:
            window = tail + chunk
            hinted = any(hint in window for hint in HINTS)
            telling = (hinted and bool(TELLING.search(window))) or b"\0" in chunk[:200]
            tail = chunk[-256:]
    if not telling:
        return Marks()
    reader = XlsxMarks()
    package.parsed(part, reader.parser())
    return reader.marks


class XlsxMarks:
    """Handlers for the elements row, c and v of a worksheet."""

    def __init__(self) -> None:
        self.marks = Marks()
        self.row = self.column = -1
        self.kind = "n"
        self.is_formula = False
        self.text: list[str] | None = None  # of the value, where it matters

    def parser(self) -> expat.XMLParserType:
        """A parser that fills the marks."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        return parser

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "row":
            self.row = number(attributes.get("r"), self.row + 2) - 1
            self.column = -1
            if attributes.get("hidden") in ("1", "true"):
                self.marks.hide(self.row, self.row)
        elif name == "c":
            found = REFERENCE.fullmatch(attributes.get("r", ""))
            self.column = column_index(found[1]) if found else self.column + 1
            self.kind = attributes.get("t", "n")
            self.is_formula = False
            self.text = None
        elif name == "f":
            self.is_formula = True
        elif name == "v" and (self.kind == "e" or self.is_formula):
            self.text = []

    def characters(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)

    def end(self, name: str) -> None:
        if local(name) != "c":
            return
        value = "".join(self.text or ()).strip()
        if self.kind == "e":
            self.marks.overlay(self.row, self.column, value or "#UNKNOWN!")
        elif self.is_formula and not value and self.kind != "str":
            self.marks.overlay(self.row, self.column, UNKNOWN)
        self.is_formula = False


def number(text: str | None, otherwise: int) -> int:
    """A whole number of an attribute."""
    return int(text) if text and text.isdecimal() and len(text) < 9 else otherwise


def ods_marks(package: Package) -> list[Marks]:
    """The marks of each sheet of an .ods file, in their order."""
    reader = OdsMarks()
    package.parsed("content.xml", reader.parser())
    return reader.sheets


class OdsMarks:
    """Handlers for the rows and cells of an OpenDocument spreadsheet."""

    def __init__(self) -> None:
        self.sheets: list[Marks] = []
        self.depth = 0  # of tables: a cell may hold one of its own
        self.row = self.column = 0
        self.rows = self.columns = 1
        self.text: list[str] | None = None
        self.is_paragraph = self.is_error = False

    def parser(self) -> expat.XMLParserType:
        """A parser that fills the marks."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        return parser

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self.depth += 1
            if self.depth == 1:
                self.sheets.append(Marks())
                self.row = 0
        elif self.depth != 1:
            return
        elif name == "table:table-row":
            self.column = 0
            self.rows = number(attributes.get("table:number-rows-repeated"), 1)
            if attributes.get("table:visibility") in ("collapse", "filter"):
                self.sheets[-1].hide(self.row, self.row + self.rows - 1)
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self.columns = number(attributes.get("table:number-columns-repeated"), 1)
            kind = attributes.get("office:value-type")
            is_error = attributes.get("calcext:value-type") == "error"
            self.is_error = is_error
            self.text = [] if is_error or kind not in KNOWN_TYPES else None
        elif name == "text:p" and self.text is not None:
            self.is_paragraph = True
            if self.text:
                self.text.append("\n")

    def characters(self, data: str) -> None:
        if self.is_paragraph and self.text is not None:
            self.text.append(data)

    def end(self, name: str) -> None:
        if name == "table:table":
            self.depth -= 1
        elif self.depth != 1:
            return
        elif name == "table:table-row":
            self.row += self.rows
        elif name == "text:p":
            self.is_paragraph = False
        elif name in ("table:table-cell", "table:covered-table-cell"):
            if self.text or self.is_error:
                text = "".join(self.text or ())
                if self.is_error and not text.startswith("#"):
                    text = "#VALUE!"  # LibreOffice has numbers of its own: Err:502
                for row in range(self.row, self.row + min(self.rows, 1000)):
                    for column in range(self.column, self.column + min(self.columns, 1000)):
                        self.sheets[-1].overlay(row, column, text)
            self.text, self.is_error = None, False
            self.column += self.columns
