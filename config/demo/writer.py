"""Rows to their tables through COPY."""

from collections import Counter
from graphlib import CycleError, TopologicalSorter

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.backends.utils import split_identifier
from django.db.models import NOT_PROVIDED, GeneratedField
from psycopg import sql
from psycopg.types.json import Jsonb

from core.models import VectorField
from core.models.sealed import seal, sealed_fields, with_companions
from core.models.vector import has_vector

#: Rows that wait in memory before they are written.
BUFFER = 20_000
#: Rows from which the planner does better with statistics.
WORTH_COUNTING = 1_000


class Writer:
    """Takes rows one by one, and writes them by COPY, parents before children.

    Foreign keys are deferred, so the order only matters to triggers that name a row after its
    parent. Columns that no row of a batch names get the database's default.
    """

    def __init__(self):
        self.waiting: dict[type[models.Model], list[dict]] = {}
        self.size = 0
        self.written: Counter[str] = Counter()
        self._columns: dict[type[models.Model], dict[str, models.Field]] = {}
        self._order = {model: place for place, model in enumerate(_parents_first())}

    def add(self, model: type[models.Model], row: dict) -> None:
        """Queue one row: attribute names (``property_id``, ``status``) to Python values; secrets
        are sealed."""
        if secret := [field.name for field in sealed_fields(model) if row.get(field.name)]:
            sealed = model(**row)
            seal(sealed)
            written = with_companions(model, secret)
            row |= {name: getattr(sealed, name) for name in written}
        self.waiting.setdefault(model, []).append(row)
        self.size += 1
        if self.size >= BUFFER:
            self.flush()

    def flush(self) -> None:
        """Write all that waits."""
        with connection.cursor() as cursor:
            for model in sorted(self.waiting, key=self._order.__getitem__):
                self._copy(cursor, model, self.waiting[model])
        self.waiting, self.size = {}, 0

    def begin(self) -> None:
        """Say for this transaction that no trigger is to be ignored.

        While that setting is missing, pgtrigger's look at it fails and is caught, row by row; each
        time the server walks its whole queue of deferred checks. Minutes instead of seconds.
        """
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('pgtrigger.ignore', '{}', true)")

    def settle(self) -> None:
        """Write all that waits and check the foreign keys, so that the server's queue stays short."""
        self.flush()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")

    def finish(self) -> None:
        """Tell the planner what is in the tables that were written."""
        tables = [
            sql.Identifier(*split_identifier(model._meta.db_table))
            for model in self._columns
            if self.written[model._meta.label] > WORTH_COUNTING
        ]
        with connection.cursor() as cursor:
            if tables:
                cursor.execute(sql.SQL("ANALYZE {}").format(sql.SQL(", ").join(tables)))

    def _copy(self, cursor, model, rows):
        fields = self._fields(model)
        listed = [name for name, field in fields.items() if _is_list(field)]
        names = list(dict.fromkeys([name for row in rows for name in row] + listed))
        if unknown := [name for name in names if name not in fields]:
            raise LookupError(f"{model._meta.label} has no {', '.join(unknown)}")
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(*split_identifier(model._meta.db_table)),
            sql.SQL(", ").join(sql.Identifier(fields[name].column) for name in names),
        )
        plain = [(name, _default(fields[name]), _adapter(fields[name])) for name in names]
        with cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(
                    [
                        adapt(row.get(name, default)) if adapt else row.get(name, default)
                        for name, default, adapt in plain
                    ]
                )
        self.written[model._meta.label] += len(rows)

    def _fields(self, model):
        if model not in self._columns:
            self._columns[model] = {
                field.attname: field
                for field in model._meta.concrete_fields
                if not isinstance(field, GeneratedField)
            }
        return self._columns[model]


def _parents_first() -> list[type[models.Model]]:
    """All models, each after those it must refer to; optional references are left out of account
    where they would make a circle."""
    chosen = [m for m in apps.get_models() if m._meta.managed]
    strict, all_ = {}, {}
    for model in chosen:
        targets = [f for f in model._meta.concrete_fields if f.is_relation]
        all_[model] = {f.related_model for f in targets} - {model}
        strict[model] = {f.related_model for f in targets if not f.null} - {model}
    try:
        return list(TopologicalSorter(all_).static_order())
    except CycleError:
        return list(TopologicalSorter(strict).static_order())


def _is_list(field):
    """Whether the column holds a list that is empty rather than missing."""
    return isinstance(field, ArrayField) and not field.null


def _default(field):
    if _is_list(field):
        return []
    if field.default is NOT_PROVIDED or callable(field.default):
        return None
    return getattr(field.default, "value", field.default)


def _adapter(field):
    """What turns a Python value into what COPY takes, or None where it is that already."""
    if isinstance(field, models.JSONField):
        return lambda value: None if value is None else Jsonb(value)
    if isinstance(field, VectorField):
        has_vector(connection)  # asks the server once, and must not while a COPY runs
        return lambda value: field.get_db_prep_value(value, connection)
    if isinstance(field, ArrayField):
        return lambda value: None if value is None else list(value)
    return None
