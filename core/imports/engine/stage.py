"""Raw rows become staged rows: each cell read once, refused or not, and copied in."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from json.encoder import encode_basestring
from typing import Any

from django.db import connection

from core.choices import LoadStatus, SourceSystem, Verdict
from core.imports.cells import Cell, Refused, TextCell
from core.imports.engine.job import Fresh, Job, quoted
from core.imports.recipe import Recipe
from core.imports.resource import Column, SourceId, SpreadsheetResource
from core.models.fields import EmailField, field_or_none
from core.spreadsheets import as_text

MOST_REMEMBERED = 100_000  # distinct cells of all columns, so that memory stays flat
LONGEST_REMEMBERED = 500  # characters
ROWS_A_REPORT = 2_000


# json.dumps() with an argument makes an encoder for each call.
_encode = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(slots=True)
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
    most: int = MOST_REMEMBERED
    seen: dict[Any, Reading] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._head = f"{as_json(self.heading)}: "
        self._own = f"{as_json(self.column.name)}: " if self.column else ""

    def read(self, raw: Any) -> Reading:
        """What a cell comes to; the same raw cell is read once."""
        key = raw if raw.__class__ is str else (raw.__class__, raw)
        found = self.seen.get(key)
        if found is None:
            found = self._read(raw)
            if len(self.seen) < self.most and len(found.text) <= LONGEST_REMEMBERED:
                self.seen[key] = found
        return found

    def _read(self, raw: Any) -> Reading:
        text = as_text(raw).replace("\x00", "␀")  # which JSON documents cannot hold
        reading = Reading(self._head + as_json(text), text=text)
        if self.column is None or (self.column.gives and not self.gives):
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
            given = {
                self.gives[name].name: self.gives[name].cell.staged(part)
                for name, part in value.items()
                if name in self.gives and part not in (None, "")
            }
            reading.converted = ", ".join(f"{as_json(k)}: {as_json(v)}" for k, v in given.items())
        else:
            reading.converted = self._own + as_json(self.cell.staged(value))
        return reading


def analyze(cursor, table: str) -> None:
    """Tell the planner how many rows there are; a tenth of the usual sample is enough for that."""
    cursor.execute("SET LOCAL default_statistics_target = 10")
    cursor.execute(f"ANALYZE {table}")
    cursor.execute("SET LOCAL default_statistics_target TO DEFAULT")


def as_json(value: Any) -> str:
    """A value as JSON text."""
    return encode_basestring(value) if value.__class__ is str else _encode(value)


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
    readers, columns = [], list(columns)
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
                most=MOST_REMEMBERED // len(columns),
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
    wanted = {*texts, source, *defaults}
    named_readers = [
        (reader, reader.column.name if reader.column and reader.column.name in wanted else None)
        for reader in readers
    ]
    for row in rows:
        payload, converted, refusals = [], [], []
        named: dict[str, str] = {}
        for (reader, name), raw in zip(named_readers, row.cells, strict=False):
            if raw is None or raw == "":
                continue
            reading = reader.read(raw)
            payload.append(reading.payload)
            if reading.refusal is not None:
                refusals.append(reading.refusal)
            elif reading.converted:
                converted.append(reading.converted)
            if name is not None:
                named[name] = reading.text
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


def source_of(resource: type[SpreadsheetResource], recipe: Recipe) -> str | None:
    """The column of the import that holds the sender's own ids in this sheet."""
    name = resource.source_column()
    column = resource.columns()[name] if name else None
    if isinstance(column, SourceId) and name not in recipe.columns.values():
        return column.otherwise
    return name


def stage(
    *,
    job: Job,
    file_name: str,
    source_system: str,
    columns: Iterable[Any],
    rows: Iterable[Any],
    total: int | None = None,
) -> int:
    """Copy the rows of a sheet to ``import_raw``, a table of the caller's transaction.

    ``engine.record`` then keeps them with what became of them. Returns how many rows were read.
    """
    resource, recipe = job.resource, job.recipe
    texts = text_columns(resource)
    is_text = source_system == SourceSystem.CSV
    readers = column_readers(resource, columns, recipe, is_guarded=is_text)
    defaults = default_readings(resource, recipe)
    job.fresh = Fresh(file_name, source_system, texts)
    kept = resource.staged()._meta
    names = [*STAGED_COLUMNS, *texts]
    kinds = [f"{quoted(n)} {kept.get_field(n).db_type(connection)}" for n in names]
    count = 0
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS pg_temp.import_raw")
        cursor.execute(f"CREATE TEMP TABLE import_raw ({', '.join(kinds)}) ON COMMIT DROP")
        into = f"COPY import_raw ({', '.join(map(quoted, names))}) FROM STDIN"
        with cursor.copy(into) as copy:
            source = source_of(resource, recipe)
            for row in staged_rows(readers, rows, texts, source, defaults):
                copy.write_row(row)
                count += 1
                if count % ROWS_A_REPORT == 0:
                    job.report("Reading rows", count, total)
        analyze(cursor, "import_raw")
    job.report("Reading rows", count, count)
    return count


def take_up(job: Job) -> None:
    """The rows that were staged before, as ``import_raw``: an import that was checked goes on."""
    job.fresh = None
    names = ["source_row", "row_hash", "converted", "load_status", "source_id"]
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS pg_temp.import_raw")
        cursor.execute(
            f"CREATE TEMP TABLE import_raw ON COMMIT DROP AS SELECT {', '.join(names)}"
            f" FROM {job.staged} WHERE batch_id = %s",
            [job.batch],
        )
        analyze(cursor, "import_raw")
