"""Fixtures of the conformance tests."""

import pytest
from django.db import connection

from core.testing.factories import reset_sequences
from core.testing.fixtures import browser, manager, staff, superuser  # noqa: F401


@pytest.fixture(autouse=True)
def _counters_from_one():
    """The rows of a test do not depend on the tests before it."""
    reset_sequences()


class Catalog:
    """What the database itself says about the tables; read once."""

    def __init__(self, cursor):
        self._cursor = cursor
        self.constraints = self._by_table(
            """
            SELECT n.nspname, c.relname, k.conname, k.contype::text, pg_get_constraintdef(k.oid),
                   ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS u(num, pos)
                         JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num
                         ORDER BY u.pos)
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            """
        )
        self.triggers = self._by_table(
            """
            SELECT n.nspname, c.relname, t.tgname
            FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal AND t.tgenabled <> 'D'
            """
        )
        self.columns = self._by_table(
            """
            SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                   a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attgenerated::text
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'm')
              AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
            """
        )

    def _by_table(self, query):
        self._cursor.execute(query)
        found: dict[str, list[tuple]] = {}
        for schema, table, *rest in self._cursor.fetchall():
            found.setdefault(f'{schema}"."{table}', []).append(tuple(rest))
        return found


@pytest.fixture(scope="session")
def catalog(django_db_setup, django_db_blocker):
    """Constraints, triggers and columns by ``db_table``."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        read = Catalog(cursor)
        connection.close()
    return read
