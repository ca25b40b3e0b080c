"""What a worker does with a batch, a task each. Every step ends with the task done and saved."""

from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from core.choices import SourceSystem
from core.imports.cells import Refused
from core.imports.engine import run as engine
from core.imports.engine.job import Job, quoted
from core.imports.engine.references import look_up
from core.imports.engine.stage import stage, take_up
from core.imports.engine.undo import Undoing
from core.imports.mapping import guess, signature
from core.imports.recipe import Recipe, Report
from core.imports.registry import resource_named
from core.imports.resource import Column, Reference
from core.services.security import security_event
from core.services.writing import writing
from core.spreadsheets import ColumnSurvey, SheetSurvey, Survey, read_rows, survey
from staging.choices.batches import BatchStatus, BatchTask
from staging.models import ImportBatch, ImportRecipe

MANY = 1_000  # rows that a table gains or loses at once
EXCEL = {"xlsx", "xls", "ods", "xlsb", "xlsm"}


def step_read(*, batch: ImportBatch, actor, report: Report) -> None:
    """Find sheets, headings and columns, and propose what they mean; check, if that is clear."""
    report("Reading the file", 0)
    found = survey(Path(batch.file.path), name=batch.file_name)
    names = [sheet.name for sheet in found.sheets]
    if (batch.sheet or "") not in names:  # the one sheet of a text file has no name
        batch.sheet = names[found.best] if names else None
        batch.header_row = batch.header_row if batch.columns else None
    if batch.header_row is not None:
        found = survey(
            Path(batch.file.path),
            name=batch.file_name,
            sheet=batch.sheet,
            header_row=batch.header_row,
        )
    batch.survey = found.as_json()
    sheet = sheet_of(batch, found)
    batch.header_row = sheet.header_row
    propose(batch, sheet, actor)
    batch.status = BatchStatus.READ
    batch.task = None
    if batch.columns:
        batch.task = BatchTask.APPLY if batch.goes_straight else BatchTask.CHECK
    if not batch.columns:
        batch.message = "No heading of the sheet was recognised. Say what the columns are."
    batch.save()


def sheet_of(batch: ImportBatch, found: Survey | None = None) -> SheetSurvey:
    """The survey of the sheet that the batch takes."""
    found = found or Survey.from_json(batch.survey or {})
    return found.taken(batch.sheet)


def propose(batch: ImportBatch, sheet: SheetSurvey, actor) -> None:
    """Columns as they were read the last time, or as they look."""
    headings = {column.heading for column in sheet.columns}
    batch.columns = {h: name for h, name in batch.columns.items() if h in headings}
    if batch.columns:
        return
    learned = ImportRecipe._base_manager.filter(
        resource=batch.resource, signature=signature(sheet.columns), sender=actor
    ).first()
    if learned is not None:
        fields = resource_named(batch.resource).open_to(actor)
        batch.columns = {h: name for h, name in learned.columns.items() if name in fields}
        batch.value_maps = {**learned.value_maps, **batch.value_maps}
        batch.key_name = batch.key_name or learned.key_name
        return
    fields = resource_named(batch.resource).open_to(actor)
    surveyed = {column.index: column for column in sheet.columns}
    nowhere: set[int] = set()
    while True:
        columns = [column for column in sheet.columns if column.index not in nowhere]
        guesses = guess(columns, list(fields.values()))
        astray = {
            index
            for index, found in guesses.items()
            if not leads_somewhere(fields, found.field, surveyed[index], actor)
        }
        if not astray:
            break
        nowhere |= astray  # another column may be what this one is not
    possible = resource_named(batch.resource).possible({g.field for g in guesses.values()})
    batch.columns = {
        surveyed[index].heading: found.field
        for index, found in guesses.items()
        if found.field in possible
    }


def leads_somewhere(
    columns: Mapping[str, Column], name: str, surveyed: ColumnSurvey, actor
) -> bool:
    """Whether at least a quarter of a column's names are of rows that there are.

    A column of neighbourhoods of another island is no column of ours, whatever its heading. What
    a sheet is of no use without is asked for all the same, and refused row by row.
    """
    column = columns[name]
    target: Column | None = column
    part = next((p for p, to in column.gives.items() if isinstance(columns[to], Reference)), "")
    if part:  # headings above groups of rows: teams, or just islands
        target = columns[column.gives[part]]
    if not isinstance(target, Reference) or target.is_inward or target.required:
        return True
    texts = [text for text, _ in surveyed.distinct or ()] or surveyed.samples
    cell, named = column.cell.settled(surveyed), []
    for text in texts:
        with suppress(Refused):
            value = cell.clean(text)
            named.append(value.get(part) if part and value else value)
    named = [str(text) for text in dict.fromkeys(named) if text]
    known = look_up(actor, target, named)
    return not named or 4 * len(known.keys.keys() | known.unclear) >= len(named)


def recipe_of(batch: ImportBatch) -> Recipe:
    """How the batch is read and matched."""
    return Recipe(
        columns=batch.columns,
        value_maps=batch.value_maps,
        defaults=batch.defaults,
        key_name=batch.key_name or None,
        clears_blanks=batch.clears_blanks,
        decisions=batch.decisions,
    )


def job_of(batch: ImportBatch, actor, report: Report) -> Job:
    """The engine's view of the batch."""
    return Job(resource_named(batch.resource), batch.number, recipe_of(batch), actor, report)


def read_in(batch: ImportBatch, job: Job) -> None:
    """Read the file's rows for the engine; the caller's transaction holds them."""
    found = Survey.from_json(batch.survey or {})
    sheet = sheet_of(batch, found)
    rows = read_rows(
        Path(batch.file.path),
        name=batch.file_name,
        sheet=sheet.name,
        header_row=sheet.header_row,
        survey=found,
    )
    with closing(rows):
        stage(
            job=job,
            file_name=batch.file_name,
            source_system=SourceSystem.XLSX if found.format in EXCEL else SourceSystem.CSV,
            columns=sheet.columns,
            rows=rows,
            total=sheet.row_count,
        )
    batch.unknown_columns = [
        c.heading for c in sheet.columns if c.heading not in batch.columns and c.filled
    ]


def step_check(*, batch: ImportBatch, actor, report: Report) -> None:
    """Read the rows and find out what applying them would do."""
    job = job_of(batch, actor, report)
    with transaction.atomic():
        read_in(batch, job)
        batch.counts = engine.check(job)
        batch.status = BatchStatus.READY
        finish(batch)
    remember(batch, actor)


def step_apply(*, batch: ImportBatch, actor, report: Report) -> None:
    """Write the rows; the batch says that it is applied in the same transaction."""
    try:
        job = job_of(batch, actor, report)
        with transaction.atomic():
            if batch.status == BatchStatus.READ:
                read_in(batch, job)
            else:
                take_up(job)
            counts, transaction_id = engine.apply(job, is_all_or_nothing=batch.is_all_or_nothing)
            batch.counts, batch.transaction_id = counts, transaction_id
            batch.status, batch.applied_at = BatchStatus.APPLIED, timezone.now()
            _tell(batch, actor, "was applied", counts)
            finish(batch)
        tell_planner(job, counts)
    except engine.Refused as refused:
        batch.refresh_from_db()
        step_check(batch=batch, actor=actor, report=report)
        finish(batch, message=str(refused))
    remember(batch, actor)


def step_undo(*, batch: ImportBatch, actor, report: Report) -> None:
    """Take back what nobody has touched since; in one transaction with the batch's status."""
    with transaction.atomic():
        job = job_of(batch, actor, report)
        undone = Undoing(job, batch.transaction_id or 0).run()
        batch.counts = {**batch.counts, **undone}
        batch.status, batch.undone_at = BatchStatus.UNDONE, timezone.now()
        _tell(batch, actor, "was taken back", undone)
        finish(batch)
    tell_planner(job, {"new": undone["undone"]})


def tell_planner(job: Job, counts: Mapping[str, int]) -> None:
    """After many rows came or went: what lists and queries believe of the tables is refreshed.

    Autovacuum would do it within minutes, in which a long list tells a length that it had before.
    The rows stand by now, whatever becomes of this.
    """
    if counts.get("new", 0) < MANY:
        return
    tables = dict.fromkeys(quoted(part.model._meta.db_table) for part in job.parts.values())
    with suppress(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(tables)}")


def _tell(batch: ImportBatch, actor, what: str, counts: Mapping[str, int]) -> None:
    """Write into the security trail what became of many rows at once."""
    security_event(
        event="bulk_operation",
        action="execute",
        description=f"The import {batch.number} of {batch.file_name} {what}.",
        actor=actor,
        row=batch,
        count=sum(number for number in counts.values() if isinstance(number, int)),
        metadata={"counts": dict(counts), "resource": batch.resource},
    )


def finish(batch: ImportBatch, message: str | None = None) -> None:
    """The task is done."""
    batch.task, batch.phase, batch.message = None, None, message
    batch.is_cancel_requested = False
    batch.save()


def remember(batch: ImportBatch, actor) -> None:
    """Keep how the sheet was read, for the next one of its shape from the same person."""
    if actor is None:
        return
    with writing(actor, "import"):
        ImportRecipe._base_manager.update_or_create(
            sender=actor,
            resource=batch.resource,
            signature=signature(sheet_of(batch).columns),
            defaults={
                "columns": batch.columns,
                "value_maps": batch.value_maps,
                "key_name": batch.key_name,
                "used_at": timezone.now(),
            },
        )


STEPS: dict[BatchTask, Callable[..., Any]] = {
    BatchTask.READ: step_read,
    BatchTask.CHECK: step_check,
    BatchTask.APPLY: step_apply,
    BatchTask.UNDO: step_undo,
}
