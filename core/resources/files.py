"""Rows as files: CSV as it is read from the database, XLSX through a file on disk."""

import csv
import datetime
import re
import tempfile
from collections.abc import Generator, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import IO, Any

import xlsxwriter
from django.core.exceptions import ValidationError
from django.utils.timezone import localtime

from core.spreadsheets.cells import as_json, csv_cell

LINES_A_CHUNK = 500
MOST_ROWS, LONGEST_CELL = 1_048_576, 32_767  # limits of the XLSX format
NOT_IN_XML = re.compile("[\ufffe\uffff]")
BYTE_ORDER_MARK = "\ufeff"  # by which Excel knows that a CSV is UTF-8


def csv_chunks(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """A CSV file in parts, UTF-8 with a byte order mark; rows are read as it is written."""
    written: list[str] = []

    class Lines:
        write = staticmethod(written.append)

    writer = csv.writer(Lines)
    written.append(BYTE_ORDER_MARK)
    writer.writerow([csv_cell(name) for name in header])  # some come from other people's sheets
    for count, row in enumerate(rows, start=1):
        writer.writerow([csv_cell(value) for value in row])
        if count % LINES_A_CHUNK == 0:
            yield "".join(written).encode()
            written.clear()
    yield "".join(written).encode()


def xlsx_file(header: Sequence[str], rows: Iterable[Sequence[Any]], title: str) -> IO[bytes]:
    """An XLSX file, open at its start; texts are texts, dates are dates (company time).

    Raises ``ValidationError`` for what the format cannot hold, naming row and column.
    """
    file = tempfile.TemporaryFile(suffix=".xlsx")  # noqa: SIM115  the response closes it
    try:
        _fill(file, header, rows, title)
    except BaseException:
        file.close()
        if isinstance(rows, Generator):  # or its cursor would be closed in somebody else's time
            rows.close()
        raise
    file.seek(0)
    return file


def _fill(file, header, rows, title) -> None:
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "remove_timezone": True})
    sheet = book.add_worksheet(title[:31])
    bold = book.add_format({"bold": True})
    formats = {
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "instant": book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        "time": book.add_format({"num_format": "hh:mm:ss"}),
    }
    for column, name in enumerate(header):
        sheet.write_string(0, column, name, bold)
    sheet.freeze_panes(1, 0)
    for line, row in enumerate(rows, start=1):
        if line >= MOST_ROWS:
            raise ValidationError(f"Excel holds {MOST_ROWS - 1:,} rows. Filter, or take CSV.")
        for column, value in enumerate(row):
            if value is not None:
                _write(sheet, line, column, value, formats, header)
    book.close()


def _write(sheet, line, column, value, formats, header) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(line, column, value)
    elif isinstance(value, (int, float, Decimal)):
        sheet.write_number(line, column, value)
    elif isinstance(value, datetime.datetime):
        moment = localtime(value).replace(tzinfo=None)
        sheet.write_datetime(line, column, moment, formats["instant"])
    elif isinstance(value, datetime.date):
        _write_day(sheet, line, column, value, formats["date"])
    elif isinstance(value, datetime.time):
        sheet.write_datetime(line, column, value, formats["time"])
    else:
        text = as_json(value) if isinstance(value, (list, dict)) else str(value)
        if len(text) > LONGEST_CELL:
            raise ValidationError(
                f"Row {line + 1}, column {header[column]}: a text of {len(text):,} characters;"
                f" Excel holds {LONGEST_CELL:,} a cell. Leave the column out, or take CSV."
            )
        if NOT_IN_XML.search(text):
            raise ValidationError(
                f"Row {line + 1}, column {header[column]}: a text with U+FFFE or U+FFFF, which Excel"
                " cannot hold. Correct it, leave the column out, or take CSV."
            )
        sheet.write_string(line, column, text)


def _write_day(sheet, line, column, day, form) -> None:
    if day.year < 1900:  # before Excel's calendar begins
        sheet.write_string(line, column, day.isoformat())
    else:
        sheet.write_datetime(line, column, day, form)
