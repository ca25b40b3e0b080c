"""How a batch's sheet is read: its columns beside ours, and what their values are taken for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from core.imports.cells import ChoiceCell, FlagCell, NumberedCell, Refused
from core.imports.engine.references import look_up
from core.imports.labels import label_of, shown
from core.imports.mapping import guess, guess_values
from core.imports.registry import resource_named
from core.imports.resource import Column, Reference, SourceId
from core.imports.template import accepted
from core.spreadsheets import ColumnSurvey, SheetSurvey, Survey
from staging.models import ImportBatch
from staging.selectors.naming import Names

SAMPLES = 3
FLAGS = [("yes", "yes"), ("no", "no")]


def survey_of(batch: ImportBatch) -> Survey | None:
    """What the file holds; None as long as it has not been read."""
    return Survey.from_json(batch.survey) if batch.survey else None


def sheet_of(batch: ImportBatch, found: Survey | None) -> SheetSurvey | None:
    """The sheet that the batch takes."""
    if found is None or not found.sheets:
        return None
    return found.taken(batch.sheet)


@dataclass
class Choice:
    """A column of ours as it can be chosen."""

    name: str
    label: str
    hint: str
    is_required: bool


@dataclass
class ColumnLine:
    """A column of the sheet: its heading, some of its values, and which of ours it fills."""

    index: int
    heading: str
    samples: list[str]
    filled: int
    chosen: str
    hint: str = ""


def choices_of(batch: ImportBatch, actor) -> list[Choice]:
    """Our columns that the actor may fill, the needed ones first; and those that are filled."""
    resource = resource_named(batch.resource)
    taken = {*batch.columns.values(), *batch.defaults}
    is_open = resource.open_to(actor)
    columns = {n: c for n, c in resource.columns().items() if n in is_open or n in taken}
    choices = [
        Choice(name, label_of(column), column.note or accepted(column), column.required)
        for name, column in columns.items()
    ]
    return sorted(choices, key=lambda choice: not choice.is_required)


def column_lines(batch: ImportBatch, sheet: SheetSurvey, actor) -> list[ColumnLine]:
    """The columns of the sheet that have a heading or a value.

    One that looks like a column of ours which is not open to the actor says so.
    """
    hints = {choice.name: choice.hint for choice in choices_of(batch, actor)}
    resource = resource_named(batch.resource)
    is_open, columns = resource.open_to(actor), resource.columns()
    closed: dict[int, str] = {}
    if len(is_open) < len(columns):
        guesses = guess(sheet.columns, list(columns.values()))
        closed = {i: g.field for i, g in guesses.items() if g.field not in is_open}
    lines = []
    for column in sheet.columns:
        if column.is_blank:
            continue
        chosen = batch.columns.get(column.heading, "")
        hint = hints.get(chosen, "")
        if not chosen and column.index in closed:
            label = label_of(columns[closed[column.index]])
            hint = f"Looks like {label.lower()}, which you may not fill in."
        lines.append(
            ColumnLine(
                column.index,
                column.heading,
                [str(text) for text in column.samples[:SAMPLES]],
                column.filled,
                chosen,
                hint,
            )
        )
    return lines


@dataclass
class FillLine:
    """A column of ours that the sheet has not got, and the value that all rows are to take."""

    name: str
    label: str
    hint: str
    is_required: bool
    value: str


def fill_lines(batch: ImportBatch, actor) -> list[FillLine]:
    """Our columns that no heading fills, the needed ones first."""
    taken = set(batch.columns.values())
    known = resource_named(batch.resource).columns()
    taken |= {
        n for n, c in known.items() if isinstance(c.cell, NumberedCell) or isinstance(c, SourceId)
    }
    return [
        FillLine(c.name, c.label, c.hint, c.is_required, batch.defaults.get(c.name, ""))
        for c in choices_of(batch, actor)
        if c.name not in taken or c.name in batch.defaults
    ]


def missing_columns(batch: ImportBatch) -> list[str]:
    """The needed columns that no heading of the sheet fills."""
    columns = resource_named(batch.resource).columns()
    filled = {*batch.columns.values(), *batch.defaults}
    for name in list(filled):
        if name in columns:
            filled |= set(columns[name].gives.values())
    return [
        label_of(column)
        for name, column in columns.items()
        if column.required and name not in filled
    ]


@dataclass
class ValueLine:
    """One text of a column: how often it stands there, and what it is taken for."""

    text: str
    count: int
    meant: str = ""  # as the engine reads it; "" where it is refused or left empty
    reason: str = ""  # why it is refused
    chosen: str | None = None  # what somebody said that it means
    guess: str = ""  # what it may mean, where it is refused

    @property
    def proposed(self) -> str | None:
        """What the form shows as chosen."""
        return self.chosen if self.chosen is not None else (self.guess or None)


@dataclass
class ValueColumn:
    """A column whose values can be said to mean something else."""

    name: str
    label: str
    heading: str
    kind: str  # choice, flag or reference
    hint: str
    options: list[tuple[str, str]] = field(default_factory=list)
    lines: list[ValueLine] = field(default_factory=list)

    @property
    def refused(self) -> int:
        """How many of its texts mean nothing as yet."""
        return sum(bool(line.reason) for line in self.lines)


def value_columns(batch: ImportBatch, sheet: SheetSurvey, actor) -> list[ValueColumn]:
    """Closed lists, flags and references of the sheet with their different texts."""
    columns = resource_named(batch.resource).columns()
    mapped = (columns[name] for name in batch.columns.values() if name in columns)
    has_numbers = any(isinstance(column.cell, NumberedCell) for column in mapped)
    found = []
    for surveyed in sheet.columns:
        column = columns.get(batch.columns.get(surveyed.heading, ""))
        if column is None or not surveyed.distinct:
            continue
        said = {
            text.strip().casefold(): meant
            for text, meant in batch.value_maps.get(column.name, {}).items()
        }
        lines = [
            ValueLine(text, count, chosen=said.get(text.strip().casefold()))
            for text, count in surveyed.distinct
        ]
        described = _described(column, columns, surveyed, lines, actor, has_numbers)
        if described is not None:
            found.append(described)
    return sorted(found, key=lambda one: not one.refused)


def _described(
    column: Column,
    columns: Mapping[str, Column],
    surveyed: ColumnSurvey,
    lines: list[ValueLine],
    actor,
    has_numbers: bool,
) -> ValueColumn | None:
    given = (column.name, label_of(column), surveyed.heading)
    target = named_by(column, columns)
    if target is not None:
        _read_references(column, target, lines, actor, has_numbers)
        single = target.model_field.related_model._meta.verbose_name
        return ValueColumn(*given, "reference", f"The {single}'s name, code or number.", [], lines)
    cell = column.cell.settled(surveyed)
    if isinstance(column.cell, FlagCell):
        options, kind = FLAGS, "flag"
    elif isinstance(column.cell, ChoiceCell):
        options, kind = [(str(v), label) for v, label in column.cell.choices], "choice"
    else:
        return None
    for line in lines:
        _read(column, cell, line)
    unread = [line.text for line in lines if line.reason and line.chosen is None]
    guesses = guess_values(unread, options)
    for line in lines:
        if line.reason and line.chosen is None:
            line.guess = str(guesses.get(line.text, ""))
    return ValueColumn(*given, kind, column.cell.hint, options, lines)


def _read(column: Column, cell: Any, line: ValueLine) -> None:
    try:
        value = cell.clean(line.text if line.chosen is None else line.chosen)
    except Refused as refused:
        line.reason = refused.reason
        return
    line.meant = "" if value is None else shown(column, cell.staged(value))


def named_by(column: Column, columns: Mapping[str, Column]) -> Reference | None:
    """The reference whose rows a column names, itself or through what it gives: a heading above
    a group of rows names their team."""
    among = [column, *(columns[to] for to in column.gives.values())]
    return next((one for one in among if isinstance(one, Reference)), None)


def _read_references(
    column: Column, target: Reference, lines: list[ValueLine], actor, has_numbers: bool
) -> None:
    """Look the texts up as the engine does, and name the rows that are found."""
    asked: dict[int, str] = {}
    part = next((part for part, to in column.gives.items() if to == target.name), "")
    for place, line in enumerate(lines):
        try:
            value = column.cell.clean(line.text if line.chosen is None else line.chosen)
        except Refused as refused:
            line.reason = refused.reason
            continue
        if part and value:
            line.meant = ", ".join(str(one) for one in value.values() if one)
            value = value.get(part)
        if value not in (None, ""):
            asked[place] = str(value)
    known = look_up(actor, target, sorted(set(asked.values())), has_numbers=has_numbers)
    names = Names(actor)
    for key in known.keys.values():
        names.want_related(target.model_field, key)
    names.load()
    for place, text in asked.items():
        line = lines[place]
        if text in known.keys:
            named = names.related(target.model_field, known.keys[text])
            line.meant = named.label if named is not None else text
        elif target.is_inward:
            line.meant = "a row of this sheet"
        elif text in known.refused:
            line.reason = " ".join(known.refused[text])
