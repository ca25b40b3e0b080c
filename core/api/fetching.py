"""Rows of values by one statement, of which only the condition is compiled anew each time.

Django takes longer to put a hundred columns over five joins into SQL than the database needs for
a page of them. Columns and joins of a plan never change, so that part of the statement is kept;
condition, order and limit come from the queryset.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import orjson
from django.core.exceptions import EmptyResultSet
from django.db import connections, models
from django.db.models import Model, QuerySet
from psycopg.adapt import Loader
from psycopg.types.datetime import TimestamptzLoader

TAILS = (" WHERE", " ORDER", " LIMIT")


class DocumentLoader(Loader):
    """A document of the database as Python has it."""

    def load(self, data):
        """The value; a column of documents holds nothing that is no JSON."""
        return orjson.loads(data)


def fetched(rows: QuerySet, columns: Sequence[str]) -> list[tuple]:
    """The values of ``columns`` ("number", "property__resort__city" …) of all ``rows``, in their
    order; what ``values_list`` gives."""
    kept = _select(rows.model, rows.db, tuple(columns))
    if kept is None:
        return list(rows.values_list(*columns))
    select, table = kept
    try:
        narrow, params = rows.values_list("pk").query.sql_with_params()
    except EmptyResultSet:
        return []
    _, _, tail = narrow.partition(f" FROM {table}")
    if tail and not tail.startswith(TAILS):  # the condition joins tables of its own
        return list(rows.values_list(*columns))
    with connections[rows.db].cursor() as cursor:
        adapters = cursor.cursor.adapters
        # Django's own loader makes each instant in Python; this one is the driver's, in C.
        adapters.register_loader("timestamptz", TimestamptzLoader)
        adapters.register_loader("jsonb", DocumentLoader)
        cursor.execute(f"{select}{tail}", params)
        return cursor.fetchall()


@lru_cache(maxsize=4096)
def _select(model: type[Model], using: str, columns: tuple[str, ...]) -> tuple[str, str] | None:
    """The statement up to its joins, and the table as it stands in it; None where a column's
    values need Django to be made."""
    connection = connections[using]
    for path in columns:
        field = _field(model, path)
        if field.get_db_converters(connection) and not isinstance(field, models.JSONField):
            return None
    sql, params = model._base_manager.order_by().values_list(*columns).query.sql_with_params()
    return None if params else (sql, connection.ops.quote_name(model._meta.db_table))


def _field(model: Any, path: str) -> models.Field:
    *steps, last = path.split("__")
    for step in steps:
        model = model._meta.get_field(step).related_model
    return model._meta.get_field(last)
