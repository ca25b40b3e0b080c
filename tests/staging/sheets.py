"""Small sheets, uploaded and carried through."""

import csv
import io

from django.core.files.uploadedfile import SimpleUploadedFile

from staging.models import ImportBatch
from staging.selectors.batches import staged_rows
from staging.services import batch_apply, batch_run, batch_undo, batch_upload


def csv_file(rows, *, name="sheet.csv", delimiter=",", encoding="utf-8") -> SimpleUploadedFile:
    """Rows of texts as an uploaded CSV file."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return SimpleUploadedFile(name, text.getvalue().encode(encoding))


def uploaded(resource: str, rows, actor=None, *, file=None, **options) -> ImportBatch:
    """A batch that was read and checked, as a worker leaves it."""
    file = file or csv_file(rows)
    batch = batch_upload(
        resource=resource, file=file, file_name=file.name, actor=actor, options=options
    )
    return batch_run(batch_id=batch.pk)


def applied(batch: ImportBatch, actor=None) -> ImportBatch:
    """The batch, applied."""
    batch_apply(batch=batch, actor=actor)
    return batch_run(batch_id=batch.pk)


def undone(batch: ImportBatch, actor=None) -> ImportBatch:
    """The batch, taken back."""
    batch_undo(batch=batch, actor=actor)
    return batch_run(batch_id=batch.pk)


def counted(batch: ImportBatch) -> dict[str, int]:
    """Rows by verdict, those there are."""
    return {verdict: n for verdict, n in batch.counts.items() if n}


def reasons(batch: ImportBatch) -> dict[int, list[tuple[str, str]]]:
    """Row -> (column, reason) of each refusal."""
    return {
        row.source_row: [(said["column"], said["reason"]) for said in row.refusals]
        for row in staged_rows(batch, "refused")
    }
