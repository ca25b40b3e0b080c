"""Raw rows become staged rows: each cell read once, refused or not, and copied in."""

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from core.choices import LoadStatus, SourceSystem, Verdict
from core.imports.cells import Cell, Refused, TextCell
from core.imports.recipe import Recipe, Report
from core.imports.resource import Column, SourceId, SpreadsheetResource
from core.models.fields import EmailField, field_or_none

MOST_REMEMBERED = 50_000  # distinct cells of a column, so that memory stays flat
ROWS_A_REPORT = 2_000


@dataclass
class Reading:
    """What one raw cell came to: parts of JSON documents, ready to be joined."""

    payload: str = ""
    converted: str = ""
    refusal: dict[str, str] | None = None
    text: str = ""


@dataclass
class ColumnReader:
    """Reads the cells of one column of the sheet; remembers what it has read."""

    heading: str
    column: Column | None
    cell: Any
    values: dict[str, str]
    gives: dict[str, Column]
    seen: dict[Any, Reading] = field(default_factory=dict)

    def read(self, raw: Any) -> Reading:
        """What a cell comes to; the same raw cell is read once."""
        key = raw if raw.__class__ is str else (raw.__class__, raw)
        found = self.seen.get(key)
        if found is None:
            if len(self.seen) >= MOST_REMEMBERED:
                self.seen.clear()
            found = self.seen[key] = self._read(raw)
        return found

    def _read(self, raw: Any) -> Reading:
        text = as_text(raw)
        reading = Reading(f"{as_json(self.heading)}: {as_json(text)}", text=text)
        if self.column is None:
            return reading
        meant = self.values.get(text.strip().casefold(), raw) if self.values else raw
        try:
            value = self.cell.clean(meant, said=text)
        except Refused as refused:
            reading.refusal = {
                "column": self.heading,
                "value": text,
                "reason": refused.reason,
                "remedy": refused.remedy,
            }
            return reading
        if value is None:
            return reading
        if self.column.gives:
            pairs = {
                self.gives[name].name: self.gives[name].cell.staged(part)
                for name, part in value.items()
                if name in self.gives and part
            }
        else:
            pairs = {self.column.name: self.cell.staged(value)}
        reading.converted = ", ".join(f"{as_json(k)}: {as_json(v)}" for k, v in pairs.items())
        return reading


def as_text(raw: Any) -> str:
    """A raw cell as people see it: 43656551.0 is 43656551, dates are ISO 8601."""
    if isinstance(raw, str):
        return raw.replace("\x00", "␀")
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 1e15:
        return str(int(raw))
    if isinstance(raw, (datetime.date, datetime.time)):
        return raw.isoformat()
    return "" if raw is None else str(raw)


def as_json(value: Any) -> str:
    """A value as JSON text."""
    return json.dumps(value, ensure_ascii=False)


def column_readers(
    resource: type[SpreadsheetResource],
    columns: Iterable[Any],
    recipe: Recipe,
    *,
    is_guarded: bool = True,
) -> list[ColumnReader]:
    """One reader for each column of the sheet; ``columns`` are those of its survey.

    ``is_guarded``: whether an apostrophe before a formula is the export's, as in text files.
    """
    known = resource.columns()
    mapped = {known[name].name for name in recipe.columns.values() if name in known}
    readers = []
    for surveyed in columns:
        column = known.get(recipe.columns.get(surveyed.heading, ""))
        gives = {}
        if column is not None:
            gives = {n: known[to] for n, to in column.gives.items() if to not in mapped}
        values = recipe.value_maps.get(column.name, {}) if column else {}
        readers.append(
            ColumnReader(
                surveyed.heading,
                column,
                settled(column.cell, surveyed, is_guarded) if column else None,
                {text.strip().casefold(): meant for text, meant in values.items()},
                gives,
            )
        )
    return readers


def settled(cell: Cell, surveyed: Any, is_guarded: bool) -> Cell:
    """The cell with what the column as a whole settles."""
    if isinstance(cell, TextCell):
        return cell.settled(surveyed, guarded=is_guarded)
    return cell.settled(surveyed)


def default_readings(resource: type[SpreadsheetResource], recipe: Recipe) -> dict[str, Reading]:
    """What stands where a row has nothing, by column."""
    known = resource.columns()
    return {
        name: ColumnReader(name, known[name], known[name].cell, {}, {}).read(text)
        for name, text in recipe.defaults.items()
        if name in known and text
    }


def staged_rows(
    readers: list[ColumnReader],
    rows: Iterable[Any],
    texts: list[str],
    source: str | None,
    defaults: dict[str, Reading],
) -> Iterator[tuple]:
    """The rows as the staging table takes them, in the order of ``STAGED_COLUMNS``."""
    for row in rows:
        payload, converted, refusals = [], [], []
        named: dict[str, str] = {}
        for reader, raw in zip(readers, row.cells, strict=False):
            if raw is None or raw == "":
                continue
            reading = reader.read(raw)
            payload.append(reading.payload)
            if reading.refusal is not None:
                refusals.append(reading.refusal)
            elif reading.converted:
                converted.append(reading.converted)
            if reader.column is not None:
                named[reader.column.name] = reading.text
        for name, reading in defaults.items():
            if name not in named:
                if reading.refusal is not None:
                    refusals.append(reading.refusal)
                converted.append(reading.converted)
        kept = "{" + ", ".join(payload) + "}"
        if row.skipped:
            state: tuple = (LoadStatus.SKIPPED.value, Verdict.SKIPPED.value, [row.skipped])
        elif refusals:
            state = (LoadStatus.REJECTED.value, Verdict.REFUSED.value, None)
        else:
            state = (LoadStatus.LOADED.value, None, None)
        yield (
            row.number,
            hashlib.md5(kept.encode("utf-8", "replace"), usedforsecurity=False).hexdigest(),
            kept,
            "{" + ", ".join(filter(None, converted)) + "}",
            *state,
            as_json(refusals) if refusals else None,
            None if row.skipped or source is None else named.get(source),
            *(named.get(name) for name in texts),
        )


STAGED_COLUMNS = (
    "source_row",
    "row_hash",
    "source_payload",
    "converted",
    "load_status",
    "verdict",
    "error_messages",
    "refusals",
    "source_id",
)


def text_columns(resource: type[SpreadsheetResource]) -> list[str]:
    """The columns of the import that the staging table also keeps as text under their own name."""
    staged = resource.staged()
    return [
        name
        for name, column in resource.columns().items()
        if not isinstance(column, SourceId)
        and name not in STAGED_COLUMNS
        and (kept := field_or_none(staged, name)) is not None
        and not kept.is_relation
        and not isinstance(kept, EmailField)
    ]


def stage(
    *,
    resource: type[SpreadsheetResource],
    batch: str,
    file_name: str,
    source_system: str,
    columns: Iterable[Any],
    rows: Iterable[Any],
    recipe: Recipe,
    report: Report,
    total: int | None = None,
) -> int:
    """Copy the rows of a sheet to the resource's staging table, in place of what the batch had.

    Returns how many rows were read. Runs in the caller's transaction.
    """
    quote = connection.ops.quote_name
    table = quote(resource.staged()._meta.db_table)
    texts = text_columns(resource)
    is_text = source_system == SourceSystem.CSV
    readers = column_readers(resource, columns, recipe, is_guarded=is_text)
    defaults = default_readings(resource, recipe)
    names = ["batch_id", "source_file", "source_system", *STAGED_COLUMNS, *texts]
    count = 0
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE batch_id = %s", [batch])
        into = f"COPY {table} ({', '.join(map(quote, names))}) FROM STDIN"
        with cursor.copy(into) as copy:
            source = resource.source_column()
            for row in staged_rows(readers, rows, texts, source, defaults):
                copy.write_row((batch, file_name, source_system, *row))
                count += 1
                if count % ROWS_A_REPORT == 0:
                    report("Reading rows", count, total)
        cursor.execute(f"ANALYZE {table}")
    report("Reading rows", count, count)
    return count
