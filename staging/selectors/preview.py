"""The rows of a batch as people read them: what each would do, field by field, or why not."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from core.choices import Verdict
from core.imports.labels import label_of, shown
from core.imports.recipe import SKIP
from core.imports.registry import resource_named
from core.imports.resource import Column, Part, SpreadsheetResource
from staging.models import ImportBatch
from staging.selectors.batches import staged_rows
from staging.selectors.naming import Named, Names

PER_PAGE = 50
ALIKE, LEFT = "alike", "left"  # cuts besides the verdicts
PERSON = ("first_name", "last_name")


@dataclass
class Value:
    """One column of a row: its label, how it reads now, and what stands there before."""

    label: str
    new: str
    old: str = ""


@dataclass
class Likeness:
    """A row that looks like this one, and what says so."""

    row: Named
    key: str
    because: str
    is_choosable: bool


@dataclass
class Line:
    """A row of the sheet as the preview shows it."""

    number: int
    verdict: str
    name: str = ""
    written: list[tuple[str, Named]] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    differences: list[Value] = field(default_factory=list)
    homeless: list[Value] = field(default_factory=list)  # ``old`` is what the row would need
    refusals: list[dict[str, str]] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    likenesses: list[Likeness] = field(default_factory=list)
    decision: str = ""


class CountedPaginator(Paginator):
    """Knows the number of rows, where the batch has counted them already."""

    def __init__(self, rows: QuerySet, count: int | None):
        super().__init__(rows, PER_PAGE)
        if count is not None:
            self.count = count


def rows_cut(batch: ImportBatch, cut: str) -> QuerySet[Any]:
    """The staged rows of a verdict, of those with likenesses, or those that an undo left."""
    if cut in Verdict.values:
        return staged_rows(batch, cut)
    rows = staged_rows(batch)
    if cut == ALIKE:
        return rows.filter(likenesses__isnull=False)
    if cut == LEFT:
        return rows.filter(
            Q(verdict__in=[Verdict.NEW, Verdict.CHANGED]), error_messages__isnull=False
        )
    return rows


def page_of(batch: ImportBatch, cut: str, number: Any) -> Page:
    """A page of staged rows; the first or last one where the number is none of theirs."""
    counts = batch.counts or {}
    known = counts.get(cut) if cut in Verdict.values or cut == LEFT else None
    if not cut:
        known = sum(counts.get(verdict, 0) for verdict in Verdict.values) if counts else None
    return CountedPaginator(rows_cut(batch, cut), known).get_page(number)


def preview(batch: ImportBatch, rows: Sequence[Any], actor) -> list[Line]:
    """The rows in words; a query for each table that they name."""
    return Preview(batch, actor).lines(rows)


class Preview:
    """What one page needs to know of its rows."""

    def __init__(self, batch: ImportBatch, actor) -> None:
        self.batch = batch
        self.resource: type[SpreadsheetResource] = resource_named(batch.resource)
        self.columns: dict[str, Column] = self.resource.columns()
        self.parts: dict[str, Part] = self.resource.parts()
        self.names = Names(actor)
        self.person = [n for n, c in self.columns.items() if c.target in PERSON]
        self.naming = [n for n in naming_columns(self.resource) if n not in self.person]

    def lines(self, rows: Sequence[Any]) -> list[Line]:
        """A line for each row."""
        for row in rows:
            self.note(row)
        self.names.load()
        return [self.line(row) for row in rows]

    def note(self, row) -> None:
        """Collect the keys that the row will show."""
        for name, pair in (row.changes or {}).items():
            relation = self.relation(name)
            for key in pair if relation is not None else ():
                self.names.want_related(relation, key)
        for part, (key, _what) in (row.written or {}).items():
            if part in self.parts:
                self.names.want(self.parts[part].model, key)
        for alike in row.likenesses or ():
            if alike["part"] in self.parts:
                self.names.want(self.parts[alike["part"]].model, alike["id"])

    def relation(self, name: str):
        """The foreign key that a column fills, or None."""
        column = self.columns.get(name)
        found = column.model_field if column is not None else None
        return found if found is not None and found.is_relation else None

    def line(self, row) -> Line:
        """One row."""
        line = Line(row.source_row, row.verdict or "", self.name_of(row))
        converted = row.converted or {}
        for part, (key, _what) in (row.written or {}).items():
            named = self.names.get(self.parts[part].model, key) if part in self.parts else None
            if named is not None:
                line.written.append((str(self.parts[part].model._meta.verbose_name), named))
        if row.verdict == Verdict.CHANGED:
            line.differences = [
                Value(label_of(column), self.said(name, pair[1]), self.said(name, pair[0]))
                for name, column in self.columns.items()
                if (pair := (row.changes or {}).get(name))
            ]
        elif row.verdict == Verdict.NEW:
            line.values = [
                Value(label_of(column), shown(column, converted[name]))
                for name, column in self.columns.items()
                if name in converted and self.has_part(row, column)
            ]
        if row.verdict in (Verdict.NEW, Verdict.CHANGED, Verdict.UNCHANGED):
            line.homeless = [
                Value(label_of(column), shown(column, converted[name]), self.lacking(column.part))
                for name, column in self.columns.items()
                if name in converted and not self.has_part(row, column)
            ]
        line.refusals = (row.refusals or []) if row.verdict == Verdict.REFUSED else []
        line.reasons = [reason for reason in row.error_messages or () if reason]
        if row.verdict == Verdict.REFUSED:
            line.reasons = []
        line.decision = self.batch.decisions.get(str(row.source_row), "")
        line.likenesses = self.likenesses(row)
        return line

    @staticmethod
    def has_part(row, column: Column) -> bool:
        """Whether the row has what a column belongs to."""
        return not column.part or not row.written or column.part in row.written

    def lacking(self, part: str) -> str:
        """What a row without a part would need to have it: "primary description"."""
        behind = [to for to in self.parts[part].links.values() if self.parts[to].needs]
        wanted = [n for name in (behind or [part]) for n in self.parts[name].needs]
        return " or ".join(label_of(self.columns[name]).lower() for name in wanted)

    def said(self, name: str, value: Any) -> str:
        """A value of a change; a row that it points to is named."""
        relation = self.relation(name)
        if relation is None or value is None:
            return shown(self.columns.get(name), value)
        named = self.names.related(relation, value)
        if named is not None:
            return named.label
        return f"a {relation.related_model._meta.verbose_name} of this sheet, or out of your reach"

    def name_of(self, row) -> str:
        """What to call a row of the sheet."""
        converted = row.converted or {}
        person = [str(converted[name]) for name in self.person if converted.get(name)]
        parts = [" ".join(person)] if person else []
        parts += [str(converted[name]) for name in self.naming if converted.get(name)]
        if not parts:
            parts = [str(text) for text in (row.source_payload or {}).values() if text][:2]
        return " · ".join(parts[:3])

    def likenesses(self, row) -> list[Likeness]:
        """The rows that look like this one and that the person may see."""
        found: dict[str, Likeness] = {}
        for alike in row.likenesses or ():
            part = alike["part"]
            named = (
                self.names.get(self.parts[part].model, alike["id"]) if part in self.parts else None
            )
            if named is None and "row" in alike:
                named = Named(f"row {alike['row']} of this sheet", "")
            if named is None:
                continue
            attribute = alike["attribute"].replace("_", " ")
            because = f"same {attribute}: {alike['value']}"
            known = found.get(alike["id"])
            if known is not None:
                known.because += f"; {because}"
            else:
                is_main = part == self.resource.main() and "row" not in alike
                found[alike["id"]] = Likeness(named, alike["id"], because, is_main)
        return list(found.values())


def naming_columns(resource: type[SpreadsheetResource]) -> list[str]:
    """The columns by which people recognise a row: what its table is called by, and its keys."""
    columns = resource.columns()
    wanted = [name for name, column in columns.items() if column.required]
    for part in reversed(resource.parts().values()):
        attributes = [*getattr(part.model, "label_fields", ())]
        attributes += [a for key in part.keys for a in key.attributes]
        wanted += [
            name
            for attribute in attributes
            for name, column in columns.items()
            if column.target == attribute
            and column.model_field is not None
            and column.model_field.model is part.model
        ]
    return list(dict.fromkeys(wanted))


def pending_decisions(batch: ImportBatch) -> int:
    """How many choices about single rows were made after the last check."""
    if not batch.decisions:
        return 0
    main = resource_named(batch.resource).main()
    rows = [int(row) for row in batch.decisions]
    known = staged_rows(batch).filter(source_row__in=rows)
    pending = 0
    for row, verdict, written in known.values_list("source_row", "verdict", "written"):
        choice = batch.decisions[str(row)]
        key = (written or {}).get(main, [""])[0]
        is_heeded = verdict == Verdict.SKIPPED if choice == SKIP else key == choice
        pending += not is_heeded
    return pending


def alike_count(batch: ImportBatch) -> int:
    """How many new rows look like rows that are there."""
    return rows_cut(batch, ALIKE).count()
