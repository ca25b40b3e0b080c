"""Files as people and attackers make them, built in code."""

import csv
import io
import json
import struct
import zipfile
from pathlib import Path

import xlsxwriter

from core.spreadsheets import Limits, Row, SheetSurvey, Survey
from core.spreadsheets.child import TASKS, Answer
from core.spreadsheets.reading import from_survey
from core.spreadsheets.values import from_json

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SETTLED = ("sheet", "header_row", "encoding", "delimiter")
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
FORM = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def raw_xlsx(path: Path, sheet: str, *, prolog: str = "", leave_out: str = "") -> Path:
    """A minimal workbook around the XML of its one sheet's contents."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{FORM}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{FORM}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1"'
        f' Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship'
        f' Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'{prolog}<worksheet xmlns="{MAIN}">{sheet}</worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            if name != leave_out:
                archive.writestr(name, text)
    return path


def ods(path: Path, body: str, *, manifest: str = "") -> Path:
    """A minimal OpenDocument spreadsheet around the XML of its tables."""
    names = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    }
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in names.items())
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest or "<manifest/>")
        archive.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet>{body}"
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file of 512-byte sectors: a table, a directory, then the streams."""
    table, content = [0xFFFFFFFD, 0xFFFFFFFE], b""
    directory = entry("Root Entry", 5, 0xFFFFFFFE, 0)
    for name, data in streams.items():
        data = data.ljust(4096, b"\0")
        data += bytes(-len(data) % 512)
        first, count = len(table), len(data) // 512
        table += [*range(first + 1, first + count), 0xFFFFFFFE]
        directory += entry(name, 2, first, len(data))
        content += data
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<LLLLLLLLL", header, 40, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<109L", header, 76, 0, *[0xFFFFFFFF] * 108)
    sectors = struct.pack("<128L", *table, *[0xFFFFFFFF] * (128 - len(table)))
    return bytes(header) + sectors + directory.ljust(512, b"\0") + content


def entry(name: str, kind: int, first: int, size: int) -> bytes:
    """An entry of a compound file's directory."""
    data = bytearray(128)
    text = name.encode("utf-16-le")
    data[: len(text)] = text
    struct.pack_into("<HB", data, 64, len(text) + 2, kind)
    struct.pack_into("<LLL", data, 68, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
    struct.pack_into("<LQ", data, 116, first, size)
    return bytes(data)


def record(kind: int, data: bytes = b"") -> bytes:
    """A record of an .xls file."""
    return struct.pack("<HH", kind, len(data)) + data


def label(row: int, column: int, text: str) -> bytes:
    """A cell of text of an .xls file."""
    data = struct.pack("<HHHHB", row, column, 0, len(text), 0) + text.encode("latin-1")
    return record(0x204, data)


def xls(path: Path, cells: bytes) -> Path:
    """An .xls workbook of one sheet around the records of its cells."""
    begin = record(0x809, struct.pack("<HHHHLL", 0x600, 0x05, 0, 0, 0, 0))
    sheet = record(0x809, struct.pack("<HHHHLL", 0x600, 0x10, 0, 0, 0, 0)) + cells + record(0x0A)
    place = len(begin) + 4 + 13 + 4
    listed = record(0x85, struct.pack("<LHBB", place, 0, 5, 0) + b"Sheet")
    path.write_bytes(compound({"Workbook": begin + listed + record(0x0A) + sheet}))
    return path


def xlsx(path: Path, rows: list[list], **options) -> Path:
    """A workbook of one sheet; ``hidden`` are row numbers (1-based), ``merged`` ranges."""
    book = xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd hh:mm:ss"})
    sheet = book.add_worksheet(options.get("name", "Data"))
    for place, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(place, column, value)
    for number in options.get("hidden", ()):
        sheet.set_row(number - 1, None, None, {"hidden": True})
    for area, value in options.get("merged", {}).items():
        sheet.merge_range(area, value)
    book.close()
    return path


def csv_text(rows: list[list[str]], **dialect) -> str:
    """Rows as CSV, line ends as asked."""
    stream = io.StringIO(newline="")
    csv.writer(stream, **{"lineterminator": "\n", **dialect}).writerows(rows)
    return stream.getvalue()


def answered(task: str, path: Path, **request) -> list[dict]:
    """What the child would answer, without the child: for files that do no harm."""
    stream = io.BytesIO()
    TASKS[task]({"path": str(path), "name": path.name, **request}, Limits(), Answer(stream))
    lines = stream.getvalue().split(b"\n")
    return [json.loads(line, object_hook=from_json) for line in lines if line]


def surveyed(path: Path, **options) -> SheetSurvey:
    """The best sheet of a file."""
    return found(path, **options).sheet()


def found(path: Path, **options) -> Survey:
    """The survey of a file."""
    return Survey.from_json(answered("survey", path, **options)[0]["survey"])


def rows_of(path: Path, **options) -> list[Row]:
    """All rows of a file, which are the same with its survey at hand and without."""
    *bundles, end = answered("rows", path, **options)
    rows = [Row._make(row) for bundle in bundles for row in bundle["rows"]]
    survey = found(path, **options)
    settled = from_survey(survey, *map(options.get, SETTLED))
    again = answered("rows", path, **{**options, **settled})
    assert again == [*bundles, end]
    sheet = survey.sheet(options.get("sheet"))
    assert end["end"] == len(rows)
    assert sum(not row.skipped for row in rows) == sheet.row_count
    assert sum(bool(row.skipped) for row in rows) == sheet.skipped_count
    assert {len(row.cells) for row in rows} <= {len(sheet.columns)}
    return rows


def data(path: Path, **options) -> list[list]:
    """The cells of the data rows."""
    return [row.cells for row in rows_of(path, **options) if not row.skipped]


def skipped(path: Path, **options) -> dict[int, str]:
    """The reasons of the skipped rows by their numbers."""
    return {row.number: row.skipped for row in rows_of(path, **options) if row.skipped}
