"""The steps in their order: try a batch, or carry it out."""

from django.db import connection, transaction

from core.imports.engine import compare
from core.imports.engine.job import Job
from core.imports.engine.match import Matcher, part_table
from core.imports.engine.record import record
from core.imports.engine.references import resolve_inward
from core.imports.engine.stage import analyze
from core.imports.engine.work import prepare
from core.imports.engine.write import Writer
from core.services.writing import writing


class Refused(Exception):
    """Rows are refused, and all or nothing was asked for."""


class _Undo(Exception):
    """Ends a trial."""


def look(job: Job, cursor) -> None:
    """Everything up to the writing: look up, match, compare, refuse."""
    prepare(job, cursor)
    for name, part in job.parts.items():
        job.report(f"Matching {part.model._meta.verbose_name_plural}", 0)
        Matcher(job, cursor, name).run()
        resolve_inward(job, cursor, name, part_table(name))
        if part.is_shared:
            compare.share(job, cursor, name)
        compare.refuse_incomplete(job, cursor, name)
        compare.compare(job, cursor, name)
    compare.alike(
        job, cursor, next((n for n, p in job.parts.items() if p.alike), job.resource.main())
    )
    analyze(cursor, "import_work")


def check(job: Job) -> dict[str, int]:
    """Find out what an import would do, and keep it with the staged rows; rows by verdict.

    The rows are really written, so that the database has its say, and taken back.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        look(job, cursor)
        writer = Writer(job, is_trial=True)
        try:
            with writing(job.actor, "import", f"trial of {job.batch}"):
                refused = writer.run()
                raise _Undo
        except _Undo:
            job.refuse(cursor, refused)
        job.report("Keeping the outcome", 0)
        return record(job, cursor, is_applied=False)


def apply(job: Job, *, is_all_or_nothing: bool = False) -> tuple[dict[str, int], int]:
    """Write what can be written, in one transaction; rows by verdict, and its transaction's id.

    Raises ``Refused`` when rows are refused and all or nothing was asked for: nothing is written.
    """
    with writing(job.actor, "import", job.batch), connection.cursor() as cursor:
        look(job, cursor)
        refused = Writer(job).run()
        job.refuse(cursor, refused)
        job.report("Keeping the outcome", 0)
        found = record(job, cursor, is_applied=True)
        if is_all_or_nothing and found["refused"]:
            raise Refused(
                f"{found['refused']} rows are refused, and all or nothing was asked for:"
                " nothing was written."
            )
        cursor.execute("SELECT txid_current()")
        (transaction_id,) = cursor.fetchone()
        return found, transaction_id
