"""Sealing everything anew with the first key, so that older keys can go.

What is left to do stands in the rows themselves: whatever is not under the first key yet. So a run
that was killed is simply taken up by the next. Every batch is a short transaction; until a row is
done its old key opens it, and all keys of the settings open at any time.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, cast

import structlog
from django.apps import apps
from django.db import connection, models
from django.db.backends.utils import split_identifier
from django.db.models import Q
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from core import secrets
from core.models.sealed import SealedField, sealed_fields
from core.services.security import security_event
from core.services.writing import writing

BATCH = 500  # rows of one transaction
SHIFT = 50.0  # seconds after which a job hands over, so that other jobs get their turn
JOB = "secure.rotate"
REASON = "Change of encryption keys"
log = structlog.get_logger(__name__)


@dataclass
class Rotation:
    """What was done: rows sealed anew and rows that do not open, by table; ``is_over`` unless
    time ran out before."""

    done: Counter[str] = field(default_factory=Counter)
    unreadable: Counter[str] = field(default_factory=Counter)
    is_over: bool = True


def sealed_models() -> list[type[models.Model]]:
    """The models that keep secrets."""
    return [model for model in apps.get_models() if model._meta.managed and sealed_fields(model)]


def keys_in_use() -> dict[str, Counter[str]]:
    """Table -> id of a key -> texts under it; "" are those in plain text. One query a column."""
    found: dict[str, Counter[str]] = {}
    with connection.cursor() as cursor:
        for model in sealed_models():
            counts = found.setdefault(_table(model), Counter())
            for column in sealed_fields(model):
                name = column.column
                statement = f"""
                    SELECT CASE WHEN {name} LIKE 'hk1.%' THEN split_part({name}, '.', 2) ELSE '' END
                        AS key, count(*)
                    FROM {_table(model)} WHERE {name} <> '' GROUP BY key"""  # noqa: S608  our names
                cursor.execute(statement)
                counts.update(dict(cursor.fetchall()))
    return found


def keys_rotate(
    *,
    seconds: float | None = None,
    watch: Callable[[str, int], None] | None = None,
) -> Rotation:
    """Seal all that is not under the first key anew, for ``seconds`` at most.

    ``watch`` is told the table and its rows done so far. What does not open stays as it is, is
    counted, and written to the log by table and key.
    """
    ends = None if seconds is None else time.monotonic() + seconds
    rotation = Rotation()
    for model in sealed_models():
        for done, unreadable in _batches(model):
            table = _table(model)
            rotation.done[table] += done
            rotation.unreadable[table] += unreadable
            if watch:
                watch(table, rotation.done[table])
            if ends is not None and time.monotonic() > ends:
                rotation.is_over = False
                return rotation
    if rotation.done.total() or rotation.unreadable.total():
        _tell(rotation)
    return rotation


def rotation_call() -> None:
    """Have a worker do it; once is enough."""
    with suppress(AlreadyEnqueued):
        app.configure_task(JOB, queueing_lock=JOB, lock=JOB).defer()


def _batches(model: type[models.Model]) -> Iterator[tuple[int, int]]:
    """Rows done and rows that do not open, batch by batch."""
    fields = sealed_fields(model)
    outdated = Q()
    for column in fields:
        current = Q((f"{column.name}__startswith", f"{secrets.PREFIX}{secrets.current_key_id()}."))
        outdated |= Q((f"{column.name}__isnull", False)) & ~current
    last: Any = None
    while True:
        with writing(None, "job", REASON):
            rows = model._base_manager.filter(outdated).order_by("pk").select_for_update()
            if last is not None:
                rows = rows.filter(pk__gt=last)
            batch = list(rows[:BATCH])
            if not batch:
                return
            results = [_renew(row, fields) for row in batch]
            _write(model, [values for values in results if values])
        last = batch[-1].pk
        yield sum(bool(values) for values in results), results.count(None)


def _renew(row: models.Model, fields: list[SealedField]) -> dict[str, Any] | None:
    """Columns and their new values, the row's key last; None when a text does not open."""
    values: dict[str, Any] = {}
    for column in fields:
        sealed = column.value_from_object(row)
        if not sealed or secrets.key_id(sealed) == secrets.current_key_id():
            continue
        try:
            text = secrets.opened(row, column.name)
        except secrets.Unreadable as error:
            log.error(
                "secret_unreadable",
                table=_table(type(row)),
                row=str(row.pk),
                column=column.column,
                key=secrets.key_id(sealed),
                why=str(error),
            )
            return None
        purpose = secrets.column_purpose(row, column.name)
        values[_column(row, column.name)] = secrets.encrypt(text or "", purpose)
        if column.found_by:
            values[_column(row, column.found_by)] = secrets.blind_index(
                text or "", column.index_purpose()
            )
        if column.key_column:
            values[_column(row, column.key_column)] = secrets.current_key_id()
    return {**values, "id": row.pk} if values else {}


def _write(model: type[models.Model], rows: list[dict[str, Any]]) -> None:
    by_columns: dict[tuple[str, ...], list[list[Any]]] = {}
    for values in rows:
        by_columns.setdefault(tuple(values), []).append(list(values.values()))
    with connection.cursor() as cursor:
        for columns, lines in by_columns.items():
            pairs = ", ".join(f"{name} = %s" for name in columns[:-1])
            cursor.executemany(
                f"UPDATE {_table(model)} SET {pairs} WHERE id = %s",  # noqa: S608  names of ours
                lines,
            )


def _tell(rotation: Rotation) -> None:
    with writing(None, "job", REASON):
        security_event(
            event="config_change",
            action="execute",
            description=f"{rotation.done.total():,} rows were sealed with the key "
            f"{secrets.current_key_id()}.",
            count=rotation.done.total(),
            success=not rotation.unreadable.total(),
            failure=f"{rotation.unreadable.total()} rows do not open."
            if rotation.unreadable.total()
            else "",
            severity="critical" if rotation.unreadable.total() else "info",
            metadata={"done": +rotation.done, "unreadable": +rotation.unreadable},
        )


def _column(row: models.Model, name: str) -> str:
    return str(cast(models.Field, row._meta.get_field(name)).column)


def _table(model: type[models.Model]) -> str:
    return ".".join(split_identifier(model._meta.db_table))
