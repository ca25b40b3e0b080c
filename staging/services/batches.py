"""A batch from its upload to its undoing.

People ask (``batch_upload``, ``batch_map``, ``batch_check``, ``batch_apply``, ``batch_undo``,
``batch_cancel``, ``batch_decide``, ``batch_discard``); a worker does (``batch_run``). What was asked
for stands in ``ImportBatch.task`` until it is done, so that a worker that was killed is followed
by another one, who begins the task anew: the work itself is one transaction.
"""

import hashlib
from collections.abc import Callable, Collection, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files import File
from django.db import OperationalError, transaction
from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from core.imports.recipe import SKIP, Cancelled
from core.imports.registry import resource_named
from core.services.writing import writing
from core.spreadsheets import Unreadable
from staging.choices.batches import (
    CHECKABLE,
    DISCARDABLE,
    MAPPABLE,
    BatchStatus,
    BatchTask,
)
from staging.models import ImportBatch
from staging.selectors.batches import may_import, refuse_unless_reachable
from staging.services.steps import STEPS, finish
from staging.services.watching import Busy, held, told

WAITING = "Waiting for a worker"
FULL = {"53100", "53200"}  # disk full, out of memory


def batch_upload(
    *,
    resource: str,
    file: File,
    file_name: str,
    actor,
    options: Mapping[str, Any] | None = None,
    calls_worker: bool = True,
) -> ImportBatch:
    """Keep a file and ask for it to be read; it is not opened here.

    ``calls_worker`` False: the caller does ``batch_run`` itself.

    ``options``: fields of the batch to start with (``sheet``, ``header_row``, ``columns``,
    ``value_maps``, ``defaults``, ``key_name``, ``is_all_or_nothing``, ``clears_blanks``,
    ``goes_straight``). Raises ``PermissionDenied`` and, for a file that is empty or too large, ``ValidationError``.
    """
    target = resource_named(resource)
    if not may_import(actor, target):
        raise PermissionDenied(f"You may not import {target.title()}.")
    if not file.size:
        raise ValidationError({"file": "The file is empty. Choose the one with the rows."})
    if file.size > settings.IMPORT_MOST_BYTES:
        most = filesizeformat(settings.IMPORT_MOST_BYTES)
        raise ValidationError({"file": f"The file is larger than {most}. Split it."})
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    with writing(actor, "import"):
        batch = ImportBatch(
            resource=resource,
            file_name=Path(file_name).name[:200],
            sender=actor,
            asked_by=actor,
            file_hash=digest.hexdigest(),
            file_size=file.size,
            task=BatchTask.READ,
            phase=WAITING,
            **(options or {}),
        )
        suffix = Path(file_name).suffix.lower()[:10]
        batch.file.save(f"{timezone.now():%Y/%m}/{batch.pk}{suffix}", file, save=False)
        batch.save()
        batch.refresh_from_db()
        if calls_worker:
            _call_worker(batch)
    return batch


def batch_map(*, batch: ImportBatch, actor, **choices: Any) -> ImportBatch:
    """Say how the file is to be read, and ask for it to be checked anew.

    ``choices``: any of ``sheet``, ``header_row``, ``columns``, ``value_maps``, ``defaults``,
    ``key_name``, ``is_all_or_nothing``, ``clears_blanks``. A new sheet or header row is read first.
    """
    resource = resource_named(batch.resource)
    known = resource.columns()
    columns = choices.get("columns")
    if columns is not None:
        _refuse_columns(columns, known)
    asked = {*(columns or {}).values(), *choices.get("defaults", {})} & set(known)
    if closed := asked - set(resource.open_to(actor)):
        raise ValidationError({"columns": f"You may not fill in {min(closed)}. Leave it out."})
    if unknown := set(choices.get("defaults", {})) - set(known):
        raise ValidationError({"defaults": f"There is no column {min(unknown)} to fill in."})
    rereads = any(
        name in choices and choices[name] != getattr(batch, name)
        for name in ("sheet", "header_row")
    )
    with writing(actor, "import"):
        row = _locked(batch, actor, MAPPABLE)
        for name, value in choices.items():
            setattr(row, name, value)
        if rereads:
            row.columns = choices.get("columns") or {}
        row.decisions = {}
        if row.status == BatchStatus.READY:
            row.status = BatchStatus.READ
        _ask(row, BatchTask.READ if rereads else BatchTask.CHECK, actor)
    return row


def _refuse_columns(columns: Mapping[str, str], known: Mapping[str, Any]) -> None:
    """Raise ``ValidationError`` for columns that there are not, or that are filled twice."""
    taken: dict[str, str] = {}
    for heading, name in columns.items():
        if name not in known:
            raise ValidationError({"columns": f"There is no column {name} to put {heading} into."})
        if name in taken:
            raise ValidationError(
                {"columns": f"{heading} and {taken[name]} both fill {name}. Choose one."}
            )
        taken[name] = heading


def batch_check(*, batch: ImportBatch, actor) -> ImportBatch:
    """Ask for the rows to be compared with what is there now."""
    with writing(actor, "import"):
        row = _locked(batch, actor, CHECKABLE)
        if row.status != BatchStatus.READ:
            row.status = BatchStatus.READ
        _ask(row, BatchTask.CHECK, actor)
    return row


def batch_apply(*, batch: ImportBatch, actor, is_all_or_nothing: bool | None = None) -> ImportBatch:
    """Ask for the rows to be written."""
    with writing(actor, "import"):
        row = _locked(batch, actor, {BatchStatus.READY})
        if is_all_or_nothing is not None:
            row.is_all_or_nothing = is_all_or_nothing
        _ask(row, BatchTask.APPLY, actor)
    return row


def batch_undo(*, batch: ImportBatch, actor, calls_worker: bool = True) -> ImportBatch:
    """Ask for what the batch wrote to be taken back, as far as nobody has touched it since."""
    with writing(actor, "import"):
        row = _locked(batch, actor, {BatchStatus.APPLIED})
        _ask(row, BatchTask.UNDO, actor, calls_worker=calls_worker)
    return row


def batch_decide(*, batch: ImportBatch, row: int, choice: str | None, actor) -> ImportBatch:
    """Say which existing row a row of the sheet is (its key), or ``SKIP``; None takes it back.

    The batch has to be checked again before the choice shows.
    """
    with writing(actor, "import"):
        kept = _locked(batch, actor, {BatchStatus.READ, BatchStatus.READY})
        if choice not in (None, SKIP):
            model = resource_named(kept.resource).model()
            rows = model._base_manager.all()
            if actor is not None:
                rows = model.objects.for_user(actor, "import")  # type: ignore[attr-defined]
            try:
                known = rows.filter(pk=choice).exists()
            except ValidationError:
                known = False
            if not known:
                raise ValidationError("That row is not there, or out of your reach.")
        decisions = {**kept.decisions, str(row): choice}
        kept.decisions = {r: made for r, made in decisions.items() if made}
        kept.save(update_fields=["decisions"])
    return kept


def batch_cancel(*, batch: ImportBatch, actor) -> ImportBatch:
    """Ask for the work on a batch to stop; what it wrote so far does not stand."""
    refuse_unless_reachable(batch, actor)
    ImportBatch._base_manager.filter(pk=batch.pk, task__isnull=False).update(
        is_cancel_requested=True
    )
    batch.refresh_from_db()
    return batch


def batch_discard(*, batch: ImportBatch, actor) -> ImportBatch:
    """Put a batch away that was not applied; its rows and its file go."""
    with writing(actor, "import"):
        row = _locked(batch, actor, DISCARDABLE)
        staged = resource_named(row.resource).staged()
        staged._base_manager.filter(batch_id=row.number).delete()
        row.status = BatchStatus.DISCARDED
        row.save(update_fields=["status"])
        storage, name = row.file.storage, str(row.file.name)
        transaction.on_commit(lambda: storage.delete(name))
    return row


def batch_run(*, batch_id, watch: Callable[..., None] | None = None) -> ImportBatch:
    """Do what is asked of a batch; called by a worker, or by a command that waits for it.

    ``watch`` is told the phase, the rows done and all rows, if known.

    Two workers never do the same batch: the second leaves it to the first. What goes wrong is
    said in ``message`` and nothing of it stands. Raises ``OperationalError`` when the database
    goes away: the task is then still asked for, and ``left_behind`` finds it.
    """
    batch = ImportBatch._base_manager.get(pk=batch_id)
    try:
        with held(batch_id), closing(told(batch, watch)) as report:
            batch.refresh_from_db()
            while batch.task:
                _do(batch, report)
                batch.refresh_from_db()
    except Busy:
        batch.refresh_from_db()
    return batch


def _do(batch: ImportBatch, report: told) -> None:
    """One task; what stops it is kept with the batch."""
    task, actor = batch.task, batch.asked_by
    try:
        if batch.is_cancel_requested:
            raise Cancelled
        refuse_unless_reachable(batch, actor)
        STEPS[BatchTask(task or "")](batch=batch, actor=actor, report=report)
    except Cancelled:
        _stop(batch, "Cancelled. Nothing of it was kept.")
    except Unreadable as error:
        _stop(batch, str(error), status=BatchStatus.UNREADABLE)
    except PermissionDenied as error:
        _stop(batch, str(error))
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", None) not in FULL:
            raise
        _stop(batch, "The database has no room left. Nothing was written; try again later.")
    except Exception:
        _stop(batch, "It went wrong, and nothing was written. The log says what it was.")
        raise


def _stop(batch: ImportBatch, message: str, status: str | None = None) -> None:
    """End the task where it is; the batch is as before it, but for the message."""
    row = ImportBatch._base_manager.get(pk=batch.pk)
    if status is not None and row.status != status:
        row.status = status
    finish(row, message=message)


def _locked(batch: ImportBatch, actor, statuses: Collection[str]) -> ImportBatch:
    """The batch, locked and read anew; refused where it is busy or not in one of ``statuses``."""
    refuse_unless_reachable(batch, actor)
    row = ImportBatch._base_manager.select_for_update().get(pk=batch.pk)
    if row.task:
        raise ValidationError("A worker is busy with this import. Wait for it, or cancel it.")
    if row.status not in statuses:
        raise ValidationError(f"This cannot be done with an import that is {row.status}.")
    return row


def _ask(row: ImportBatch, task: str, actor, *, calls_worker: bool = True) -> None:
    row.task, row.phase, row.done, row.total = task, WAITING, 0, None
    row.is_cancel_requested, row.message = False, None
    row.asked_at, row.asked_by = timezone.now(), actor
    row.save()
    if calls_worker:
        _call_worker(row)


def _call_worker(batch: ImportBatch) -> None:
    from staging.tasks import call

    key = str(batch.pk)
    transaction.on_commit(lambda: call(key))
