"""Files as people and attackers make them, built in code."""

import csv
import io
import zipfile
from pathlib import Path

import xlsxwriter

from core.spreadsheets import Row, SheetSurvey, read_rows, survey

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
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


def surveyed(path: Path, **options) -> SheetSurvey:
    """The best sheet of a file."""
    found = survey(path, name=path.name, **options)
    return found.sheets[found.best]


def rows_of(path: Path, **options) -> list[Row]:
    """All rows of a file, which are the same with its survey at hand and without."""
    rows = list(read_rows(path, name=path.name, **options))
    if "survey" not in options:
        found = survey(path, name=path.name, **options)
        assert list(read_rows(path, name=path.name, survey=found, **options)) == rows
        assert sum(not row.skipped for row in rows) == found.sheet(options.get("sheet")).row_count
        assert {len(row.cells) for row in rows} <= {len(found.sheets[found.best].columns)}
    return rows


def data(path: Path, **options) -> list[list]:
    """The cells of the data rows."""
    return [row.cells for row in rows_of(path, **options) if not row.skipped]


def skipped(path: Path, **options) -> dict[int, str]:
    """The reasons of the skipped rows by their numbers."""
    return {row.number: row.skipped for row in rows_of(path, **options) if row.skipped}
