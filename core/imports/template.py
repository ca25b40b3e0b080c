"""The sheet to fill in: headings on the first page, what each column takes on the second.

An untouched template imports no row: examples stand on the second page only.
"""

import tempfile
from typing import IO

import xlsxwriter

from core.imports.resource import Column, Reference, SourceId, SpreadsheetResource
from core.spreadsheets.surveying import ABOUT

HEADS = ("Column", "Needed", "What it is", "What is accepted", "Example", "Also read under")
WIDTHS = (26, 9, 44, 52, 26, 40)


def documented(resource: type[SpreadsheetResource]) -> list[tuple[str, str, str, str, str, str]]:
    """A line for each column, as ``HEADS`` names its parts."""
    return [
        (
            column.column_name or name,
            "yes" if column.required else "",
            _meaning(column),
            accepted(column),
            str(column.example or ""),
            ", ".join(column.heads),
        )
        for name, column in resource.columns().items()
    ]


def _meaning(column) -> str:
    if column.note:
        return column.note
    if isinstance(column, SourceId):
        return "The row's own id in your system, by which it is recognised the next time."
    field = column.model_field
    text = str(field.help_text or "") if field is not None else ""
    return f"{text[:1].upper()}{text[1:]}" if text else ""


def accepted(column: Column) -> str:
    """What a cell of the column may hold, as a sentence."""
    if not isinstance(column, Reference):
        return column.cell.hint
    field = column.model_field
    single = field.related_model._meta.verbose_name
    words = [name.rpartition("__")[2].replace("_", " ") for name in column.by]
    return f"Names a {single} that is there already, by its {' or '.join(words)}."


def template_file(resource: type[SpreadsheetResource]) -> IO[bytes]:
    """The template as XLSX, open at its start; the caller closes it."""
    file = tempfile.TemporaryFile(suffix=".xlsx")  # noqa: SIM115  the response closes it
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    plain = book.add_format({"bg_color": "#EEF6F6", "bottom": 1})
    needed = book.add_format({"bg_color": "#D3ECEC", "bottom": 1, "bold": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "valign": "top"})
    lines = documented(resource)

    sheet = book.add_worksheet(resource.title()[:31].capitalize())
    sheet.freeze_panes(1, 0)
    for place, (heading, is_needed, *_) in enumerate(lines):
        sheet.write_string(0, place, heading, needed if is_needed else plain)
        sheet.set_column(place, place, max(12, len(heading) + 3))

    about = book.add_worksheet(ABOUT)
    about.freeze_panes(1, 0)
    for place, (head, width) in enumerate(zip(HEADS, WIDTHS, strict=True)):
        about.set_column(place, place, width)
        about.write_string(0, place, head, needed)
    for row, line in enumerate(lines, start=1):
        for place, text in enumerate(line):
            about.write_string(row, place, text, bold if place == 0 and line[1] else wrapped)
    book.close()
    file.seek(0)
    return file
