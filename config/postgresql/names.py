"""Names of tables that live in a PostgreSQL schema.

A model names its table ``schema"."table``: Django's own spelling of a namespaced name, which
``quote_name`` turns into ``"schema"."table"`` and ``split_identifier`` takes apart again.
"""

from django.db.backends.utils import split_identifier
from psycopg import sql


def in_schema(schema: str, table: str) -> str:
    """Return the ``db_table`` of a table in a schema, to be written in a model's ``Meta``.

    Raises ``ValueError`` for a name that is empty or holds a quote, which would end up as some
    other table than the one meant.
    """
    for name in (schema, table):
        if not name or '"' in name:
            raise ValueError(f"{name!r} cannot be part of a table's name: give plain names.")
    return f'{schema}"."{table}'


def table_identifier(db_table: str) -> sql.Identifier:
    """Return a model's ``db_table``, with or without schema, as psycopg composes it.

    ``sql.Identifier(db_table)`` would double the quotes inside and name a table that is not there.
    """
    return sql.Identifier(*filter(None, split_identifier(db_table)))
