"""The rows every company starts with: codes, roles and permissions, teams, places.

They are kept as ``<app>/reference/<table>.csv``, so that a change of them can be reviewed:

- the header names columns of the table; the leading columns that are unique there are its key;
- a reference is written as the key of the row it means, parts joined by "/" (US-HI/lahaina);
- a list is written with ";" between its items;
- an empty cell is no data, or the column's default where the column needs data.

A row is the company's own once somebody other than this loader touched it. The history tells.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.backends.utils import split_identifier

from core.models import BusinessIDField, RowChange
from core.models.uuid7 import uuid7
from core.services.refusals import database_refusals
from core.services.writing import writing

SOURCE = "reference"
KEY_JOINT, LIST_JOINT = "/", ";"
LOCK = "halekeeper reference"

Key = tuple[Any, ...]


class BadReference(ValueError):
    """A reference file that does not fit its table; says file, line and column."""


@dataclass
class Loaded:
    """What became of the rows of one file.

    ``kept`` rows are the company's own by now: changed, renamed or removed by somebody.
    """

    new: int = 0
    updated: int = 0
    kept: int = 0
    unchanged: int = 0


@dataclass
class ReferenceFile:
    """One file: the table it fills, its columns as fields, and its lines as text."""

    path: Path
    model: type[models.Model]
    fields: list[models.Field]
    lines: list[dict[models.Field, str]]
    key: list[models.Field]

    def fault(self, line: int, what: str) -> BadReference:
        """The error to raise for the line with this index."""
        place = "/".join(self.path.parts[-3:])
        return BadReference(f"{place}, line {line + 2}: {what}")

    def key_text(self, line: int) -> str:
        """How other files refer to this line."""
        return KEY_JOINT.join(self.lines[line][field] for field in self.key)


def reference_files() -> list[ReferenceFile]:
    """All reference files of the installed apps, those referred to first."""
    by_table = {model._meta.db_table: model for model in apps.get_models()}
    files = {}
    for app in apps.get_app_configs():
        for path in sorted(Path(app.path).glob("reference/*.csv")):
            model = by_table.get(f'{app.label}"."{path.stem}')
            if model is None:
                raise BadReference(f"{app.label}/reference/{path.name}: there is no such table.")
            files[model] = _read(path, model)
    graph = {m: _targets(f.fields) & files.keys() - {m} for m, f in files.items()}
    return [files[model] for model in TopologicalSorter(graph).static_order()]


def reference_load(files: Iterable[ReferenceFile] | None = None) -> dict[str, Loaded]:
    """Bring the tables up to the files in one transaction; returns counts by "schema.table".

    Repeating it changes nothing. Rows that staff added, changed or removed stay as they are.
    Raises ``BadReference`` for a file that does not fit; then nothing is loaded.
    """
    files = list(reference_files() if files is None else files)
    counts = {}
    with writing(None, SOURCE):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [LOCK])
        touched = _touched_rows(files)
        references = References()
        for file in files:
            name = ".".join(split_identifier(file.model._meta.db_table))
            counts[name] = _load(file, touched.get(name, []), references)
    return counts


class References:
    """What the keys in the files stand for: rows, or None for those the company removed."""

    def __init__(self) -> None:
        self.rows: dict[type[models.Model], dict[str, models.Model | None]] = {}

    def add(self, model: type[models.Model], key: str, row: models.Model | None) -> None:
        self.rows.setdefault(model, {})[key] = row

    def value(self, field: Any, key: str) -> Any:
        """The value of a foreign key; ``LookupError`` when no file has a row with that key,
        ``RemovedError`` when the company removed the row."""
        row = self.rows[field.related_model][key]
        if row is None:
            raise RemovedError
        return getattr(row, field.target_field.attname)


class RemovedError(Exception):
    """The row referred to was renamed or removed by the company."""


def _read(path: Path, model: type[models.Model]) -> ReferenceFile:
    columns = {field.column: field for field in model._meta.concrete_fields}
    with path.open(newline="", encoding="utf-8") as stream:
        reader = csv.reader(stream, strict=True)
        header = next(reader, [])
        unknown = [column for column in header if column not in columns]
        if unknown or not header:
            raise BadReference(f"{path.name}: no column {', '.join(unknown) or 'at all'} there.")
        fields = [columns[column] for column in header]
        file = ReferenceFile(path, model, fields, [], _key(model, fields))
        if not file.key:
            raise BadReference(f"{path.name}: its leading columns are not unique in the table.")
        for index, cells in enumerate(reader):
            if len(cells) != len(header):
                raise file.fault(index, f"{len(cells)} cells under {len(header)} columns.")
            file.lines.append(dict(zip(fields, cells, strict=True)))
    return file


def _key(model: type[models.Model], fields: list[models.Field]) -> list[models.Field]:
    """The shortest start of ``fields`` that is unique by itself or by a constraint."""
    unique = [{c} for c in model._meta.concrete_fields if c.unique] + [
        {model._meta.get_field(name) for name in constraint.fields}
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint) and not constraint.condition
    ]
    starts = (fields[:length] for length in range(1, len(fields) + 1))
    return next((start for start in starts if set(start) in unique), [])


def _targets(fields: Iterable[Any]) -> set[type[models.Model]]:
    return {field.related_model for field in fields if field.is_relation}


def _touched_rows(files: list[ReferenceFile]) -> dict[str, list[RowChange]]:
    """Changes of rows of these tables by anybody but this loader, by "schema.table"."""
    names = [split_identifier(file.model._meta.db_table) for file in files]
    changes = RowChange.objects.filter(
        schema_name__in={schema for schema, _ in names},
        table_name__in={table for _, table in names},
    ).exclude(source=SOURCE)
    found: dict[str, list[RowChange]] = {}
    for change in changes.order_by("id").iterator():
        found.setdefault(f"{change.schema_name}.{change.table_name}", []).append(change)
    return found


def _load(file: ReferenceFile, touched: list[RowChange], references: References) -> Loaded:
    model, count = file.model, Loaded()
    rows = {_key_of(row, file.key): row for row in model._base_manager.all()}
    own = {change.row_id for change in touched}
    gone = _removed_keys(file, touched, {row.pk: row for row in rows.values()})
    found: dict[int, models.Model] = {}
    added, changed, names = [], [], set()

    seen: set[Key] = set()
    for line in range(len(file.lines)):
        key = _key_values(file, line, references)
        if key in seen:
            raise file.fault(line, f"{file.key_text(line)} is there twice.")
        row = None
        if key is not None:
            seen.add(key)
            row = rows.get(key) or (None if key in gone else model(pk=uuid7()))
        references.add(model, file.key_text(line), row)
        if row is None:
            count.kept += 1
        else:
            found[line] = row

    for line, row in found.items():
        if row.pk in own:
            count.kept += 1
            continue
        values = dict(_values(file, line, references))
        if row._state.adding:
            for field, value in values.items():
                setattr(row, field.attname, value)
            added.append(row)
            continue
        differing = {
            field: value
            for field, value in values.items()
            if getattr(row, field.attname) != value and not isinstance(field, BusinessIDField)
        }
        for field, value in differing.items():
            setattr(row, field.attname, value)
        names |= {field.name for field in differing}
        if differing:
            changed.append(row)
        else:
            count.unchanged += 1

    _settle_numbers(file, added, rows.values())
    try:
        with database_refusals(model):
            model._base_manager.bulk_create(added)
            if changed:
                model._base_manager.bulk_update(changed, sorted(names), batch_size=500)
    except ValidationError as refused:
        place = "/".join(file.path.parts[-3:])
        raise BadReference(f"{place}: {' '.join(refused.messages)}") from refused
    count.new, count.updated = len(added), len(changed)
    return count


def _key_of(row: models.Model, fields: list[models.Field]) -> Key:
    return tuple(getattr(row, field.attname) for field in fields)


def _key_values(file: ReferenceFile, line: int, references: References) -> Key | None:
    """The key of a line as the table has it; None when it belongs to a row that was removed."""
    try:
        return tuple(_value(file, line, field, references) for field in file.key)
    except RemovedError:
        return None


def _values(
    file: ReferenceFile, line: int, references: References
) -> Iterator[tuple[models.Field, Any]]:
    """The values that a line gives; a reference to a row that was removed is left open."""
    for field in file.fields:
        if not file.lines[line][field] and not field.null:
            continue  # the column's own default
        try:
            yield field, _value(file, line, field, references)
        except RemovedError:
            continue


def _value(file: ReferenceFile, line: int, field: Any, references: References) -> Any:
    text = file.lines[line][field]
    if text == "":
        return None
    if field.is_relation:
        try:
            return references.value(field, text)
        except LookupError:
            table = ".".join(split_identifier(field.related_model._meta.db_table))
            raise file.fault(line, f"{field.column} {text!r}: {table} has no such row.") from None
    try:
        if isinstance(field, ArrayField):
            return [field.base_field.to_python(item) for item in text.split(LIST_JOINT)]
        boolean = isinstance(field, models.BooleanField)
        value = field.to_python(text.capitalize() if boolean else text)
        field.run_validators(value)
        if field.choices:
            field.validate(value, None)
    except ValidationError as error:
        raise file.fault(line, f"{field.column} {text!r}: {' '.join(error.messages)}") from error
    return value


def _removed_keys(
    file: ReferenceFile, touched: list[RowChange], rows: dict[Any, models.Model]
) -> set[Key]:
    """Keys that rows had until somebody renamed or removed them."""
    gone = set()
    for change in touched:
        old = {column: pair[0] for column, pair in (change.changed or {}).items()}
        row = rows.get(change.row_id)
        if not any(field.column in old for field in file.key):
            continue
        if row is None and not all(field.column in old for field in file.key):
            continue  # renamed in part, then removed: the removal has the rest
        gone.add(
            tuple(
                _target(field).to_python(old[field.column])
                if field.column in old
                else getattr(row, field.attname)
                for field in file.key
            )
        )
    return gone - {_key_of(row, file.key) for row in rows.values()}


def _target(field: Any) -> models.Field:
    return field.target_field if field.is_relation else field


def _settle_numbers(
    file: ReferenceFile, added: list[models.Model], present: Iterable[models.Model]
) -> None:
    """Move the sequence past the numbers that the file gives; a number that is taken by another
    row is left to the sequence."""
    numbered = (f for f in file.fields if isinstance(f, BusinessIDField) and f.prefix)
    field = next(numbered, None)
    sequence = field.sequence_name(file.model) if field else None
    if not field or not sequence or not added:
        return
    suffixes = [getattr(row, field.attname).removeprefix(field.prefix) for row in added]
    last = max((int(suffix) for suffix in suffixes if suffix.isdecimal()), default=1)
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT setval(%s, greatest(%s, (SELECT last_value FROM "{sequence}")))',  # noqa: S608
            [f'"{sequence}"', last],
        )
    taken = {getattr(row, field.attname) for row in present}
    for row in added:
        if getattr(row, field.attname) in taken:
            setattr(row, field.attname, field.get_default())
